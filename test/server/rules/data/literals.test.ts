// What is not evaluated, not there, or not used.
import { pathInLiteralField } from '../../../../server/src/rules/data/path-in-literal-field';
import { unavailableContextField } from '../../../../server/src/rules/data/unavailable-context-field';
import { unusedPassInput } from '../../../../server/src/rules/data/unused-pass-input';
import { checkFix, checkRule } from '../../../support/check';

suite('path-in-literal-field', () => {
  test('in the result of a Pass, in the error and the cause of a Fail', () => {
    checkRule(
      pathInLiteralField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Result": { "list": [{ "id.$": "$.id", "at.$": "$$.State.Name" }] }, "Next": "B" },
                                                              //^^^^^^ warning: Nothing in "Result" is evaluated: "$.id" is handed on as it is.
          "B": { "Type": "Pass", "Result": { "price": "$5", "note.$": "plain", "regular": "^a$" }, "Next": "C" },
          "C": { "Type": "Fail", "Error": "$.error", "Cause": "States.Format('{}', $.cause)" }
                                        //^^^^^^^^^ warning: "Error" is not evaluated: the failure would read "$.error".
                                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "Cause" is not evaluated: the failure would read "States.Format('{}', $.cause)".
        }
      }
      `,
    );
  });

  test('renames the field', () => {
    checkFix(
      pathInLiteralField,
      'Rename to "CausePath"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "Cause": "$.cause" } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": "$.cause" } } }',
    );
  });
});

suite('unavailable-context-field', () => {
  test('the token of a task that waits for none, the item of no map', () => {
    checkRule(
      unavailableContextField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "Message.$": "$$.Task.Token" }, "Next": "B" },
                                                                                                            //^^^^^^^^^^ warning: There is no "Task.Token" here: only a task whose "Resource" ends in ".waitForTaskToken" has one.
          "B": { "Type": "Task", "Resource": "\${Work}", "Parameters": { "Message.$": "$$.Task.Token" }, "Next": "C" },
          "Slip": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTasktoken", "Parameters": { "Message.$": "$$.Task.Token" }, "Next": "C" },
          "Not yet": { "Type": "Task", "Resource": "", "Parameters": { "Message.$": "$$.Task.Token" }, "Next": "C" },
          "C": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.context.Map.Item.Value %}", "Next": "D" },
                                                                                         //^^^^^^^^ warning: There is no "Map.Item" here: this is neither a Map state nor inside one.
          "D": {
            "Type": "Map",
            "ItemSelector": { "i.$": "$$.Map.Item.Index" },
            "ItemProcessor": { "StartAt": "E", "States": { "E": { "Type": "Pass", "InputPath": "$$.Map.Item.Value", "End": true } } },
            "End": true
          }
        }
      }
      `,
    );
  });
});

suite('unused-pass-input', () => {
  test('what stands beside a result', () => {
    checkRule(
      unusedPassInput,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "InputPath": "$.a", "Result": 1, "ResultPath": "$.b", "Next": "B" },
                               //^^^^^^^^^^^^^^^^^^ hint: "InputPath" has no effect beside "Result".
          "B": { "Type": "Pass", "InputPath": "$.a", "End": true }
        }
      }
      `,
    );
  });

  test('removes it', () => {
    checkFix(
      unusedPassInput,
      'Remove "InputPath"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.a", "Result": 1, "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": 1, "End": true } } }',
    );
  });
});
