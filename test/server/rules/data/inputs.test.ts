// What states hand on to each other, as far as it is written in the definition.
import { misplacedResult } from '../../../../server/src/rules/data/misplaced-result';
import { unknownInputField } from '../../../../server/src/rules/data/unknown-input-field';
import { checkFix, checkRule } from '../../../support/check';

/** A state that reads `$.b`, behind others that begin with `A`. */
const readBehind = (states: string): string => `{ "StartAt": "A", "States": { ${states}, "Read": { "Type": "Pass", "InputPath": "$.b", "End": true } } }`;

suite('unknown-input-field', () => {
  test('a Pass state hands on its result in place of its input', () => {
    checkRule(
      unknownInputField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Result": { "epochs": 10 }, "Next": "B" },
          "B": { "Type": "Choice", "Choices": [{ "Variable": "$.epoch", "NumericEquals": 10, "Next": "C" }], "Default": "C" },
                                                              //^^^^^ warning: There is no "epoch" here: what comes before hands on "epochs" only. Did you mean "epochs"?
          "C": { "Type": "Pass", "Parameters": { "n.$": "$.epochs", "text.$": "States.Format('{}', $.name.first)" }, "Next": "D" },
                                                                                                   //^^^^ warning: There is no "name" here: what comes before hands on "epochs" only.
          "D": { "Type": "Wait", "SecondsPath": "$.n", "Next": "E" },
          "E": { "Type": "Fail", "CausePath": "$.why" }
                                               //^^^ warning: There is no "why" here: what comes before hands on "n" and "text" only.
        }
      }
      `,
    );
  });

  test('the answer of a Lambda function is under Payload', () => {
    checkRule(
      unknownInputField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "B" },
          "B": { "Type": "Pass", "Parameters": { "id.$": "$.id", "all.$": "$.Payload.id" }, "End": true }
                                                          //^^ warning: There is no "id" here: what the Lambda function answers is under "Payload".
        }
      }
      `,
    );
  });

  test('a Parallel state and a Map hand on a list, a catcher the error', () => {
    checkRule(
      unknownInputField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Parallel",
            "Branches": [{ "StartAt": "X", "States": { "X": { "Type": "Succeed" } } }],
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "C" }],
            "Next": "B"
          },
          "B": { "Type": "Pass", "InputPath": "$.first", "End": true },
                                               //^^^^^ warning: There is no "first" here: what comes before hands on a list.
          "C": { "Type": "Fail", "ErrorPath": "$.Error", "CausePath": "$.error" }
                                                                       //^^^^^ warning: There is no "error" here: what comes before hands on "Error" and "Cause" only. Did you mean "Error"?
        }
      }
      `,
    );
  });

  test('says nothing where another way may bring the field, or nobody knows what comes', () => {
    const shapes = [
      // The input of the run is anybody's.
      '"A": { "Type": "Pass", "Next": "Read" }',
      '"A": { "Type": "Wait", "Seconds": 1, "Next": "Read" }',
      '"A": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "Next": "Read" }',
      '"A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "OutputPath": "$.Payload", "Next": "Read" }',
      '"A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "Parameters": { "FunctionName": "f", "Payload": { "t.$": "$$.Task.Token" } }, "Next": "Read" }',
      '"A": { "Type": "Pass", "Result": { "a": 1 }, "ResultPath": "$.x", "Next": "Read" }',
      '"A": { "Type": "Pass", "Result": { "a": 1 }, "ResultPath": null, "Next": "Read" }',
      '"A": { "Type": "Pass", "Result": "${Result}", "Next": "Read" }',
      '"A": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "a": 1 }, "Next": "Read" }',
      // One of two ways has it.
      '"A": { "Type": "Choice", "Choices": [{ "Variable": "$.b", "IsPresent": true, "Next": "B" }], "Default": "C" }, "B": { "Type": "Pass", "Result": { "a": 1 }, "Next": "Read" }, "C": { "Type": "Pass", "Result": { "b": 1 }, "Next": "Read" }',
      // It is put there later.
      '"A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "B" }, "B": { "Type": "Pass", "Result": 1, "ResultPath": "$.b", "Next": "Read" }',
      '"A": { "Type": "Pass", "Parameters": { "b.$": "$.x" }, "Next": "Read" }',
    ];
    for (const states of shapes) {
      checkRule(unknownInputField, readBehind(states));
    }
  });

  test('says nothing of what a Choice state asks for before', () => {
    checkRule(
      unknownInputField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "B" },
          "B": {
            "Type": "Choice",
            "Choices": [{ "And": [{ "Variable": "$.b", "IsPresent": true }, { "Variable": "$.b.c", "NumericEquals": 1 }], "Next": "C" }],
            "Default": "C"
          },
          "C": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('a loop comes to an end', () => {
    checkRule(
      unknownInputField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "B" },
          "B": { "Type": "Pass", "Result": 1, "ResultPath": "$.b", "Next": "C" },
          "C": { "Type": "Choice", "Choices": [{ "Variable": "$.c", "NumericEquals": 1, "Next": "B" }], "Default": "D" },
                                                              //^ warning: There is no "c" here: what comes before hands on "a" and "b" only. Did you mean "a" or "b"?
          "D": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('takes it from the answer of the function', () => {
    const sample = (path: string): string =>
      `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "${path}", "End": true } } }`;
    checkFix(unknownInputField, 'Change to "Payload.id"', sample('$.id'), sample('$.Payload.id'));
  });

  test('changes it to the near one', () => {
    checkFix(
      unknownInputField,
      'Change to "epochs"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "epochs": 10 }, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.epoch", "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "epochs": 10 }, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.epochs", "End": true } } }',
    );
  });
});

suite('misplaced-result', () => {
  test('a list has no place for a name', () => {
    checkRule(
      misplacedResult,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Parallel", "Branches": [{ "StartAt": "X", "States": { "X": { "Type": "Succeed" } } }], "Next": "B" },
          "B": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f",
            "ResultPath": "$.result",
                        //^^^^^^^^^^ warning: What comes before hands on a list, so there is no place for "$.result" in it.
            "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "C" }],
                                                                   //^^^^^^^^^ warning: What comes before hands on a list, so there is no place for "$.error" in it.
            "Next": "C"
          },
          "C": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('an object has one, and so may what nobody knows', () => {
    checkRule(misplacedResult, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": 1, "ResultPath": "$.a", "Next": "B" }, "B": { "Type": "Pass", "Result": 1, "ResultPath": "$.b", "End": true } } }');
  });
});
