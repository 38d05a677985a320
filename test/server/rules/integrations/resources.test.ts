// Which resources a task, a reader and a writer can name.
import assert from 'node:assert/strict';
import { betterIntegration } from '../../../../server/src/rules/integrations/better-integration';
import { missingLambdaRetry } from '../../../../server/src/rules/integrations/missing-lambda-retry';
import { unknownSdkIntegration } from '../../../../server/src/rules/integrations/unknown-sdk-integration';
import { conflictingRegions } from '../../../../server/src/rules/integrations/conflicting-regions';
import { invalidResource } from '../../../../server/src/rules/integrations/invalid-resource';
import { unknownIntegration } from '../../../../server/src/rules/integrations/unknown-integration';
import { unknownIntegrationPattern } from '../../../../server/src/rules/integrations/unknown-integration-pattern';
import { checkFix, checkRule, fixed } from '../../../support/check';

const task = (resource: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${resource}", "End": true } } }`;

suite('invalid-resource', () => {
  test('what is no ARN, or of nothing that a task can call', () => {
    checkRule(
      invalidResource,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "my-function", "Next": "B" },
                                           //^^^^^^^^^^^^^ error: "my-function" is not an ARN. A Task needs that of a Lambda function, an activity or a service integration.
          "B": { "Type": "Task", "Resource": "$.function", "Next": "C" },
                                           //^^^^^^^^^^^^ error: "Resource" is never evaluated. To choose a function in the run, call "arn:aws:states:::lambda:invoke" and give it the "FunctionName".
          "C": { "Type": "Task", "Resource": "arn:aws:sqs:eu-west-1:123456789012:queue", "Next": "D" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A Task calls a Lambda function, an activity or a service integration. This ARN is of none of them.
          "D": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:stateMachine:child", "Next": "E" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A Task can't name a state machine. "arn:aws:states:::states:startExecution" starts one, with its ARN as "StateMachineArn".
          "E": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:score:", "Next": "F" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: This is not how the ARN of a Lambda function reads: "arn:aws:lambda:REGION:ACCOUNT:function:NAME", then a version or an alias or nothing.
          "F": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:my act", "End": true }
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The name of an activity has 1 to 80 characters, without spaces, brackets and special characters.
        }
      }
      `,
    );
  });

  test('an empty text names nothing', () => {
    checkRule(
      invalidResource,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "", "Next": "B" },
                                           //^^ error: The ARN of a Lambda function, an activity or a service integration is missing here.
          "B": { "Type": "Map", "ItemReader": { "Resource": "" }, "End": true }
                                                          //^^ error: An item reader reads by "arn:aws:states:::s3:getObject" or "arn:aws:states:::s3:listObjectsV2" only.
        }
      }
      `,
    );
  });

  test('takes what the deployment fills in, and every partition', () => {
    for (const good of [
      'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${Name}',
      '${ScoreFunctionArn}',
      '${Prefix}:lambda:invoke',
      'arn:aws-iso-b:states:::lambda:invoke',
      'arn:aws-cn:lambda:cn-north-1:123456789012:function:score:$LATEST',
    ]) {
      checkRule(invalidResource, task(good));
    }
  });

  test('readers and writers have actions of their own', () => {
    checkRule(
      invalidResource,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Map",
            "ItemReader": { "Resource": "arn:aws:states:::s3:putObject" },
                                      //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: An item reader reads by "arn:aws:states:::s3:getObject" or "arn:aws:states:::s3:listObjectsV2" only.
            "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject" },
            "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } },
            "End": true
          }
        }
      }
      `,
    );
  });

  test('writes a short name out', () => {
    checkFix(invalidResource, 'Change to "arn:aws:states:::lambda:invoke.waitForTaskToken"', task('states:::lambda:invoke.waitForTaskToken'), task('arn:aws:states:::lambda:invoke.waitForTaskToken'));
  });
});

suite('unknown-integration', () => {
  test('unknown services and actions, with what may have been meant', () => {
    checkRule(
      unknownIntegration,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::lamda:invoke", "Next": "B" },
                                                             //^^^^^^^^^^^^ error: There is no integration "lamda:invoke". Did you mean "lambda:invoke"?
          "B": { "Type": "Task", "Resource": "arn:aws:states:::sqs:SendMessage", "Next": "C" },
                                                             //^^^^^^^^^^^^^^^ error: There is no integration "sqs:SendMessage". Did you mean "sqs:sendMessage"?
          "C": { "Type": "Task", "Resource": "arn:aws:states:::events:listRules", "Next": "D" },
                                                             //^^^^^^^^^^^^^^^^ error: Step Functions has no integration of its own for "events:listRules". Through the SDK it is "aws-sdk:eventbridge:listRules".
          "D": { "Type": "Task", "Resource": "arn:aws:states:::lambda", "Next": "E" },
                                                             //^^^^^^ error: There is no integration "lambda". "lambda" has "invoke".
          "E": { "Type": "Task", "Resource": "arn:aws:states:::weather:ask", "Next": "F" },
                                                             //^^^^^^^^^^^ error: There is no integration with a service "weather". Every API is there as "aws-sdk:service:action".
          "F": { "Type": "Task", "Resource": "arn:aws:states:::constructor:toString", "End": true }
                                                             //^^^^^^^^^^^^^^^^^^^^ error: There is no integration with a service "constructor". Every API is there as "aws-sdk:service:action".
        }
      }
      `,
    );
  });

  test('names of the SDK are checked for how they are written', () => {
    checkRule(
      unknownIntegration,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:S3:ListBuckets", "Next": "B" },
                                                                     //^^^^^^^^^^^^^^ error: An SDK integration names the service in lower case, and the action beginning so: "aws-sdk:s3:listBuckets".
          "B": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3", "Next": "C" },
                                                                     //^^ error: An SDK integration names a service and an action: "arn:aws:states:::aws-sdk:s3:listBuckets".
          "C": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true }
        }
      }
      `,
    );
  });

  test('says nothing of what the deployment fills in', () => {
    checkRule(unknownIntegration, task('arn:aws:states:::${Service}:invoke'));
  });

  test('changes the name alone', () => {
    checkFix(unknownIntegration, 'Change to "sqs:sendMessage"', task('arn:aws:states:::sqs:SendMessage.waitForTaskToken'), task('arn:aws:states:::sqs:sendMessage.waitForTaskToken'));
    checkFix(unknownIntegration, 'Change to "aws-sdk:dynamodb:query"', task('arn:aws:states:::dynamodb:query'), task('arn:aws:states:::aws-sdk:dynamodb:query'));
    checkFix(unknownIntegration, 'Change to "aws-sdk:s3:listBuckets"', task('arn:aws:states:::aws-sdk:S3:ListBuckets'), task('arn:aws:states:::aws-sdk:s3:listBuckets'));
  });
});

suite('unknown-integration-pattern', () => {
  test('not every action can be waited for', () => {
    checkRule(
      unknownIntegrationPattern,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.sync", "Next": "B" },
                                                                          //^^^^^ error: There is no ".sync" for "lambda:invoke". There is ".waitForTaskToken".
          "B": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync:2", "Next": "C" },
                                                                             //^^^^^^^ error: There is no ".sync:2" for "glue:startJobRun". There is ".sync".
          "C": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem.sync", "Next": "D" },
                                                                             //^^^^^ error: There is no ".sync" for "dynamodb:getItem". It answers at once, and there is nothing to wait for.
          "D": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:getObject.sync", "Next": "E" },
                                                                                 //^^^^^ error: There is no ".sync" for "aws-sdk:s3:getObject". There is ".waitForTaskToken".
          "E": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true }
        }
      }
      `,
    );
  });

  test('takes it away, or changes it to the near one', () => {
    checkFix(unknownIntegrationPattern, 'Remove ".sync"', task('arn:aws:states:::lambda:invoke.sync'), task('arn:aws:states:::lambda:invoke'));
    checkFix(unknownIntegrationPattern, 'Change to ".sync"', task('arn:aws:states:::glue:startJobRun.sync:2'), task('arn:aws:states:::glue:startJobRun.sync'));
    checkFix(unknownIntegrationPattern, 'Change to ".waitForTaskToken"', task('arn:aws:states:::lambda:invoke.waitForTasktoken'), task('arn:aws:states:::lambda:invoke.waitForTaskToken'));
  });
});

