// Call hierarchy, folding, selection, links, and the symbols of all documents.
import assert from 'node:assert/strict';
import type { CallHierarchyItem, SelectionRange } from 'vscode-languageserver-types';
import { AslDocument } from '../../../server/src/analysis/document';
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../../server/src/features/states/call-hierarchy';
import { folding } from '../../../server/src/features/folding';
import { links } from '../../../server/src/features/links';
import { selectionRange } from '../../../server/src/features/selection';
import { symbols, symbolsLike } from '../../../server/src/features/states/symbols';
import type { Notation } from '../../../server/src/syntax/tree';
import { cursor, dedent } from '../../support/fixture';

type Range = CallHierarchyItem['range'];

function at(text: string, { start, end }: Range): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Range['start']): number => lines.slice(0, line).reduce((all, each) => all + each.length + 1, 0) + character;
  return text.slice(offset(start), offset(end));
}

suite('call hierarchy', () => {
  const sample = dedent(`
    {
      "StartAt": "Sort",
      "States": {
        "Sort": { "Type": "Choice", "Choices": [{ "Next": "Train" }, { "Next": "Each" }], "Default": "Train" },
        "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Catch": [{ "Next": "Sort" }], "End": true },
        "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "Next": "Train" }
      }
    }
  `);
  const document = new AslDocument(sample, 'json');
  const offset = (name: string): number => sample.indexOf(`"${name}": {`) + 1;

  function incoming(name: string): [string, string | undefined, string[]][] {
    return incomingCalls(document, 'test:', offset(name)).map(({ from, fromRanges }) => [from.name, from.detail, fromRanges.map((range) => at(sample, range))]);
  }

  test('what leads to a state, and how', () => {
    assert.deepEqual(incoming('Train'), [
      ['Sort', 'choice rule, Default · Choice', ['"Train"', '"Train"']],
      ['Each', 'Next · Map', ['"Train"']],
    ]);
    assert.deepEqual(incoming('Sort'), [
      ['StartAt', 'the start of the state machine', ['"Sort"']],
      ['Train', 'catcher · Task sagemaker:createTrainingJob', ['"Sort"']],
    ]);
  });

  test('a scope leads to its first state', () => {
    assert.deepEqual(incoming('One'), [['Each', 'StartAt · Map', ['"One"']]]);
  });

  test('where a state leads, into its own scope too', () => {
    const outgoing = (place: number): string[] => outgoingCalls(document, 'test:', place).map(({ to, fromRanges }) => `${to.name} (${to.detail ?? ''}) ${fromRanges.map((range) => at(sample, range)).join()}`);
    assert.deepEqual(outgoing(offset('Each')), ['Train (Next · Task sagemaker:createTrainingJob) "Train"', 'One (StartAt · Pass) "One"']);
    assert.deepEqual(outgoing(sample.indexOf('StartAt')), ['Sort (StartAt · Choice) "Sort"']);
    assert.deepEqual(outgoing(offset('One')), []);
  });

  test('begins with the state that is named at the cursor', () => {
    assert.deepEqual(prepareCallHierarchy(document, 'test:', sample.indexOf('"Default": "Train') + 14)?.map(({ name, range }) => [name, range.start.line]), [['Train', 4]]);
    assert.equal(prepareCallHierarchy(document, 'test:', sample.indexOf('Choice')), undefined);
  });

  test('every place that leads on lies in the range of what it belongs to', () => {
    for (const { from, fromRanges } of incomingCalls(document, 'test:', offset('Sort'))) {
      assert.ok(fromRanges.every(({ start }) => from.range.start.line <= start.line && start.line <= from.range.end.line));
    }
  });
});

/** The first and the last line of all that can be folded. */
function folded(sample: string, notation: Notation, onlyTemplates = false): string {
  const text = dedent(sample);
  const found = folding(new AslDocument(text, notation, { ...(onlyTemplates && { onlyTemplates: true as const }) }));
  return (found ?? []).map(({ startLine, endLine, kind }) => `${String(startLine)}-${String(endLine)}${kind === undefined ? '' : ` ${kind}`}`).join(', ');
}

