// What a call has to say, and what it hands out.
import { invalidRole } from '../../../../server/src/rules/integrations/invalid-role';
import { missingArgument } from '../../../../server/src/rules/integrations/missing-argument';
import { missingRequest } from '../../../../server/src/rules/integrations/missing-request';
import { missingTaskToken } from '../../../../server/src/rules/integrations/missing-task-token';
import { missingTimeout } from '../../../../server/src/rules/integrations/missing-timeout';
import { unsupportedCredentials } from '../../../../server/src/rules/integrations/unsupported-credentials';
import { unusableHttpRequest } from '../../../../server/src/rules/integrations/unusable-http-request';
import { unusedHeartbeat } from '../../../../server/src/rules/integrations/unused-heartbeat';
import { checkFix, checkRule } from '../../../support/check';

suite('missing-argument', () => {
  test('in both query languages, and in readers', () => {
    checkRule(
      missingArgument,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl.$": "$.url" }, "Next": "B" },
                                                                               //^^^^^^^^^^^^ error: "sqs:sendMessage" needs "MessageBody".
          "B": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::dynamodb:putItem", "Arguments": {}, "Next": "C" },
                                                                                                            //^^^^^^^^^^^ error: "dynamodb:putItem" needs "TableName" and "Item".
          "C": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::dynamodb:putItem", "Arguments": "{% $states.input %}", "Next": "D" },
          "D": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET" }, "Next": "E" },
                                                                           //^^^^^^^^^^^^ error: "http:invoke" needs "InvocationConfig" or "Authentication".
          "E": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "functionName.$": "$.f" }, "Next": "F" },
                                                                                             //^^^^^^^^^^^^^^^^ error: "lambda:invoke" knows this field as "FunctionName.$".
          "F": {
            "Type": "Map",
            "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket": "models" } },
                                                                       //^^^^^^^^^^^^ error: "s3:getObject" needs "Key".
            "ItemProcessor": { "StartAt": "G", "States": { "G": { "Type": "Succeed" } } },
            "End": true
          }
        }
      }
      `,
    );
  });

  test('adds it, or corrects its letter case', () => {
    checkFix(
      missingArgument,
      'Add "MessageBody"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q" }, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody": "" }, "End": true } } }',
    );
    checkFix(
      missingArgument,
      'Change to "FunctionName.$"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "functionName.$": "$.f" }, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName.$": "$.f" }, "End": true } } }',
    );
  });
});

suite('missing-request', () => {
  test('what the model of the service asks for', () => {
    checkRule(missingRequest, `
      { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:stopInstances", "End": true } } }
                                                                     //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "aws-sdk:ec2:stopInstances" needs "Parameters" with "InstanceIds"; without, the run fails.
    `);
  });

  test('nothing is said at all', () => {
    checkRule(
      missingRequest,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "B" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "sqs:sendMessage" needs "Parameters" with "QueueUrl" and "MessageBody"; without, the run fails.
          "B": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Next": "C" },
                                                                       //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "lambda:invoke" needs "Arguments" with "FunctionName"; without, the run fails.
          "C": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Next": "D" },
          "D": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true }
        }
      }
      `,
    );
  });
});

