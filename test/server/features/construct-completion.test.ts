// Whole constructs where a list can take an item: retriers, catchers, choice rules, branches, and structures that a service takes.
import assert from 'node:assert/strict';
import { accepted, offered } from '../../support/check';
import { dedent } from '../../support/fixture';

const jsonTask = (inside: string): string => `{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sqs:sendMessage",
      ${dedent(inside).trimEnd().replaceAll('\n', '\n      ')}
    },
    "B": { "Type": "Succeed" }
  }
}`;
const yamlTask = (inside: string): string =>
  `StartAt: A\nStates:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::lambda:invoke\n${dedent(inside).trimEnd().replace(/^(?=.)/gm, '    ')}\n  B:\n    Type: Succeed\n`;
const choice = (choices: string): string =>
  `{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": ${choices} }, "B": { "Type": "Succeed" } } }`;

suite('completion of whole constructs in JSON', () => {
  test('first a retrier for transient errors of what the task calls, on lines of its own', () => {
    assert.equal(offered(jsonTask('"Retry": [<|>]'))[0], 'retrier (for transient errors of sqs:sendMessage)');
    const after = accepted(jsonTask('"Retry": [<|>]').replace('sqs:sendMessage', 'lambda:invoke'), 'retrier');
    assert.ok(after.includes('\n        {\n          "ErrorEquals": [\n            "Lambda.ClientExecutionTimeoutException",'), after);
  });

  test('behind another one and before one, with the commas put right', () => {
    const one = '{ "ErrorEquals": ["X"] }';
    for (const list of [`[\n  ${one},\n  <|>\n]`, `[\n  ${one}\n  <|>\n]`, `[\n  <|>\n  ${one}\n]`, `[\n  <|>,\n  ${one}\n]`, `[${one}, <|>]`, `[${one} <|>]`, `[<|> ${one}]`, `[${one}, <|> ${one}]`, `[re<|>]`]) {
      const text = accepted(jsonTask(`"Retry": ${list}`), 'retrier');
      const { States } = JSON.parse(text) as { States: { A: { Retry: { JitterStrategy?: string }[] } } };
      assert.ok(States.A.Retry.some(({ JitterStrategy }) => JitterStrategy === 'FULL'), text);
    }
  });

  test('tests inside And, Or and Not', () => {
    assert.deepEqual(offered(choice('[{ "And": [<|>] }]')), [
      'test for text (StringEquals)',
      'test for a number (NumericEquals)',
      'test for true or false (BooleanEquals)',
      'test for what is there (IsPresent)',
    ]);
    assert.match(accepted(choice('[{ "And": [<|>] }]'), 'test for a number'), /"And": \[\s+\{\s+"Variable": "\$\.name",\s+"NumericEquals": 0\s+\}\s+\]/);
    assert.equal(accepted(choice('[{ "Not": <|> }]'), 'test for a number'), choice('[{ "Not": { "Variable": "$.name", "NumericEquals": 0 } }]'));
  });

  test('behind the colon a list with one of them', () => {
    assert.equal(
      accepted(jsonTask('"Catch": <|>'), 'catch-all'),
      jsonTask('"Catch": [\n  {\n    "ErrorEquals": [\n      "States.ALL"\n    ],\n    "ResultPath": "$.error",\n    "Next": "B"\n  }\n]'),
    );
    assert.equal(accepted(jsonTask('"Catch": [{ "ErrorEquals": <|> }]'), 'States.Timeout'), jsonTask('"Catch": [{ "ErrorEquals": ["States.Timeout"] }]'));
  });

  test('error names, with commas', () => {
    assert.equal(accepted(jsonTask('"Catch": [{ "ErrorEquals": ["X" <|>] }]'), 'States.Timeout'), jsonTask('"Catch": [{ "ErrorEquals": ["X", "States.Timeout"] }]'));
    assert.equal(accepted(jsonTask('"Catch": [{ "ErrorEquals": [<|> "X"] }]'), 'States.Timeout'), jsonTask('"Catch": [{ "ErrorEquals": ["States.Timeout", "X"] }]'));
    assert.equal(accepted(jsonTask('"Catch": [{ "ErrorEquals": ["<|>"] }]'), 'States.Timeout'), jsonTask('"Catch": [{ "ErrorEquals": ["States.Timeout"] }]'));
  });

  test('structures of a service, with their required members', () => {
    const training = (list: string): string =>
      `{\n  "States": {\n    "A": {\n      "Type": "Task",\n      "Resource": "arn:aws:states:::sagemaker:createTrainingJob",\n      "Parameters": {\n        "Tags": ${list}\n      }\n    }\n  }\n}`;
    assert.equal(
      accepted(training('[\n          { "Key": "a", "Value": "b" }\n          <|>\n        ]'), '{ … }'),
      training('[\n          { "Key": "a", "Value": "b" },\n          {\n            "Key": "",\n            "Value": ""\n          }\n        ]'),
    );
  });
});

suite('completion of whole constructs in YAML', () => {
  const lambda = `
    Retry:
      - ErrorEquals:
          - Lambda.ClientExecutionTimeoutException
          - Lambda.ServiceException
          - Lambda.AWSLambdaException
          - Lambda.SdkClientException
        IntervalSeconds: 2
        MaxAttempts: 6
        BackoffRate: 2
        JitterStrategy: FULL`;

  test('behind a dash, below the key, and behind the colon', () => {
    for (const place of ['Retry:\n  - <|>', 'Retry:\n  <|>', 'Retry: <|>', 'Retry:\n  - ret<|>', 'Retry:\n  ret<|>']) {
      assert.equal(accepted(yamlTask(place), 'retrier', 'yaml'), yamlTask(lambda), place);
    }
  });

  test('below the last item', () => {
    const list = (item: string): string => yamlTask(`Catch:\n  - ErrorEquals: [X]\n    Next: B\n${item}\nEnd: true`);
    const after = list('  - ErrorEquals:\n      - States.ALL\n    ResultPath: $.error\n    Next: B');
    for (const item of ['  <|>', '  - <|>', '  - cat<|>']) {
      assert.equal(accepted(list(item), 'catch-all', 'yaml'), after, item);
    }
  });

  test('below the last item, the dashes under the key', () => {
    const list = (item: string): string => yamlTask(`Catch:\n- ErrorEquals: [X]\n  Next: B\n${item}\nEnd: true`);
    assert.equal(accepted(list('<|>'), 'catch-all', 'yaml'), list('- ErrorEquals:\n    - States.ALL\n  ResultPath: $.error\n  Next: B'));
  });

  test('error names', () => {
    const names = (list: string): string => yamlTask(`Catch:\n  - ErrorEquals:\n${list.replace(/^/gm, '      ')}\n    Next: B`);
    assert.equal(accepted(names('- <|>'), 'States.Timeout', 'yaml'), names('- States.Timeout'));
    assert.equal(accepted(names('<|>'), 'States.Timeout', 'yaml'), names('- States.Timeout'));
    assert.equal(accepted(names('- X\n<|>'), 'States.Timeout', 'yaml'), names('- X\n- States.Timeout'));
  });

  test('none in lists that are free, nor in place of a value', () => {
    assert.deepEqual(offered(yamlTask('Assign:\n  list:\n    - <|>'), 'yaml'), []);
    assert.deepEqual(offered(yamlTask('Catch:\n  - ErrorEquals: [X]\n    Next: <|>'), 'yaml'), ['B (Succeed)', 'A (Task lambda:invoke)']);
  });
});
