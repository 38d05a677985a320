// The rules that the grammar's tables drive: one sample for each way in which an object can differ from its table.
import { conflictingFields } from '../../../../server/src/rules/structure/conflicting-fields';
import { missingField } from '../../../../server/src/rules/structure/missing-field';
import { missingTransition } from '../../../../server/src/rules/structure/missing-transition';
import { unknownField } from '../../../../server/src/rules/structure/unknown-field';
import { unknownStateType } from '../../../../server/src/rules/structure/unknown-state-type';
import { wrongValue } from '../../../../server/src/rules/structure/wrong-value';
import { checkFix, checkRule } from '../../../support/check';

suite('unknown-field', () => {
  test('a slip, with the near name', () => {
    checkRule(
      unknownField,
      `
      {
        "StartAt": "A",
        "Timeout": 5,
      //^^^^^^^^^ error: "Timeout" is not a field of a state machine. Did you mean "TimeoutSeconds"?
        "States": {
          "A": { "Type": "Pass", "next": "B" },
                               //^^^^^^ error: "next" is not a field of a Pass state. Did you mean "Next"?
          "B": { "Type": "Succeed", "ResultPath": null }
                                  //^^^^^^^^^^^^ error: "ResultPath" is not a field of a Succeed state. Task, Pass, Parallel, Map have it.
        }
      }
      `,
    );
  });

  test('a field of the other query language', () => {
    checkRule(
      unknownField,
      `
      {
        "StartAt": "A",
        "QueryLanguage": "JSONata",
        "States": {
          "A": { "Type": "Pass", "OutputPath": "$.x", "End": true }
                               //^^^^^^^^^^^^ error: "OutputPath" belongs to JSONPath, but the query language here is JSONata.
        }
      }
      `,
    );
  });

  test('retriers and catchers', () => {
    checkRule(
      unknownField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Task",
            "Resource": "arn:aws:states:::sns:publish",
            "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempt": 2 }],
                                                     //^^^^^^^^^^^^ error: "MaxAttempt" is not a field of a retrier. Did you mean "MaxAttempts"?
            "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B", "Cause": "x" }],
                                                                  //^^^^^^^ error: "Cause" is not a field of a catcher. Fail has it.
            "End": true
          },
          "B": { "Type": "Fail" }
        }
      }
      `,
    );
  });

  test('says nothing of what an author may name freely', () => {
    checkRule(unknownField, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "anything": { "Nxet": 1 } }, "End": true } } }');
  });

  test('says nothing of a state whose type is unknown: so is then what it may hold', () => {
    checkRule(unknownField, '{ "StartAt": "A", "States": { "A": { "Type": "Tsak", "Resource": "x", "End": true } } }');
  });

  test('changes to the near name', () => {
    checkFix(
      unknownField,
      'Change to "Next"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Nxet": "B" }, "B": { "Type": "Succeed" } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "B": { "Type": "Succeed" } } }',
    );
  });
});

suite('missing-field', () => {
  test('of a machine, a state, a retrier, a catcher', () => {
    checkRule(
      missingField,
      `
      {
        "States": {
          "A": { "End": true },
        //^^^ error: The state "A" has no "Type".
          "B": {
        //^^^ error: A Task state needs "Resource".
            "Type": "Task",
            "Catch": [{ "ErrorEquals": ["States.ALL"] }],
                    //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: A catcher needs "Next".
            "End": true
          },
          "C": { "Type": "Map", "End": true },
        //^^^ error: A Map state needs "ItemProcessor".
          "D": { "Type": "Wait", "End": true }
        //^^^ error: A Wait state needs one of "Seconds", "SecondsPath", "Timestamp" or "TimestampPath".
        },
        "StartAt": "A"
      }
      `,
    );
  });

  test('a branch is named by its own braces', () => {
    checkRule(
      missingField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B" }], "End": true }
                                                //^^^^^^^^^^^^^^^^^^ error: A branch needs "States".
        }
      }
      `,
    );
  });
});

suite('missing-transition', () => {
  test('neither Next nor End, or an End that is false', () => {
    checkRule(
      missingTransition,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass" },
        //^^^ error: The state "A" does not say what follows. Give it a "Next", or "End": true.
          "B": { "Type": "Pass", "End": false },
                                      //^^^^^ error: "End": false is the same as no "End", and there is no "Next".
          "C": { "Type": "Choice", "Choices": [] }
        }
      }
      `,
    );
  });
});

suite('conflicting-fields', () => {
  test('two ways to say one thing', () => {
    checkRule(
      conflictingFields,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Wait", "Seconds": 1, "Timestamp": "2030-01-01T00:00:00Z", "Next": "B" },
                                             //^^^^^^^^^^^ error: Only one of "Seconds", "SecondsPath", "Timestamp" or "TimestampPath" may be there, and "Seconds" is.
          "B": { "Type": "Pass", "Next": "C", "End": true },
                                            //^^^^^ error: "Next" and "End" exclude each other: either a state follows, or the run ends here.
          "C": { "Type": "Succeed" }
        }
      }
      `,
    );
  });
});

suite('unknown-state-type', () => {
  test('letter case counts', () => {
    checkRule(
      unknownStateType,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "task", "End": true },
                       //^^^^^^ error: "task" is not a state type. Did you mean "Task"?
          "B": { "Type": "Loop" }
                       //^^^^^^ error: "Loop" is not a state type. There are "Task", "Pass", "Choice", "Wait", "Parallel", "Map", "Succeed" and "Fail".
        }
      }
      `,
    );
  });

  test('changes to the near type', () => {
    checkFix(
      unknownStateType,
      'Change to "Succeed"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Success" } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }',
    );
  });
});

suite('wrong-value', () => {
  test('kinds, ranges and lists', () => {
    checkRule(
      wrongValue,
      `
      {
        "StartAt": 1,
                 //^ error: "StartAt" has to be text.
        "QueryLanguage": "jsonata",
                       //^^^^^^^^^ error: "QueryLanguage" has to be "JSONPath" or "JSONata".
        "States": {
          "A": { "Type": "Wait", "Seconds": -1, "End": "true" },
                                          //^^ error: "Seconds" has to be at least 0.
                                                     //^^^^^^ error: "End" has to be true or false.
          "B": { "Type": "Pass", "InputPath": 7, "Assign": [] },
                                            //^ error: "InputPath" has to be text or null.
                                                         //^^ error: "Assign" has to be an object.
          "C": "Succeed"
             //^^^^^^^^^ error: The state "C" has to be an object with a "Type".
        }
      }
      `,
    );
  });

  test('an expression may stand for a number in JSONata, and only there', () => {
    checkRule(
      wrongValue,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% $states.input.pause %}", "Next": "B" },
          "B": { "Type": "Wait", "Seconds": "{% $states.input.pause %}", "End": true }
                                          //^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: "Seconds" has to be a whole number.
        }
      }
      `,
    );
  });

  test('says nothing of what the deployment fills in', () => {
    checkRule(wrongValue, '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": "${Pause}", "End": true } } }');
  });
});