suite('missing-task-token', () => {
  test('nobody is given the token', () => {
    checkRule(
      missingTaskToken,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Parameters": { "Message": "Good?" }, "Next": "B" },
                                                                        //^^^^^^^^^^^^^^^^^ warning: The task waits for its token, but its request hands no token out, so nobody can return it.
          "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Parameters": { "Message": { "t": [{ "u.$": "$$.Task.Token" }] } }, "Next": "C" },
          "C": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Arguments": { "Message": "{% $states.input %}" }, "Next": "D" },
                                                                                                    //^^^^^^^^^^^^^^^^^ warning: The task waits for its token, but its request hands no token out, so nobody can return it.
          "D": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Arguments": "{% $merge([$states.input, { 'c': $states.context }]) %}", "Next": "E" },
          "E": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Parameters": { "Message.$": "$message" }, "End": true }
        }
      }
      `,
    );
  });
});

suite('invalid-role', () => {
  test('a role is named by its ARN', () => {
    checkRule(
      invalidRole,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn": "$.role" }, "Next": "B" },
                                                                                                         //^^^^^^^^ warning: "RoleArn" is taken as it is; a path is evaluated under "RoleArn.$".
          "B": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn": "scorer" }, "Next": "C" },
                                                                                                         //^^^^^^^^ warning: "scorer" is not the ARN of a role, so the task can't take it on.
          "C": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/x/scorer" }, "Next": "D" },
          "D": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn": "{% $role %}" }, "End": true }
        }
      }
      `,
    );
  });

  test('renames for a path', () => {
    checkFix(
      invalidRole,
      'Rename to "RoleArn.$"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn": "$.role" }, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": { "RoleArn.$": "$.role" }, "End": true } } }',
    );
  });
});

suite('unsupported-credentials', () => {
  test('only activities come without', () => {
    checkRule(
      unsupportedCredentials,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "Credentials": { "RoleArn": "r" }, "Next": "B" },
                                                                                               //^^^^^^^^^^^^^ error: An activity takes no "Credentials": its workers bring their own.
          "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Credentials": { "RoleArn": "r" }, "End": true }
        }
      }
      `,
    );
  });
});

suite('unusable-http-request', () => {
  test('methods and headers', () => {
    checkRule(
      unusableHttpRequest,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::http:invoke",
            "Parameters": { "Method": "get", "Headers": { "Accept": "text/plain", "X-Amz-Date": "now", "host": "x" } },
                                    //^^^^^ warning: "get" is not a method of HTTP tasks. There are "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS" and "HEAD".
                                                                                //^^^^^^^^^^^^ warning: An HTTP task can't set the header "X-Amz-Date", and fails in the run.
                                                                                                     //^^^^^^ warning: An HTTP task can't set the header "host", and fails in the run.
            "Next": "B"
          },
          "B": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "Method": "FETCH", "Headers": [] }, "Next": "C" },
                                                                                                     //^^^^^^^ warning: "FETCH" is not a method of HTTP tasks. There are "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS" and "HEAD".
          "C": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::http:invoke", "Arguments": { "Method": "{% $method %}" }, "Next": "D" },
          "D": { "Type": "Task", "Resource": "arn:aws:states:::apigateway:invoke", "Parameters": { "Method": "get" }, "End": true }
        }
      }
      `,
    );
  });

  test('writes the method in capitals', () => {
    checkFix(
      unusableHttpRequest,
      'Change to "GET"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "Method": "get" }, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "Method": "GET" }, "End": true } } }',
    );
  });
});

suite('timeouts of tasks that wait for others', () => {
  test('missing-timeout', () => {
    checkRule(
      missingTimeout,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:a", "Next": "B" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info: "A" waits until a worker takes it on and ends it, for up to a year: it has no timeout.
          "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Next": "C" },
                                                                        //^^^^^^^^^^^^^^^^^ info: "B" waits until its token is returned, for up to a year: it has no timeout.
          "C": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "HeartbeatSecondsPath": "$.s", "Next": "D" },
          "D": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true }
        }
      }
      `,
    );
  });

  test('unused-heartbeat', () => {
    checkRule(
      unusedHeartbeat,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:a", "HeartbeatSeconds": 5, "Next": "B" },
                                                                                               //^^^^^^^^^^^^^^^^^^ info: Nobody sends heartbeats for this task, so this is but another timeout.
          "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "HeartbeatSeconds": 5, "Next": "C" },
          "C": { "Type": "Task", "Resource": "\${Work}", "HeartbeatSeconds": 5, "End": true }
        }
      }
      `,
    );
    checkFix(
      unusedHeartbeat,
      'Rename to "TimeoutSeconds"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "HeartbeatSeconds": 5, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5, "End": true } } }',
    );
  });
});