suite('folding', () => {
  test('objects and lists, up to their closing brace', () => {
    const sample = `
      {
        "StartAt": "A", "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Next": "B" }
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
    `;
    assert.equal(folded(sample, 'json'), '0-9, 1-8, 2-6, 4-5');
  });

  test('blocks, texts and comments in YAML', () => {
    const sample = `
      # What it is
      # for
      StartAt: A
      States:
        A:
          Type: Choice
          Choices:
            - Next: B
              Condition: |
                {%
                  # no comment
                %}
            - Next: C
        # Alone
        B:
          Type: Pass

      # The end,
      # my friend
    `;
    assert.equal(folded(sample, 'yaml'), '0-1 comment, 3-15, 4-12, 6-12, 7-11, 8-11, 14-15, 17-18 comment');
  });

  test('comments in JSON', () => {
    assert.equal(folded('{\n  // one\n  // two\n  /* three\n   */\n  "a": 1\n}', 'json'), '0-5, 1-2 comment, 3-4 comment');
  });

  test('a template as a whole, with the definition in it, and no other file', () => {
    const sample = `
      Resources:
        A:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            DefinitionString: |
              {
                "StartAt": "A",
                "States": {
                  "A": { "Type": "Succeed" }
                }
              }
    `;
    assert.equal(folded(sample, 'yaml', true), '0-10, 1-10, 3-10, 4-10, 5-9, 7-8');
    assert.equal(folding(new AslDocument('a:\n  b:\n    c: 1\n', 'yaml', { onlyTemplates: true })), undefined);
  });

  test('the outer ones where an editor takes only so many', () => {
    assert.deepEqual(folding(new AslDocument('{\n"a": {\n"b": [\n1\n]\n}\n}', 'json'), 2)?.map(({ startLine }) => startLine), [0, 1]);
  });
});

/** What a selection grows to at the cursor, as far as it stands on one line. */
function grown(sample: string, notation: Notation = 'json'): string[] {
  const { text, offset } = cursor(sample);
  const found: string[] = [];
  for (let range: SelectionRange | undefined = selectionRange(new AslDocument(text, notation), offset); range; range = range.parent) {
    found.push(at(text, range.range));
  }
  return found;
}

suite('selection', () => {
  test('grows from a value to its field, its object, its state', () => {
    assert.deepEqual(grown('{ "States": { "A": { "Type": "Pa<|>ss", "End": true } } }'), [
      'Pass',
      '"Pass"',
      '"Type": "Pass"',
      '{ "Type": "Pass", "End": true }',
      '"A": { "Type": "Pass", "End": true }',
      '{ "A": { "Type": "Pass", "End": true } }',
      '"States": { "A": { "Type": "Pass", "End": true } }',
      '{ "States": { "A": { "Type": "Pass", "End": true } } }',
    ]);
  });

  test('inside a path and an intrinsic function', () => {
    const sample = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "States.Format(\'{}\', $.or<|>der[0].id)" } } } }';
    assert.deepEqual(grown(sample).slice(0, 7), ['order', '.order', '$.order', '$.order[0]', '$.order[0].id', 'States.Format(\'{}\', $.order[0].id)', '"States.Format(\'{}\', $.order[0].id)"']);
  });

  test('inside JSONata', () => {
    const sample = '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{% $sum([$states.in<|>put.x, 1]) + 2 %}" } } }';
    assert.deepEqual(grown(sample).slice(0, 8), [
      'input',
      '$states.input',
      '$states.input.x',
      '[$states.input.x, 1]',
      '$sum([$states.input.x, 1])',
      '$sum([$states.input.x, 1]) + 2',
      '{% $sum([$states.input.x, 1]) + 2 %}',
      '"{% $sum([$states.input.x, 1]) + 2 %}"',
    ]);
  });

  test('in YAML', () => {
    assert.deepEqual(grown('StartAt: A\nStates:\n  A:\n    Ty<|>pe: Pass\n    End: true\n', 'yaml').slice(0, 4), ['Type', 'Type: Pass', 'Type: Pass\n    End: true', 'A:\n    Type: Pass\n    End: true']);
  });
});

