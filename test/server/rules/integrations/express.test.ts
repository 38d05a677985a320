import { unsupportedInExpressWorkflow } from '../../../../server/src/rules/integrations/unsupported-in-express-workflow';
import { checkFix, checkRule } from '../../../support/check';

suite('unsupported-in-express-workflow', () => {
  test('where the whole workflow is known to be Express', () => {
    checkRule(
      unsupportedInExpressWorkflow,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Next": "B" },
                                                                                  //^^^^^^^ error: An Express workflow can't wait for a job to end: it has no ".sync".
          "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Next": "C" },
                                                                        //^^^^^^^^^^^^^^^^^ error: An Express workflow can't wait for a task token: it has no ".waitForTaskToken".
          "C": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:c", "Next": "D" },
                                           //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: An Express workflow can't use activities.
          "D": {
            "Type": "Map",
            "ItemProcessor": {
              "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                                         //^^^^^^^^^^^^^ error: An Express workflow can't have a distributed map.
              "StartAt": "E",
              "States": { "E": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": true } }
            },
            "End": true
          }
        }
      }
      `,
      { workflowType: 'EXPRESS' },
    );
  });

  test('inside the Express runs of a distributed map, however deep', () => {
    checkRule(
      unsupportedInExpressWorkflow,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Map",
            "ItemProcessor": {
              "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
              "StartAt": "B",
              "States": {
                "B": {
                  "Type": "Parallel",
                  "Branches": [
                    { "StartAt": "C", "States": { "C": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "End": true } } }
                                                                                                                //^^^^^^^^^^^^^^^^^ error: An Express workflow can't wait for a task token: it has no ".waitForTaskToken".
                  ],
                  "End": true
                }
              }
            },
            "Next": "D"
          },
          "D": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "End": true }
        }
      }
      `,
    );
  });

  test('says nothing where the type is not known', () => {
    checkRule(
      unsupportedInExpressWorkflow,
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": true } } }',
    );
  });

  test('leaves what no workflow has to another rule', () => {
    checkRule(
      unsupportedInExpressWorkflow,
      '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.sync", "End": true } } }',
      { workflowType: 'EXPRESS' },
    );
  });

  test('takes the waiting away', () => {
    const map = (resource: string): string =>
      `{ "StartAt": "A", "States": { "A": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "B", "States": { "B": { "Type": "Task", "Resource": "${resource}", "End": true } } }, "End": true } } }`;
    checkFix(unsupportedInExpressWorkflow, 'Remove ".sync:2"', map('arn:aws:states:::states:startExecution.sync:2'), map('arn:aws:states:::states:startExecution'));
  });
});
