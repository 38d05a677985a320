import assert from 'node:assert/strict';
import { AslDocument } from '../../../server/src/analysis/document';
import { completion } from '../../../server/src/features/completion/completion';
import { itemSnippets } from '../../../server/src/spec/snippets';
import type { Notation } from '../../../server/src/syntax/tree';
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
    const { isIncomplete, items } = completion(new AslDocument(text, 'json'), offset, { snippets: true, asIs: true });
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
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Succeed", "<|>" } } }'), ['OutputPath', 'InputPath', 'Comment', 'QueryLanguage']);
  });

  test('only fields of the query language, and no twin of one that is there', () => {
    assert.deepEqual(offered('{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Wait", "Seconds": 1, <|> } } }'), [
      'Next',
      'End',
      'Output',
      'Assign',
      'Comment',
      'QueryLanguage',
    ]);
    assert.ok(!offered('{ "States": { "A": { "Type": "Pass", "Next": "B", <|> } } }').includes('End'));
  });

  test('accepting puts the commas right', () => {
    assert.equal(accepted('{ "Comment": "x" <|> "StartAt": "A" }', 'Version'), '{ "Comment": "x", "Version": "1.0", "StartAt": "A" }');
    assert.equal(accepted('{ "Comment": "x",\n  "Ver<|>" }', 'Version'), '{ "Comment": "x",\n  "Version": "1.0" }');
    assert.equal(accepted('{ "Ver<|>": "1.0" }', 'Version'), '{ "Version": "1.0" }');
  });

  test('a value that can be written over is there, so that the text is whole', () => {
    assert.equal(accepted('{ "States": { "A": { "Type": "Task", <|> } } }', 'TimeoutSeconds'), '{ "States": { "A": { "Type": "Task", "TimeoutSeconds": 300 } } }');
    assert.equal(accepted('QueryLang<|>\nStates: {}\n', 'QueryLanguage', 'yaml'), 'QueryLanguage: JSONPath\nStates: {}\n');
  });

  test('nothing before what stands on the line already', () => {
    assert.deepEqual(offered('States:\n  A:\n<|>    Type: Pass\n', 'yaml'), []);
    assert.deepEqual(offered('{ "StartAt": <|> "A", "States": { "A": { "Type": "Pass" } } }'), []);
  });

  test('in YAML the column says whose key it is', () => {
    const sample = 'StartAt: A\nStates:\n  A:\n    Type: Succeed\n';
    assert.deepEqual(offered(`${sample}    <|>\n`, 'yaml'), ['OutputPath', 'InputPath', 'Comment', 'QueryLanguage']);
    assert.deepEqual(offered(`${sample}<|>\n`, 'yaml'), ['Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version']);
    assert.equal(accepted(`${sample}    Comm<|>\n`, 'Comment', 'yaml'), `${sample}    Comment: \n`);
  });

  test('in YAML, a key typed above another leaves that one alone', () => {
    const sample = (typed: string): string => `StartAt: A\nStates:\n  A:\n    ${typed}\n    Type: Pass\n    End: true\n`;
    assert.equal(accepted(sample('Comm<|>'), 'Comment', 'yaml'), sample('Comment: '));
  });

  test('only what is between the quotes is replaced, on one line', () => {
    for (const [sample, range, newText] of [
      ['{ "StartAt": "A", "States": { "A": { "Type": "Tas<|>" } } }', [46, 50], 'Task"'],
      ['{ "StartAt": "A", "States": { "A": { "Type": "Tas<|>\n } } }', [46, 49], 'Task"'],
    ] as const) {
      const { text, offset } = cursor(sample);
      const item = completion(new AslDocument(text, 'json'), offset, { snippets: true, asIs: true }).items[0];
      assert.deepEqual(item?.textEdit, { range: { start: { line: 0, character: range[0] }, end: { line: 0, character: range[1] } }, newText });
    }
  });
});

