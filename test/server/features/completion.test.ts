import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { completion } from '../../../server/src/features/completion/completion';
import { accepted, offered } from '../../support/check';
import { cursor } from '../../support/fixture';

const types = ['Task', 'Pass', 'Choice', 'Wait', 'Parallel', 'Map', 'Succeed', 'Fail'];

suite('completion of values', () => {
  test('Next: the states of the scope but not the state itself, those that nothing leads to first', () => {
    assert.deepEqual(
      offered('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "<|>" }, "B": { "Type": "Succeed" }, "C": { "Type": "Pass", "Next": "B" } } }'),
      ['B (Succeed)', 'C (Pass)'],
    );
  });

  test('a branch is its own world', () => {
    assert.deepEqual(
      offered(`
        { "StartAt": "P", "States": {
          "P": { "Type": "Parallel", "End": true, "Branches": [
            { "StartAt": "One", "States": { "One": { "Type": "Pass", "Next": <|> }, "Two": { "Type": "Pass", "End": true } } } ] },
          "Q": { "Type": "Succeed" } } }`),
      ['Two (Pass)'],
    );
  });

  test('StartAt, Default, choice rules and catchers', () => {
    assert.deepEqual(offered('{ "StartAt": "<|>", "States": { "A": { "Type": "Succeed" } } }'), ['A (Succeed)']);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Choice", "Default": "<|>" } } }'), ['A (Choice)']);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Choice", "Choices": [{ "Next": "<|>" }] } } }'), ['A (Choice)']);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Task", "Catch": [{ "Next": "<|>" }] }, "B": { "Type": "Fail" } } }'), ['A (Task)', 'B (Fail)']);
  });

  test('Type, End and the listed values', () => {
    assert.deepEqual(offered('{ "States": { "A": { "Type": "<|>" } } }'), types);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Pass", "End": <|> } } }'), ['true']);
    assert.deepEqual(offered('{ "QueryLanguage": "<|>" }'), ['JSONPath', 'JSONata']);
  });

  test('nothing where the author is free', () => {
    assert.deepEqual(offered('{ "Comment": "<|>" }'), []);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Pass", "Parameters": { "Next": "<|>" } } } }'), []);
  });

  test('accepting puts the name in quotes, once', () => {
    const after = '{ "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }';
    for (const typed of ['"<|>"', '<|>', 'B<|>', '"B<|>"', '"<|>B"']) {
      assert.equal(accepted(`{ "StartAt": ${typed}, "States": { "B": { "Type": "Succeed" } } }`, 'B'), after);
    }
  });

  test('an open quote costs only its line', () => {
    assert.equal(
      accepted('{ "StartAt": "<|>\n  "States": { "B": { "Type": "Succeed" } }\n}', 'B'),
      '{ "StartAt": "B"\n  "States": { "B": { "Type": "Succeed" } }\n}',
    );
  });

  test('on a slip, which an editor would filter everything out for: all of them, the nearest first', () => {
    const { text, offset } = cursor('{ "StartAt": "Save modlez<|>", "States": { "Train": { "Type": "Succeed" }, "Save model": { "Type": "Succeed" } } }');
    const { isIncomplete, items } = completion(new AslDocument(text, 'json'), offset, { snippets: true });
    assert.deepEqual([isIncomplete, items.map(({ label, filterText }) => [label, filterText])], [true, [['Save model', 'Save modlez'], ['Train', 'Save modlez']]]);
  });

  test('in YAML', () => {
    const sample = (typed: string): string => `StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: ${typed}\n  Save model:\n    Type: Succeed\n`;
    assert.deepEqual(offered(sample('<|>'), 'yaml'), ['Save model (Succeed)']);
    assert.equal(accepted(sample('<|>'), 'Save model', 'yaml'), sample('Save model'));
    assert.equal(accepted(sample('Sa<|>'), 'Save model', 'yaml'), sample('Save model'));
    assert.equal(accepted(sample('"Sa<|>"'), 'Save model', 'yaml'), sample('"Save model"'));
    assert.equal(accepted(sample("'<|>'"), 'Save model', 'yaml'), sample("'Save model'"));
  });
});

suite('completion of keys', () => {
  test('what the object can still take, required fields first', () => {
    assert.deepEqual(offered('{ "StartAt": "A", <|> }'), ['States (required)', 'Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version']);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Succeed", "<|>" } } }'), ['Comment', 'QueryLanguage', 'InputPath', 'OutputPath']);
  });

  test('only fields of the query language, and no twin of one that is there', () => {
    assert.deepEqual(offered('{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Wait", "Seconds": 1, <|> } } }'), [
      'Comment',
      'QueryLanguage',
      'Assign',
      'Output',
      'Next',
      'End',
    ]);
    assert.ok(!offered('{ "States": { "A": { "Type": "Pass", "Next": "B", <|> } } }').includes('End'));
  });

  test('under States: the names that are spoken of but not there', () => {
    assert.deepEqual(offered('{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "<|>" } }'), ['B (named elsewhere, not there yet)']);
  });

  test('accepting puts the commas right', () => {
    assert.equal(accepted('{ "Comment": "x" <|> "StartAt": "A" }', 'Version'), '{ "Comment": "x", "Version": "", "StartAt": "A" }');
    assert.equal(accepted('{ "Comment": "x",\n  "Ver<|>" }', 'Version'), '{ "Comment": "x",\n  "Version": "" }');
    assert.equal(accepted('{ "Ver<|>": "1.0" }', 'Version'), '{ "Version": "1.0" }');
  });

  test('in YAML the column says whose key it is', () => {
    const sample = 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n';
    assert.deepEqual(offered(`${sample}    <|>\n`, 'yaml'), ['Comment', 'QueryLanguage', 'InputPath', 'OutputPath']);
    assert.deepEqual(offered(`${sample}<|>\n`, 'yaml'), ['Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version']);
    assert.equal(accepted(`${sample}    Comm<|>\n`, 'Comment', 'yaml'), `${sample}    Comment: ""\n`);
  });

  test('in YAML, a key typed above another leaves that one alone', () => {
    const sample = (typed: string): string => `StartAt: A\nStates:\n  A:\n    ${typed}\n    Type: Pass\n    End: true\n`;
    assert.equal(accepted(sample('Comm<|>'), 'Comment', 'yaml'), sample('Comment: ""'));
  });

  test('only what is between the quotes is replaced, on one line', () => {
    for (const [sample, range, newText] of [
      ['{ "StartAt": "A", "States": { "A": { "Type": "Tas<|>" } } }', [46, 50], 'Task"'],
      ['{ "StartAt": "A", "States": { "A": { "Type": "Tas<|>\n } } }', [46, 49], 'Task"'],
    ] as const) {
      const { text, offset } = cursor(sample);
      const item = completion(new AslDocument(text, 'json'), offset, { snippets: true }).items[0];
      assert.deepEqual(item?.textEdit, { range: { start: { line: 0, character: range[0] }, end: { line: 0, character: range[1] } }, newText });
    }
  });
});

suite('completion in an empty document', () => {
  test('a whole machine', () => {
    assert.deepEqual(offered('<|>'), ['State machine']);
    assert.deepEqual(offered('<|>', 'yaml'), ['State machine']);
    assert.deepEqual(JSON.parse(accepted('<|>', 'State machine')), {
      Comment: 'What this machine does',
      StartAt: 'Start',
      States: { Start: { Type: 'Pass', End: true } },
    });
  });
});
