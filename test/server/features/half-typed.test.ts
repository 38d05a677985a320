// A document that is half typed is the normal case: it still has its states, its outline and its completions.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AslDocument } from '../../../server/src/analysis/document';
import { fixes } from '../../../server/src/features/actions/fixes';
import { completion } from '../../../server/src/features/completion/completion';
import { definition } from '../../../server/src/features/definition';
import { folding } from '../../../server/src/features/folding';
import { inlayHints } from '../../../server/src/features/inlay-hints';
import { lenses } from '../../../server/src/features/lenses';
import { semanticTokens } from '../../../server/src/features/semantic-tokens';
import { links } from '../../../server/src/features/links';
import { incomingCalls, outgoingCalls } from '../../../server/src/features/states/call-hierarchy';
import { selectionRange } from '../../../server/src/features/selection';
import { references } from '../../../server/src/features/references';
import { rename } from '../../../server/src/features/rename';
import { diagnostics } from '../../../server/src/features/diagnostics';
import { hover } from '../../../server/src/features/hover/hover';
import { symbols } from '../../../server/src/features/states/symbols';
import type { Notation } from '../../../server/src/syntax/tree';
import { dedent } from '../../support/fixture';

const outline = (text: string, notation: Notation = 'json'): string[] => symbols(new AslDocument(text, notation)).map(({ name, detail }) => `${name} ${detail ?? ''}`.trim());

suite('half-typed documents', () => {
  const samples: [title: string, sample: string][] = [
    ['a value is missing', '{ "StartAt": , "States": { "A": { "Type": "Pass", "Next":  }, "B": { "Type": "Succeed" } } }'],
    ['a key is missing its colon', '{ "States": { "A": { "Type": "Pass", "Next" }, "B": { "Type": "Succeed" } } }'],
    ['a value is missing above its neighbor', '{ "States": {\n"A": {\n"Next":\n"Type": "Pass" }, "B": { "Type": "Succeed" } } }'],
    ['a name stands above its neighbor', '{ "States": {\n"A": {\n""\n"Type": "Pass" }, "B": { "Type": "Succeed" } } }'],
    ['a comma is missing', '{ "StartAt": "A" "States": { "A": { "Type": "Pass" } "B": { "Type": "Succeed" } } }'],
    ['a comma too many', '{ "States": { "A": { "Type": "Pass", }, "B": { "Type": "Succeed" }, }, }'],
    ['the end is missing', '{ "States": { "A": { "Type": "Pass", "End": true }, "B": { "Type": "Succeed"'],
    ['a quote is open', '{ "States": { "A": { "Type": "Pass", "Next": "B\n }, "B": { "Type": "Succeed" } } }'],
    ['a comment stands inside', '{ "States": { // first\n "A": { "Type": "Pass" }, "B": { "Type": "Succeed" } } }'],
  ];
  for (const [title, sample] of samples) {
    test(`JSON: ${title}`, () => {
      assert.deepEqual(outline(sample), ['A Pass', 'B Succeed']);
    });
  }

  test('YAML: a key is being typed', () => {
    assert.deepEqual(outline(dedent(`
      States:
        A:
          Type: Pass
          Ne
        B:
          Type: Succeed
      `), 'yaml'), ['A Pass', 'B Succeed']);
  });

  test('YAML: a value is being typed', () => {
    assert.deepEqual(outline('States:\n  A:\n    Type: Pass\n    Next: "B\n  B:\n    Type: Succeed\n', 'yaml')[0], 'A Pass');
  });

  test('YAML: tabs, which YAML does not allow', () => {
    const found = diagnostics(new AslDocument('States:\n\tA:\n\t\tType: Pass\n', 'yaml'), 'test:', assert.fail);
    assert.ok(found.some(({ code }) => code === 'invalid-syntax'));
  });

  test('an empty document has nothing wrong with it', () => {
    for (const text of ['', ' \n\n', '\uFEFF']) {
      assert.deepEqual(diagnostics(new AslDocument(text, 'json'), 'test:', assert.fail), [], JSON.stringify(text));
      assert.deepEqual(diagnostics(new AslDocument(text, 'yaml'), 'test:', assert.fail), [], JSON.stringify(text));
    }
  });

  test('a text that is no machine', () => {
    for (const text of ['[]', '7', '"x"', 'null', '{}', '[[[[', '}}}}', '{"States":[{"A":1}]}', '{"States":{"A":[],"":{},"B":null}}', '{"__proto__":{"constructor":1},"States":{"constructor":{"Type":"constructor"}}}']) {
      for (const notation of ['json', 'yaml'] as const) {
        askEverything(text, notation, [0, 1, text.length]);
      }
    }
  });

  // Many texts, with every feature asked of each: it takes a while where others work on the same machine.
  test('nesting far beyond what anybody writes is told, not crashed on', function () {
    this.timeout(120_000);
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000)]) {
      const found = diagnostics(new AslDocument(text, 'json'), 'test:', assert.fail);
      assert.ok(found.some(({ message }) => /levels deep/.test(String(message))));
    }
    assert.ok(diagnostics(new AslDocument('['.repeat(5000), 'yaml'), 'test:', assert.fail).length > 0);
  });

  test('aliases that would unfold into millions are cut short', () => {
    const bomb = ['a0: &a0 {x: 1}', ...Array.from({ length: 25 }, (_, index) => `a${String(index + 1)}: &a${String(index + 1)} [*a${String(index)}, *a${String(index)}]`)].join('\n');
    askEverything(bomb, 'yaml', [0, bomb.length]);
    askEverything('a: &a\n  b: *a\n', 'yaml', [0, 12]);
  });

  test('every prefix of the examples', function () {
    this.timeout(120_000);
    for (const [file, notation] of [['train-model.asl.json', 'json'], ['batch-job.asl.json', 'json'], ['train-model.asl.yaml', 'yaml']] as const) {
      const text = readFileSync(join(import.meta.dirname, '../../../examples', file), 'utf8');
      for (let length = 0; length < text.length; length += 7) {
        askEverything(text.slice(0, length), notation, [length]);
      }
    }
  });
});