suite('completion of fields that hold more', () => {
  const inState = (typed: string): string => `{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Task",
      ${typed}
    }
  }
}`;

  test('an object opens on lines of its own, indented as the document is', () => {
    assert.equal(accepted(inState('"Para<|>"'), 'Parameters'), inState('"Parameters": {\n        \n      }'));
    const wide = (typed: string): string => `{\n\t"StartAt": "A",\n\t"States": {\n\t\t"A": {\n\t\t\t"Type": "Task",\n\t\t\t${typed}\n\t\t}\n\t}\n}`;
    assert.equal(accepted(wide('Para<|>'), 'Parameters'), wide('"Parameters": {\n\t\t\t\t\n\t\t\t}'));
  });

  test('a list of objects opens with its first item', () => {
    assert.equal(accepted(inState('"<|>"'), 'Retry'), inState('"Retry": [\n        {\n          \n        }\n      ]'));
  });

  test('what stands on one line stays there', () => {
    assert.equal(accepted('{ "States": { "A": { "Type": "Task", "Para<|>" } } }', 'Parameters'), '{ "States": { "A": { "Type": "Task", "Parameters": {} } } }');
    assert.equal(accepted('States: { A: { Type: Task, "Para<|>" } }', 'Parameters', 'yaml'), 'States: { A: { Type: Task, "Parameters": {} } }');
  });

  test('in YAML as a block, the cursor at its first key or item', () => {
    const sample = (typed: string): string => `StartAt: A\nStates:\n    A:\n        Type: Task\n        ${typed}\n        End: true\n`;
    assert.equal(accepted(sample('Para<|>'), 'Parameters', 'yaml'), sample('Parameters:\n            '));
    assert.equal(accepted(sample('Re<|>'), 'Retry', 'yaml'), sample('Retry:\n            - '));
    assert.equal(accepted(sample('Inp<|>'), 'InputPath', 'yaml'), sample('InputPath: '));
    assert.equal(accepted(`QueryLanguage: JSONata\n${sample('Out<|>')}`, 'Output', 'yaml'), `QueryLanguage: JSONata\n${sample("Output: '{% $states.input %}'")}`);
  });

  test('in YAML in the first key of an item of a list', () => {
    const sample = (typed: string): string => `States:\n  A:\n    Type: Choice\n    Choices:\n      - ${typed}\n        Next: B\n`;
    assert.equal(accepted(sample('No<|>'), 'Not', 'yaml'), sample('Not:\n          '));
  });

  test('above the first key of a YAML block', () => {
    assert.deepEqual(offered('StartAt: A\nStates:\n  A:\n    <|>\n    Type: Succeed\n', 'yaml'), ['OutputPath', 'InputPath', 'Comment', 'QueryLanguage']);
  });

  test('in YAML in an object that has not begun yet', () => {
    const retrier = ['ErrorEquals (required)', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds', 'JitterStrategy', 'Comment', ...itemSnippets('retrier').map(({ prefix }) => prefix)];
    const inState = (inside: string): string => `StartAt: A\nStates:\n  A:\n    Type: Map\n${inside.replace(/^/gm, '    ')}\n`;
    assert.deepEqual(offered(inState('Retry:\n  - <|>'), 'yaml'), retrier);
    assert.deepEqual(offered(inState('Retry:\n- Err<|>\nEnd: true'), 'yaml'), retrier);
    assert.deepEqual(offered(inState('Retry:\n  - ErrorEquals: []\n  - <|>\nEnd: true'), 'yaml'), retrier);
    const scope = ['StartAt (required)', 'States (required)', 'ProcessorConfig', 'Comment', 'asl-machine'];
    assert.deepEqual(offered(inState('ItemProcessor:\n  <|>\nEnd: true'), 'yaml'), scope);
    assert.deepEqual(offered(inState('ItemProcessor: # each\n  St<|>'), 'yaml'), scope);
    assert.deepEqual(offered('States:\n  A:\n    <|>\n', 'yaml').slice(0, 3), ['Type (required)', 'Parameters', 'Result']);
    assert.deepEqual(offered(inState('Parameters:\n  <|>'), 'yaml'), []);
    assert.deepEqual(offered(inState('ItemSelector:\n  - <|>'), 'yaml'), []);

    assert.equal(accepted(inState('Retry:\n  - Err<|>'), 'ErrorEquals', 'yaml'), inState('Retry:\n  - ErrorEquals:\n      - '));
    assert.equal(accepted(inState('ItemProcessor:\n    <|>'), 'States', 'yaml'), inState('ItemProcessor:\n    States:\n        '));
    assert.equal(accepted('States:\n  A:\n    "Ty<|>"\n', 'Type', 'yaml'), 'States:\n  A:\n    "Type": \n');
    assert.match(accepted(inState('ItemProcessor:\n  <|>\nEnd: true'), 'asl-machine', 'yaml'), /\n {4}ItemProcessor:\n {6}Comment: .*\n {6}StartAt: First state\n {6}States:\n {8}First state:\n[^]*\n {4}End: true\n$/);
  });

  test('at the end of a text that is not finished', () => {
    assert.ok(offered('{\n  "StartAt": "A",\n  "States": {\n    "A": {\n      "Type": "Parallel",\n      <|>').includes('Branches (required)'));
    assert.deepEqual(offered('{ "StartAt": "A", "<|>'), ['States (required)', 'Comment', 'QueryLanguage', 'TimeoutSeconds', 'Version']);
  });

  test('a space that only indents asks for nothing, one behind a colon does', () => {
    const found = (sample: string, notation: Notation): number => {
      const { text, offset } = cursor(sample);
      return completion(new AslDocument(text, notation), offset, { snippets: true, asIs: true, trigger: ' ' }).items.length;
    };
    assert.equal(found('StartAt: A\nStates:\n  <|>\n', 'yaml'), 0);
    assert.equal(found('{ "States": {\n <|>\n} }', 'json'), 0);
    assert.equal(found('StartAt: <|>\nStates:\n  A:\n    Type: Succeed\n', 'yaml'), 1);
  });

  test('an editor that indents lines by itself gets them without the indentation of the cursor\'s line', () => {
    const { text, offset } = cursor(inState('"Para<|>"'));
    const textOf = (asIs: boolean): unknown => {
      const item = completion(new AslDocument(text, 'json'), offset, { snippets: true, asIs }).items.find(({ label }) => label === 'Parameters');
      return [item?.textEdit?.newText, item?.insertTextMode];
    };
    assert.deepEqual(textOf(true), ['Parameters": {\n        $0\n      }', 1]);
    assert.deepEqual(textOf(false), ['Parameters": {\n  $0\n}', undefined]);
  });
});
