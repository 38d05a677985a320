import assert from 'node:assert/strict';
import { checkRefactoring, offered, refusal, titles } from '../../../support/refactoring';

const task = (resource: string, more = ''): string => `{
  "StartAt": "Call",
  "States": {
    "Ca<|>ll": {
      "Type": "Task",
      "Resource": "${resource}",
      ${more}"End": true
    }
  }
}`;

const errorsIn = (result: ReturnType<typeof offered>): string[] =>
  'text' in result ? (JSON.parse(result.text) as { States: { Call: { Retry: { ErrorEquals: string[] }[] } } }).States.Call.Retry.flatMap(({ ErrorEquals }) => ErrorEquals) : assert.fail(result.refused);

suite('Add Retry', () => {
  test('for a Lambda function with what AWS recommends', () => {
    const title = 'Add Retry for transient errors of Lambda';
    checkRefactoring(title, task('arn:aws:lambda:eu-west-1:123456789012:function:score'), `
      {
        "StartAt": "Call",
        "States": {
          "Call": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:score",
            "End": true,
            "Retry": [
              {
                "ErrorEquals": [
                  "Lambda.ClientExecutionTimeoutException",
                  "Lambda.ServiceException",
                  "Lambda.AWSLambdaException",
                  "Lambda.SdkClientException"
                ],
                "IntervalSeconds": 2,
                "MaxAttempts": 6,
                "BackoffRate": 2,
                "JitterStrategy": "FULL"
              }
            ]
          }
        }
      }`);
    assert.ok(titles(task('arn:aws:states:::lambda:invoke', '"Parameters": { "FunctionName": "f" },\n      ')).includes(title));
  });

  test('for another service with those of the action\'s errors that pass', () => {
    const result = offered(task('arn:aws:states:::aws-sdk:dynamodb:getItem', '"Parameters": { "TableName": "t", "Key": {} },\n      '), 'Add Retry for transient errors of aws-sdk:dynamodb:getItem');
    assert.deepEqual(errorsIn(result), [
      'DynamoDb.InternalServerErrorException',
      'DynamoDb.ProvisionedThroughputExceededException',
      'DynamoDb.RequestLimitExceededException',
      'DynamoDb.ThrottlingException',
    ]);
  });

  test('where none is known to pass, with what the service calls all others', () => {
    const result = offered(task('arn:aws:states:::aws-sdk:s3:getObject', '"Parameters": { "Bucket": "b", "Key": "k" },\n      '), 'Add Retry for transient errors of aws-sdk:s3:getObject');
    assert.deepEqual(errorsIn(result), ['S3.S3Exception']);
  });

  test('for anything else with the failure of a task', () => {
    assert.deepEqual(errorsIn(offered(task('arn:aws:states:eu-west-1:123456789012:activity:ask'), 'Add Retry')), ['States.TaskFailed']);
  });

  test('is refused where there is one', () => {
    assert.equal(refusal(task('arn:aws:states:eu-west-1:123456789012:activity:ask', '"Retry": [{ "ErrorEquals": ["States.ALL"] }],\n      '), 'Add Retry'), '"Call" has a "Retry" already.');
  });
});

suite('Catch errors', () => {
  test('in JSONPath the input stays, with the error beside it', () => {
    checkRefactoring('Catch errors of "Call"', task('arn:aws:states:eu-west-1:123456789012:activity:ask'), `
      {
        "StartAt": "Call",
        "States": {
          "Call": {
            "Type": "Task",
            "Resource": "arn:aws:states:eu-west-1:123456789012:activity:ask",
            "End": true,
            "Catch": [
              {
                "ErrorEquals": [
                  "States.ALL"
                ],
                "ResultPath": "$.error",
                "Next": "Call failed"
              }
            ]
          },
          "Call failed": {
            "Type": "Fail",
            "ErrorPath": "$.error.Error",
            "CausePath": "$.error.Cause"
          }
        }
      }`);
  });

  test('in JSONata too', () => {
    const before = 'QueryLanguage: JSONata\nStartAt: Call\nStates:\n  Call<|>:\n    Type: Task\n    Resource: arn:aws:states:eu-west-1:123456789012:activity:ask\n    End: true\n';
    assert.deepEqual(offered(before, 'Catch errors of "Call"', 'yaml'), {
      text:
        'QueryLanguage: JSONata\nStartAt: Call\nStates:\n  Call:\n    Type: Task\n    Resource: arn:aws:states:eu-west-1:123456789012:activity:ask\n    End: true\n' +
        '    Catch:\n      - ErrorEquals:\n          - States.ALL\n        Output: \'{% $merge([$states.input, { "error": $states.errorOutput }]) %}\'\n        Next: Call failed\n' +
        '  Call failed:\n    Type: Fail\n    Error: "{% $states.input.error.Error %}"\n    Cause: "{% $states.input.error.Cause %}"\n',
    });
  });

  test('what comes is no object: the error goes on alone', () => {
    const sample = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": [1], "Next": "B" }, "B<|>": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:ask", "End": true } } }';
    const result = offered(sample, 'Catch errors of "B"');
    const { States } = JSON.parse('text' in result ? result.text : assert.fail(result.refused)) as { States: Record<string, unknown> };
    assert.deepEqual((States['B'] as { Catch: unknown }).Catch, [{ ErrorEquals: ['States.ALL'], Next: 'B failed' }]);
    assert.deepEqual(States['B failed'], { Type: 'Fail', ErrorPath: '$.Error', CausePath: '$.Cause' });
  });

  test('is not for a state that can\'t have a Catch', () => {
    assert.deepEqual(titles('{ "StartAt": "A", "States": { "A<|>": { "Type": "Wait", "Seconds": 1, "End": true } } }').filter((title) => /Catch|Retry/.test(title)), []);
  });
});
