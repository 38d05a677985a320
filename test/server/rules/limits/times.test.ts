// Times and numbers that are more than can be had.
import { excessiveConcurrency } from '../../../../server/src/rules/limits/excessive-concurrency';
import { excessiveHeartbeat } from '../../../../server/src/rules/limits/excessive-heartbeat';
import { excessiveTimeout } from '../../../../server/src/rules/limits/excessive-timeout';
import { excessiveWait } from '../../../../server/src/rules/limits/excessive-wait';
import { checkRule } from '../../../support/check';

test('excessive-heartbeat', () => {
  checkRule(
    excessiveHeartbeat,
    `
    {
      "StartAt": "A",
      "States": {
        "A": { "Type": "Task", "TimeoutSeconds": 60, "HeartbeatSeconds": 61, "Next": "B" },
                                                                       //^^ warning: The heartbeat has to be shorter than the timeout of 60 seconds, or it can never be missed.
        "B": { "Type": "Task", "TimeoutSeconds": 60, "HeartbeatSeconds": 59, "Next": "C" },
        "C": { "Type": "Task", "TimeoutSecondsPath": "$.t", "HeartbeatSeconds": 61, "End": true }
      }
    }
    `,
  );
});

suite('excessive-wait', () => {
  test('longer than a year', () => {
    checkRule(
      excessiveWait,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Wait", "Seconds": 31536000, "Next": "B" },
          "B": { "Type": "Wait", "Seconds": 31536001, "End": true }
                                          //^^^^^^^^ warning: A run ends after a year, 31536000 seconds, so this wait never will.
        }
      }
      `,
    );
  });

  test('longer than an Express run', () => {
    checkRule(
      excessiveWait,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Wait", "Seconds": 301, "End": true }
                                          //^^^ warning: An Express run ends after 300 seconds, so this wait never will.
        }
      }
      `,
      { workflowType: 'EXPRESS' },
    );
  });
});

suite('excessive-timeout', () => {
  test('calls that end by themselves', () => {
    checkRule(
      excessiveTimeout,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "TimeoutSeconds": 61, "Next": "B" },
                                                                                             //^^ info: An HTTP task ends after 60 seconds by itself, so this timeout never comes.
          "B": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:b", "TimeoutSeconds": 901, "Next": "C" },
                                                                                                                 //^^^ info: A Lambda function ends after 900 seconds by itself, so this timeout never comes.
          "C": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 3600, "Next": "D" },
          "D": { "Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "TimeoutSeconds": 3600, "End": true }
        }
      }
      `,
    );
  });

  test('Express runs end sooner', () => {
    checkRule(
      excessiveTimeout,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 301, "End": true }
                                                                                               //^^^ info: An Express run ends after 300 seconds by itself, so this timeout never comes.
        }
      }
      `,
      { workflowType: 'EXPRESS' },
    );
  });
});

test('excessive-concurrency', () => {
  checkRule(
    excessiveConcurrency,
    `
    {
      "StartAt": "A",
      "States": {
        "A": { "Type": "Map", "MaxConcurrency": 41, "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "Next": "C" },
                                              //^^ info: An inline map works on about 40 items at once; more takes "Mode": "DISTRIBUTED".
        "C": { "Type": "Map", "MaxConcurrency": 41, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" } }, "End": true }
      }
    }
    `,
  );
});
