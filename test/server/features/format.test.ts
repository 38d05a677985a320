// The layout of a whole file: nothing but white space changes in JSON, and no comment is lost in YAML.
import assert from 'node:assert/strict';
import { AslDocument, type DocumentOptions } from '../../../server/src/analysis/document';
import { format, formatBehind, formatRange, type FieldOrder } from '../../../server/src/features/format';
import type { Layout } from '../../../server/src/syntax/format';
import type { Notation } from '../../../server/src/syntax/tree';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { cursor, dedent } from '../../support/fixture';

const usual: Layout = { tabSize: 2, insertSpaces: true };

function edited(text: string, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('', '', 0, text), edits);
}

function formatted(text: string, notation: Notation, layout: Partial<Layout> = {}, fieldOrder?: FieldOrder, options: DocumentOptions = {}): string {
  return edited(text, format(new AslDocument(text, notation, options), { ...usual, ...layout }, fieldOrder));
}

suite('format', () => {
  test('JSON, with comments and placeholders', () => {
    assert.equal(
      formatted('{"StartAt":"A", // first\n"States":{"A":{"Type":"Wait","Seconds":${Pause Time},"Comment":"{ ${x} }","End":true}}}\n', 'json', { tabSize: 4 }),
      '{\n    "StartAt": "A", // first\n    "States": {\n        "A": {\n            "Type": "Wait",\n            "Seconds": ${Pause Time},\n            "Comment": "{ ${x} }",\n            "End": true\n        }\n    }\n}\n',
    );
  });

  test('JSON, with tabs, and with one blank line where some set members apart', () => {
    assert.equal(
      formatted('// A.\n\n{\n\n"StartAt": "A",\n\n\n  // All.\n\n"States": {\n},\r\n\n"Comment": "b\\n\\nc"\n\n}', 'json', { insertSpaces: false }).replaceAll('\r', ''),
      '// A.\n\n{\n\t"StartAt": "A",\n\n\t// All.\n\n\t"States": {},\n\n\t"Comment": "b\\n\\nc"\n}',
    );
  });

  test('YAML, with quotes and line breaks as they are, and comments where they stand', () => {
    assert.equal(
      formatted('# top\r\nStartAt:   "A"\r\nStates:\r\n    A:   # here\r\n        # and here\r\n        Type: Pass\r\n        Result: # list\r\n        - 1\r\n        -   2\r\n        End: true\r\n', 'yaml'),
      '# top\r\nStartAt: "A"\r\nStates:\r\n  A: # here\r\n    # and here\r\n    Type: Pass\r\n    Result: # list\r\n    - 1\r\n    - 2\r\n    End: true\r\n',
    );
  });

  test('the last line ends as before, unless somebody wants it ended', () => {
    for (const [notation, text] of [['json', '{\n  "StartAt": "A"\n}'], ['yaml', 'StartAt: A']] as const) {
      assert.equal(formatted(text, notation), text);
      assert.equal(formatted(text, notation, { insertFinalNewline: true }), `${text}\n`);
      assert.equal(formatted(`${text}\n\n\n`, notation), `${text}\n`);
    }
  });

  test('leaves alone what can\'t be read, and templates', () => {
    for (const [notation, broken] of [['json', '{ "StartAt":  "A" "States": {} }'], ['json', '{ "States":  {'], ['yaml', 'StartAt:   A\nStates:\n   A: {\n'], ['yaml', '']] as const) {
      assert.equal(formatted(broken, notation, { insertFinalNewline: true }, 'canonical'), broken);
    }
    const template = 'Resources:\n    M: {Type:   AWS::Serverless::StateMachine}\n';
    assert.equal(formatted(template, 'yaml', {}, 'canonical', { onlyTemplates: true }), template);
  });

  test('with the fields in order, their comments and blank lines with them, and payloads as they are', () => {
    const json = `
      { // An order.
        "States": {
          // Asks.
          "A": { "Next": "B", /* what */ "Type": "Task", "Parameters": { "z": 1, "a": 2 }, "Resource": "x" },

          "B": { "End": true, "Odd": 1, // ends
            // kind
            "Type": "Parallel", "Branches": [{ "States": { "C": { "End": true, "Type": "Pass" } }, "StartAt": "C" }]
            // Nothing else.
          }
        },
        // Where it starts.
        "StartAt": "A"
      }
    `;
    const laidOut = `
      { // An order.
        // Where it starts.
        "StartAt": "A",
        "States": {
          // Asks.
          "A": { /* what */
            "Type": "Task",
            "Resource": "x",
            "Parameters": {
              "z": 1,
              "a": 2
            },
            "Next": "B"
          },

          "B": {
            // kind
            "Type": "Parallel",
            "Branches": [
              {
                "StartAt": "C",
                "States": {
                  "C": {
                    "Type": "Pass",
                    "End": true
                  }
                }
              }
            ],
            "End": true,
            "Odd": 1 // ends
            // Nothing else.
          }
        }
      }
    `;
    assert.equal(formatted(dedent(json), 'json', {}, 'canonical'), dedent(laidOut));
    assert.equal(formatted(dedent(laidOut), 'json', {}, 'canonical'), dedent(laidOut));
    const yaml = `
      # An order.
      States: # all
        A:
          Next: B # on

          # What it is.
          Type: Task
          Retry:
            # again
            - MaxAttempts: 1
              # which
              ErrorEquals: [States.ALL]
          Parameters: {z: 1, a: 2}
          Resource: x
        B: {Type: Succeed}
        # No more.
      # Where it starts.
      StartAt: A
    `;
    const yamlLaidOut = `
      # An order.
      # Where it starts.
      StartAt: A
      States: # all
        A:
          # What it is.
          Type: Task
          Resource: x
          Parameters: { z: 1, a: 2 }
          Retry:
            # again
            # which
            - ErrorEquals: [ States.ALL ]
              MaxAttempts: 1
          Next: B # on
        B: { Type: Succeed }
        # No more.
    `;
    assert.equal(formatted(dedent(yaml), 'yaml', {}, 'canonical'), dedent(yamlLaidOut));
    assert.equal(formatted(dedent(yamlLaidOut), 'yaml', {}, 'canonical'), dedent(yamlLaidOut));
  });

  test('fields stay where an alias repeats what has to be written before it', () => {
    const text = 'StartAt: A\nStates:\n  A: { Next: B, Type: Pass, Result: &x [ 1 ] }\n  B: { End: true, Result: *x, Type: Pass }\n';
    assert.equal(formatted(text, 'yaml', {}, 'canonical'), text);
  });

  test('a selection alone', () => {
    const json = '{\n"StartAt":   "A",\n  "States":   {\n    "A":{"Type":"Succeed"}\n}}\n';
    const within = (text: string, notation: Notation, part: string): string => {
      const start = text.indexOf(part);
      return edited(text, formatRange(new AslDocument(text, notation), { start, end: start + part.length }, usual));
    };
    assert.equal(within(json, 'json', '"A":{"Type":"Succeed"}\n'), '{\n"StartAt":   "A",\n  "States":   {\n    "A": {\n      "Type": "Succeed"\n    }\n}}\n');
    assert.equal(within('StartAt:   A\nStates:\n  A:   {Type: Succeed}\n', 'yaml', 'StartAt:   A\n'), 'StartAt: A\nStates:\n  A:   {Type: Succeed}\n');
    // The lines below would belong to something else.
    const deep = 'StartAt: A\nStates:\n    A:\n        Type: Pass\n        End: true\n';
    assert.equal(within(deep, 'yaml', '        Type: Pass\n'), deep);
  });

  test('what was just closed', () => {
    const closed = (marked: string): string => {
      const { text, offset } = cursor(marked);
      return edited(text, formatBehind(new AslDocument(text, 'json'), offset, usual));
    };
    assert.equal(closed('{\n  "StartAt":  "A",\n  "States": {\n    "A": {"Type":"Succeed"}<|>\n  }\n}\n'), '{\n  "StartAt":  "A",\n  "States": {\n    "A": {\n      "Type": "Succeed"\n    }\n  }\n}\n');
    assert.equal(closed('{ "States":  {}<|>'), '{ "States":  {}');
    assert.equal(closed('{ "StartAt":  "A}<|>" }'), '{ "StartAt":  "A}" }');
  });
});
