import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { stateSnippets } from '../../../server/src/spec/snippets';
import type { Notation } from '../../../server/src/syntax/tree';
import { codesIn, insertable, inserted } from '../../support/check';

/** What is wrong but that nothing leads to the new state yet. */
const complaints = (text: string, notation: Notation): string[] => codesIn(text, notation).filter((code) => code !== 'unreachable-state');

const states = stateSnippets.map(({ prefix }) => prefix);

/** One of each kind: a state, several, one with others in it. */
const kinds = ['sm-train', 'glue-crawler', 'state-parallel'].filter((prefix) => states.includes(prefix));

/** A text with a cursor, and its states in their order once one was put in. */
const places: [place: string, notation: Notation, sample: string, order: string[]][] = [
  ['where a state can begin', 'json', '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Succeed" },\n    <|>\n    "B": { "Type": "Succeed" }\n  }\n}', ['A', 'Train model', 'B']],
  ['where one is being typed', 'json', '{\n  "StartAt": "A",\n  "States": { "A": { "Type": "Succeed" }\n    "sm<|>"\n  }\n}', ['A', 'Train model']],
  ['in a state', 'json', '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Pass", <|>"Next": "B" },\n    "B": { "Type": "Succeed" }\n  }\n}', ['A', 'Train model', 'B']],
  ['in the last state', 'json', '{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Succeed"<|>\n    }\n  }\n}', ['A', 'Train model']],
  ['in the head of the machine', 'json', '{\n  "StartAt": "<|>A",\n  "States": {\n    "A": { "Type": "Succeed" }\n  }\n}', ['A', 'Train model']],
  ['behind the machine', 'json', '{\n  "StartAt": "A",\n  "States": {\n    "A": { "Type": "Succeed" }\n  }\n}\n<|>', ['A', 'Train model']],
  ['on one line', 'json', '{ "StartAt": "A", "States": { "A": { "Type": "<|>Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }', ['A', 'Train model', 'B']],
  ['no state is there yet', 'json', '{\n  "StartAt": "Fit<|>",\n  "States": {}\n}', ['Fit']],
  ['no value is there yet', 'json', '{\n  "StartAt": "Fit<|>",\n  "States": \n}', ['Fit']],
  ['no States are there yet', 'json', '{\n  "StartAt": "Fit<|>"\n}', ['Fit']],
  [
    'in a branch',
    'json',
    '{ "StartAt": "A", "States": {\n  "A": { "Type": "Parallel", "End": true, "Branches": [\n    { "StartAt": "B", "States": {\n      "B": { "Type": "Succeed"<|> }\n    } }\n  ] }\n} }',
    ['A', 'B', 'Train model'],
  ],
  ['in a state', 'yaml', 'StartAt: A\nStates:\n  A:\n    Type: Pass # at once<|>\n    Next: B # then\n\n  B:\n    Type: Succeed\n', ['A', 'Train model', 'B']],
  ['in the last state', 'yaml', 'StartAt: A\nStates:\n  A:\n    Type: Succeed<|>', ['A', 'Train model']],
  ['in the head of the machine', 'yaml', 'StartAt: A<|>\nStates:\n  A:\n    Type: Succeed\nTimeoutSeconds: 900\n', ['A', 'Train model']],
  ['below the machine', 'yaml', 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n\n<|>', ['A', 'Train model']],
  ['no state is there yet', 'yaml', 'StartAt: Fit<|>\nStates: # all\nTimeoutSeconds: 900\n', ['Fit']],
  ['between braces no state is there yet', 'yaml', 'StartAt: Fit<|>\nStates: {}\nTimeoutSeconds: 900\n', ['Fit']],
  ['no States are there yet', 'yaml', 'StartAt: Fit<|>\n', ['Fit']],
  [
    'in the indentation of a comment within a state',
    'yaml',
    'StartAt: A\nStates:\n  A:\n    Type: Parallel\n    Branches: [{ StartAt: C, States: { C: { Type: Succeed } } }]\n    Retry:\n      - ErrorEquals: [States.ALL]\n  <|>      # twice\n        MaxAttempts: 2\n    Next: B\n  B:\n    Type: Succeed\n',
    ['A', 'Train model', 'B', 'C'],
  ],
  ['in braces', 'yaml', 'StartAt: A\nStates: { A: { Type: Succeed<|> } }\n', ['A', 'Train model']],
  [
    'in a branch',
    'yaml',
    'StartAt: A\nStates:\n  A:\n    Type: Parallel\n    Branches:\n      - StartAt: B\n        States:\n          B:\n            Type: Succeed<|>\n    End: true\n  C:\n    Type: Succeed\n',
    ['A', 'C', 'B', 'Train model'],
  ],
  [
    'in the head of a branch',
    'yaml',
    'StartAt: A\nStates:\n  A:\n    Type: Parallel\n    Branches:\n      - StartAt: B<|>\n        States:\n          B:\n            Type: Succeed\n    End: true\n',
    ['A', 'B', 'Train model'],
  ],
  [
    'below a branch, in the column of the outer states',
    'yaml',
    'StartAt: A\nStates:\n  A:\n    Type: Map\n    End: true\n    ItemProcessor:\n      StartAt: B\n      States:\n        B:\n          Type: Succeed\n\n<|>\n  C:\n    Type: Succeed\n',
    ['A', 'Train model', 'C', 'B'],
  ],
];

suite('Insert State', () => {
  for (const [place, notation, sample, order] of places) {
    test(`${place}, in ${notation.toUpperCase()}`, () => {
      assert.deepEqual(insertable(sample, notation), states);
      for (const label of place === 'in a state' ? states : kinds) {
        for (const text of [sample, inJsonata(sample, notation)]) {
          const after = inserted(text, label, notation);
          const document = new AslDocument(after, notation);
          const { stateName = '', parts = [], suffixes = [] } = stateSnippets.find(({ prefix }) => prefix === label) ?? {};
          const names = (name: string): string[] => parts.map(({ suffix }) => name + suffix);
          const inside = suffixes.filter((suffix) => !parts.some((part) => part.suffix === suffix));
          const expected = order.flatMap((each) => (each === 'Train model' ? names(stateName) : each === 'Fit' ? names('Fit') : [each]));
          const found = document.definitions[0]?.states.map((state) => state.name).filter((name) => !inside.some((suffix) => name.endsWith(suffix)));
          assert.deepEqual(found, expected, after);
          assert.deepEqual(complaints(after, notation), [], after);
        }
      }
    });
  }

  test('what an Express workflow can’t do is not offered in its scopes', () => {
    const around = (type: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "${type}" }, "StartAt": "B", "States": { "B": { "Type": "Succeed"<|> } } }, "End": true } } }`;
    const lost = states.filter((label) => !insertable(around('EXPRESS'))?.includes(label));
    assert.ok(lost.includes('sm-train') && lost.includes('map-csv') && !lost.includes('sm-model') && !lost.includes('state-wait'), lost.join(' '));
    assert.deepEqual(insertable(around('STANDARD')), states);
  });

  test('is laid out as the document is', () => {
    assert.match(
      inserted('{\n\t"StartAt": "A",\n\t"States": {\n\t\t"A": {\n\t\t\t"Type": "Succeed"<|>\n\t\t}\n\t}\n}', 'sm-train'),
      /\n\t\t\},\n\t\t"Train model": \{\n\t\t\t"Type": "Task",\n[^]*\n\t\t\t"End": true\n\t\t\}\n\t\}\n\}$/,
    );
    assert.match(
      inserted('StartAt: A\nStates:\n    A:\n        Type: Pass\n        Next: B<|>\n\n    B:\n        Type: Succeed\n', 'sm-train', 'yaml'),
      /\n {8}Next: B\n {4}Train model:\n {8}Type: Task\n[^]*\n {8}End: true\n\n {4}B:\n/,
    );
    assert.match(inserted('{\n  "StartAt": "A<|>",\n  "States": {}\n}\n', 'sm-train'), /"States": \{\n {4}"A": \{\n[^]*\n {4}\}\n {2}\}\n\}\n$/);
  });

  test('a whole machine where nothing is there yet', () => {
    const whole = ['asl-machine', 'asl-machine (JSONata)'];
    for (const [sample, notation] of [['<|>', 'json'], ['\n\n<|>', 'json'], ['{<|>}', 'json'], ['{\n}\n<|>', 'json'], ['<|>', 'yaml'], ['St<|>', 'yaml']] as const) {
      assert.deepEqual(insertable(sample, notation), whole, sample);
      for (const label of whole) {
        const after = inserted(sample, label, notation);
        assert.deepEqual(complaints(after, notation), [], after);
      }
    }
  });

  test('nothing where there is no machine', () => {
    assert.equal(insertable('[<|>]'), undefined);
    assert.equal(insertable('a: 1<|>', 'yaml', { onlyTemplates: true }), undefined);
    const template = 'Resources:<|>\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        States:\n          A:\n            Type: Succeed\n';
    assert.equal(insertable(template, 'yaml', { onlyTemplates: true }), undefined);
    assert.deepEqual(insertable(template.replace('<|>', '').replace('Succeed', 'Succeed<|>'), 'yaml', { onlyTemplates: true }), states);
  });

  test('nothing on the one line of a text, or where the states are no object', () => {
    assert.deepEqual(
      insertable(String.raw`{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": "{\"StartAt\": \"<|>A\", \"States\": {}}"}}}}`),
      [],
    );
    assert.deepEqual(insertable('{ "StartAt": "<|>A", "States": [] }'), []);
  });
});

function inJsonata(sample: string, notation: Notation): string {
  return notation === 'json' ? sample.replace('{', '{ "QueryLanguage": "JSONata",') : `QueryLanguage: JSONata\n${sample}`;
}