suite('half-typed templates', () => {
  const samples: [notation: Notation, text: string][] = [
    [
      'yaml',
      dedent(`
        Resources:
          Object:
            Type: AWS::Serverless::StateMachine
            Properties:
              DefinitionSubstitutions: {A: !GetAtt X.Arn}
              Definition:
                StartAt: Train
                States:
                  Train: {Type: Task, Resource: !Sub "\${A}", TimeoutSeconds: !Ref T, Next: Save}
                  Save:
                    Type: Succeed
                    Comment: "\${A} \${B}"
          Text:
            Type: AWS::StepFunctions::StateMachine
            Properties:
              DefinitionString: !Sub
                - |
                  {
                    "StartAt": "Load", "TimeoutSeconds": \${T},
                    "States": { "Load": { "Type": "Pass", "InputPath": "$.a[", "Next": "Stor" }, "Store": { "Type": "Succeed" } }
                  }
                - {T: 5}
        `),
    ],
    [
      'json',
      String.raw`{"Resources": {"A": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["
", ["{"StartAt":"A",", ""States":{"A":{"Type":"Task","Resource":"", {"Ref": "X"}, "","TimeoutSeconds":", {"Ref": "T"}, ","Next":"B"}}}"]]}}}}}`,
    ],
  ];
  for (const [notation, text] of samples) {
    test(`every prefix of a template in ${notation.toUpperCase()}`, () => {
      for (let length = 0; length <= text.length; length++) {
        askEverything(text.slice(0, length), notation, [length]);
      }
    });
  }
});

/** Every feature on one text; none may throw. */
function askEverything(text: string, notation: Notation, offsets: readonly number[]): void {
  const document = new AslDocument(text, notation);
  diagnostics(document, 'test:', (rule, error) => {
    throw new Error(`${rule.code} on ${JSON.stringify(text.slice(0, 200))}`, { cause: error });
  });
  symbols(document);
  folding(document);
  links(document);
  lenses(document, 'test:');
  inlayHints(document, 'test:', { start: 0, end: text.length }, { farTransitions: true, queryLanguage: true, retrySchedules: true });
  semanticTokens(document, { start: 0, end: text.length });
  for (const offset of offsets) {
    completion(document, offset, { snippets: true, asIs: true });
    hover(document, offset);
    definition(document, offset);
    references(document, offset, true);
    rename(document, offset, 'Other');
    incomingCalls(document, 'test:', offset);
    outgoingCalls(document, 'test:', offset);
    selectionRange(document, offset);
    fixes(document, 'test:', { start: offset, end: offset }, [], assert.fail);
  }
}
