// What is offered where a retrier, a catcher, a choice rule or a branch can begin.
import assert from 'node:assert/strict';
import { itemSnippets } from '../../../server/src/spec/snippets';
import type { Notation } from '../../../server/src/syntax/tree';
import { accepted, codesIn, offered } from '../../support/check';

const prefixesOf = (kind: string): string[] => itemSnippets(kind).map(({ prefix }) => prefix);

const work = '"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "B"';
const json = (state: string): string => `{\n  "StartAt": "A",\n  "States": {\n    "A": {${state}},\n    "B": { "Type": "Succeed" }\n  }\n}\n`;
const yaml = (state: string): string => `StartAt: A\nStates:\n  A:\n${state.replace(/^/gm, '    ')}\n  B:\n    Type: Succeed\n`;
const yamlWork = 'Type: Task\nResource: arn:aws:states:::sqs:sendMessage\nNext: B\n';

const catcher = '{ "ErrorEquals": ["Busy"], "Next": "B" }';
const retrier = '{ "ErrorEquals": ["Busy"] }';

/** Where an item can begin: its kind, the notation and the text around the cursor. */
const places: [place: string, kind: string, notation: Notation, sample: string][] = [
  ['between the brackets', 'retrier', 'json', json(`${work}, "Retry": [<|>]`)],
  ['on a line of its own', 'retrier', 'json', json(`${work},\n      "Retry": [\n        <|>\n      ]\n    `)],
  ['half typed', 'retrier', 'json', json(`${work},\n      "Retry": [\n        "re<|>"\n      ]\n    `)],
  ['before another', 'retrier', 'json', json(`${work},\n      "Retry": [\n        <|>\n        ${retrier}\n      ]\n    `)],
  ['behind another', 'catcher', 'json', json(`${work},\n      "Catch": [\n        ${catcher},\n        <|>\n      ]\n    `)],
  ['behind another, without a comma', 'catcher', 'json', json(`${work},\n      "Catch": [\n        ${catcher}\n        <|>\n      ]\n    `)],
  ['on one line', 'catcher', 'json', json(`${work}, "Catch": [${catcher}, <|>]`)],
  ['the only one', 'choiceRule', 'json', json('"Type": "Choice", "Choices": [<|>], "Default": "B"')],
  ['beside another', 'branch', 'json', json('"Type": "Parallel", "Branches": [{ "StartAt": "Branch", "States": { "Branch": { "Type": "Succeed" } } }, <|>], "Next": "B"')],
  ['behind a dash', 'retrier', 'yaml', yaml(`${yamlWork}Retry:\n  - <|>`)],
  ['half typed', 'retrier', 'yaml', yaml(`${yamlWork}Retry:\n  - retry-s<|>`)],
  ['between brackets', 'retrier', 'yaml', yaml(`${yamlWork}Retry: [<|>]`)],
  ['behind another', 'catcher', 'yaml', yaml(`${yamlWork}Catch:\n  - ErrorEquals: [Busy]\n    Next: B\n  - <|>`)],
  ['the only one', 'choiceRule', 'yaml', yaml('Type: Choice\nChoices:\n  - <|>\nDefault: B')],
  ['the only one', 'branch', 'yaml', yaml('Type: Parallel\nBranches:\n  - <|>\nNext: B')],
];

const inJsonata: Readonly<Record<Notation, (text: string) => string>> = {
  json: (text) => text.replace('{', '{ "QueryLanguage": "JSONata",'),
  yaml: (text) => `QueryLanguage: JSONata\n${text}`,
};

/** What is wrong but that the samples send nothing, and that items stand beside others that say the same. */
const complaints = (text: string, notation: Notation): string[] =>
  codesIn(text, notation).filter((code) => !['missing-request', 'shadowed-error', 'misplaced-states-all', 'unreachable-state', 'redundant-choice'].includes(code));

suite('ready-made items', () => {
  for (const [place, kind, notation, sample] of places) {
    test(`a ${kind} ${place}, in ${notation.toUpperCase()}`, () => {
      const prefixes = prefixesOf(kind);
      assert.ok(prefixes.length > 0);
      assert.deepEqual(offered(sample, notation).filter((label) => prefixes.includes(label)), prefixes);
      for (const prefix of prefixes) {
        for (const text of [sample, inJsonata[notation](sample)]) {
          const after = accepted(text, prefix, notation);
          assert.deepEqual(complaints(after, notation), [], after);
        }
      }
    });
  }

  test('lead to a state that is there, the next one first', () => {
    const text = accepted(json(`${work}, "Catch": [<|>]`), 'catch-all');
    assert.match(text, /"Next": "B"\n/);
  });

  test('are laid out as the document is', () => {
    assert.equal(
      accepted(json(`${work}, "Catch": [<|>]`), 'catch-all'),
      json(`${work}, "Catch": [
      {
        "ErrorEquals": [
          "States.ALL"
        ],
        "ResultPath": "$.error",
        "Next": "B"
      }
    ]`),
    );
    assert.equal(
      accepted(yaml(`${yamlWork}Catch:\n  - <|>`), 'catch-all', 'yaml'),
      yaml(`${yamlWork}Catch:\n  - ErrorEquals:\n      - States.ALL\n    ResultPath: $.error\n    Next: B`),
    );
  });

  test('are not offered in other lists', () => {
    const all = ['retrier', 'catcher', 'choiceRule', 'branch'].flatMap(prefixesOf);
    for (const inside of ['"Retry": [{ "ErrorEquals": [<|>] }]', '"Retry": [<|>]', '"Parameters": { "MessageAttributes": [<|>] }']) {
      const found = offered(json(`${work}, ${inside}`)).filter((label) => all.includes(label));
      assert.deepEqual(found, inside === '"Retry": [<|>]' ? prefixesOf('retrier') : []);
    }
  });
});