suite('links', () => {
  function linked(resource: string): (string | undefined)[] {
    const text = `{ "States": { "A": { "Type": "Task", "Resource": "${resource}" } } }`;
    return links(new AslDocument(text, 'json')).map(({ range, target }) => `${at(text, range)} → ${target ?? ''}`);
  }

  test('to the function, in its region and its partition', () => {
    const arn = 'arn:aws:lambda:eu-central-1:123456789012:function:train';
    assert.deepEqual(linked(arn), [`${arn} → https://eu-central-1.console.aws.amazon.com/lambda/home?region=eu-central-1#/functions/train`]);
    assert.deepEqual(linked(`${arn}:$LATEST`), [`${arn}:$LATEST → https://eu-central-1.console.aws.amazon.com/lambda/home?region=eu-central-1#/functions/train`]);
    assert.deepEqual(linked(`${arn}:live`), [`${arn}:live → https://eu-central-1.console.aws.amazon.com/lambda/home?region=eu-central-1#/functions/train/aliases/live`]);
    const china = 'arn:aws-cn:lambda:cn-north-1:123456789012:function:train:7';
    assert.deepEqual(linked(china), [`${china} → https://cn-north-1.console.amazonaws.cn/lambda/home?region=cn-north-1#/functions/train/versions/7`]);
  });

  test('to state machines, activities and S3', () => {
    const machine = 'arn:aws:states:us-east-1:123456789012:stateMachine:nightly';
    assert.deepEqual(linked(`${machine}:live`), [`${machine}:live → https://us-east-1.console.aws.amazon.com/states/home?region=us-east-1#/statemachines/view/${machine}`]);
    const activity = 'arn:aws:states:us-east-1:123456789012:activity:label';
    assert.deepEqual(linked(activity), [`${activity} → https://console.aws.amazon.com/go/view?arn=${encodeURIComponent(activity)}`]);
    assert.deepEqual(linked('s3://my-bucket/in/'), ['s3://my-bucket/in/ → https://console.aws.amazon.com/s3/buckets/my-bucket?prefix=in%2F']);
  });

  test('none where a deployment fills something in, or an integration is meant', () => {
    assert.deepEqual(linked('arn:aws:lambda:${Region}:123456789012:function:train'), []);
    assert.deepEqual(linked('arn:aws:lambda:us-east-1:123456789012:function:train-${Stage}'), []);
    assert.deepEqual(linked('arn:aws:states:::lambda:invoke'), []);
    assert.deepEqual(linked('s3://my-bucket/${Key}'), []);
  });
});

suite('symbols', () => {
  const document = new AslDocument('{ "States": { "Train model": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke" }, "Each": { "Type": "Map", "ItemProcessor": { "States": { "Try it": { "Type": "Pass" } } } } } }', 'json');

  test('tell what a task calls', () => {
    assert.deepEqual(symbols(document).map(({ name, detail }) => `${name}: ${detail ?? ''}`), ['Train model: Task lambda:invoke', 'Each: Map']);
  });

  test('are found by some of their letters, with the file and the state around', () => {
    const found = (query: string): string[] => symbolsLike(document, 'file:///a/my%20machine.asl.json', query).map(({ name, containerName }) => `${name} in ${containerName ?? ''}`);
    assert.deepEqual(found('T r'), ['Train model in my machine.asl.json', 'Try it in my machine.asl.json · Each']);
    assert.deepEqual(found('tmod'), ['Train model in my machine.asl.json']);
    assert.equal(found('').length, 3);
    assert.deepEqual(found('xyz'), []);
  });
});