suite('conflicting-regions', () => {
  test('functions and activities of one machine are in one region', () => {
    checkRule(
      conflictingRegions,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:a", "Next": "B" },
          "B": { "Type": "Task", "Resource": "arn:aws:lambda:\${AWS::Region}:123456789012:function:b", "Next": "C" },
          "C": { "Type": "Task", "Resource": "arn:aws-cn:states:cn-north-1:123456789012:activity:c", "End": true }
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: This is in "aws-cn:cn-north-1", but another task of the machine is in "aws:eu-west-1". A task can't reach into another region.
        }
      }
      `,
    );
  });
});

suite('unknown-sdk-integration', () => {
  const task = (resource: string, parameters = '{}'): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${resource}", "Parameters": ${parameters}, "End": true } } }`;

  test('services and actions that are not there, or can\'t be called', () => {
    checkRule(unknownSdkIntegration, `
      { "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:logs:putLogEvents", "Next": "B" },
                                                                   //^^^^ warning: The AWS SDK integrations are not known to have a service "logs". Did you mean "cloudwatchlogs"?
        "B": { "Type": "Task", "Resource": "arn:aws-cn:states:::aws-sdk:rds:describeDBInstance", "Next": "C" },
                                                                          //^^^^^^^^^^^^^^^^^^ warning: "rds" is not known to have an action "describeDBInstance". Did you mean "describeDBInstances"?
        "C": { "Type": "Task", "Resource": "arn:aws-us-gov:states:::aws-sdk:kinesis:subscribeToShard.waitForTaskToken", "Next": "D" },
                                                                                  //^^^^^^^^^^^^^^^^ warning: Step Functions can't call "subscribeToShard" of "kinesis" through the SDK.
        "D": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:emrcontainers:startJob", "End": true }
                                                                                 //^^^^^^^^ info: "emrcontainers" is not known to have an action "startJob". Did you mean "startJobRun"?
      } }
    `);
  });

  test('what a deployment fills in, a service without a model, and names that are written wrong', () => {
    for (const resource of ['arn:\${AWS::Partition}:states:::aws-sdk:sfn:listExecutions', 'arn:aws:states:::aws-sdk:\${Service}:list', 'arn:aws:states:::aws-sdk:billing:anything', 'arn:aws:states:::aws-sdk:S3:listBuckets']) {
      checkRule(unknownSdkIntegration, task(resource));
    }
  });

  test('changes to the right service, the right action, or the integration that there is', () => {
    checkFix(unknownSdkIntegration, 'Change to "cloudwatchlogs"', task('arn:aws:states:::aws-sdk:logs:putLogEvents'), task('arn:aws:states:::aws-sdk:cloudwatchlogs:putLogEvents'));
    checkFix(unknownSdkIntegration, 'Change to "describeDBInstances"', task('arn:aws:states:::aws-sdk:rds:describeDbInstances'), task('arn:aws:states:::aws-sdk:rds:describeDBInstances'));
    checkFix(
      unknownSdkIntegration,
      'Change to "bedrockagentcore:invokeHarness"',
      task('arn:aws:states:::aws-sdk:bedrockagentcore:invokeHarness'),
      task('arn:aws:states:::bedrockagentcore:invokeHarness'),
    );
  });
});

suite('better-integration', () => {
  const task = (resource: string, parameters: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::${resource}", "Parameters": ${parameters}, "End": true } } }`;

  test('the same operation, by whatever name its service has', () => {
    checkRule(betterIntegration, `
      { "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:startExecution", "Next": "B" },
                                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^ info: Step Functions has an integration of its own for this: "states:startExecution". With ".sync" it waits for the job to end.
        "B": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:bedrockruntime:invokeModel", "Next": "C" },
                                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: Step Functions has an integration of its own for this: "bedrock:invokeModel".
        "C": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem.waitForTaskToken", "Next": "D" },
        "D": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:emr:runJobFlow", "Next": "E" },
        "E": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:emr:createCluster", "End": true }
      } }
    `);
  });

  test('is changed where the request can stay as it is, and only there', () => {
    const key = '{ "TableName": "t", "Key": { "id": { "S": "a" } } }';
    checkFix(betterIntegration, 'Change to "dynamodb:getItem"', task('aws-sdk:dynamodb:getItem', key), task('dynamodb:getItem', key));
    for (const request of ['{ "TableName": "t", "Key": { "id": { "Bool": true } } }', '{ "TableName": "t", "Key.$": "$.key" }']) {
      assert.throws(() => fixed(betterIntegration, 'Change to "dynamodb:getItem"', task('aws-sdk:dynamodb:getItem', request), 'json'), /none at all/);
    }
    assert.throws(() => fixed(betterIntegration, 'Change to "lambda:invoke"', task('aws-sdk:lambda:invoke', '{ "FunctionName": "f", "Payload": "{}" }'), 'json'), /none at all/);
  });
});

suite('missing-lambda-retry', () => {
  test('neither the one nor the other way to call a function, without a retrier for any of the errors', () => {
    checkRule(missingLambdaRetry, `
      { "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["TooHot"] }], "Next": "B" },
                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: The Lambda service fails for a moment now and then, and nothing tries again here.
        "B": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Next": "C" },
                                         //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: The Lambda service fails for a moment now and then, and nothing tries again here.
        "C": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Retry": [{ "ErrorEquals": ["Lambda.ServiceException"] }], "Next": "D" },
        "D": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Retry": [{ "ErrorEquals": ["TooHot"] }, { "ErrorEquals": ["States.ALL"] }], "Next": "E" },
        "E": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody": "m" }, "End": true }
      } }
    `);
  });

  test('adds the retrier that AWS recommends', () => {
    const invoke = (retry: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true${retry} } } }`;
    checkFix(
      missingLambdaRetry,
      'Retry the errors that AWS recommends',
      invoke(''),
      invoke(
        ', "Retry": [{ "ErrorEquals": ["Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException"], "IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 2 }]',
      ),
    );
  });
});
