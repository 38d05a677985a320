// A definition in the other notation: the same values, with the comments where there can be some.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AslDocument } from '../../../../server/src/analysis/document';
import { translation } from '../../../../server/src/features/actions/translate';
import type { Notation } from '../../../../server/src/syntax/tree';
import { dedent } from '../../../support/fixture';

/** The title, with the text of the new file or the reason why there is none. */
function translated(text: string, notation: Notation, uri = `file:///m/order.asl.${notation}`): [title: string, outcome: string | undefined] | undefined {
  const [action] = translation(new AslDocument(text, notation), uri, true);
  const file = action?.edit?.documentChanges?.at(-1);
  const edit = file && 'edits' in file ? file.edits[0] : undefined;
  return action && [action.title, edit && 'newText' in edit ? edit.newText : action.disabled?.reason];
}

suite('Convert to YAML', () => {
  test('keeps comments, blank lines and quotes of placeholders', () => {
    const json = `
      // An order.
      {
        "StartAt": "Ask", // first of all
        "States": {
          // Asks.
          "Ask": {
            "Type": "Task",
            "Resource": "\${Arn}",
            "TimeoutSeconds": \${Limit},

            /* Where it goes. */
            "Next": "Yes"
            // Nothing else.
          },

          "Yes": { "Type": "Pass", "Result": ["no", 1.5, null, "a\\nb"], "Comment": "it's: so", "End": true }
        }
      }
    `;
    const yaml = `
      # An order.

      StartAt: Ask # first of all
      States:
        # Asks.
        Ask:
          Type: Task
          Resource: "\${Arn}"
          TimeoutSeconds: \${Limit}

          # Where it goes.
          Next: "Yes"
          # Nothing else.

        "Yes":
          Type: Pass
          Result:
            - "no"
            - 1.5
            - null
            - |-
              a
              b
          Comment: "it's: so"
          End: true
    `;
    assert.deepEqual(translated(dedent(json), 'json'), ['Convert to YAML, in "order.asl.yaml" beside this file', `${dedent(yaml).trim()}\n`]);
  });

  test('with the line breaks of Windows', () => {
    assert.deepEqual(translated('{\r\n  "StartAt": "A"\r\n}\r\n', 'json', 'file:///m/%C3%BC%20x.asl'), ['Convert to YAML, in "ü x.asl.yaml" beside this file', 'StartAt: A\r\n']);
  });

  test('is refused for a text with mistakes, or whose meaning would be lost', () => {
    assert.deepEqual(translated('{ "StartAt": "A" "States": {} }', 'json')?.[1], 'The text has mistakes, so that it is not certain what it means.');
    assert.equal(translated('{ "StartAt": "A" }', 'json', 'untitled:Untitled-1'), undefined);
  });
});

suite('Convert to JSON', () => {
  test('writes out what YAML takes from elsewhere, and says that comments go', () => {
    const yaml = 'StartAt: A # here\nStates:\n  A: &a\n    Type: Wait\n    Seconds: ${Pause}\n    Comment: "${Text}"\n    Next: B\n  B:\n    <<: *a\n    Next: A\n';
    const json = '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Wait",\n      "Seconds": ${Pause},\n      "Comment": "${Text}",\n      "Next": "B"\n    },\n    "B": {\n      "Type": "Wait",\n      "Seconds": ${Pause},\n      "Comment": "${Text}",\n      "Next": "A"\n    }\n  }\n}\n';
    const [title, text] = translated(yaml, 'yaml') ?? [];
    assert.equal(title, 'Convert to JSON, in "order.asl.json" beside this file, without the comments');
    assert.deepEqual(new AslDocument(text ?? '', 'json').problems, []);
    assert.deepEqual(text?.split('\n').sort(), json.split('\n').sort());
  });

  test('there and back each example says the same, to the letter', () => {
    const folder = join(import.meta.dirname, '../../../../examples');
    for (const file of readdirSync(folder).filter((each) => each.endsWith('.asl.json'))) {
      const json = readFileSync(join(folder, file), 'utf8');
      const yaml = translated(json, 'json')?.[1] ?? '';
      const back = translated(yaml, 'yaml')?.[1] ?? '';
      assert.equal(back, `${JSON.stringify(JSON.parse(back), undefined, 2)}\n`);
      assert.equal(translated(back, 'json')?.[1]?.replace(/\n\n/g, '\n'), yaml.replace(/^ *#.*\n| +#.*$/gm, '').replace(/\n\n/g, '\n'), file);
    }
  });
});
