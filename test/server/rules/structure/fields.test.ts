// The rules that the grammar's tables drive: one sample for each way in which an object can differ from its table.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../../server/src/analysis/document';
import type { Rule } from '../../../../server/src/rules/rule';
import { conflictingFields } from '../../../../server/src/rules/structure/conflicting-fields';
import { missingField } from '../../../../server/src/rules/structure/missing-field';
import { missingTransition } from '../../../../server/src/rules/structure/missing-transition';
import { unknownField } from '../../../../server/src/rules/structure/unknown-field';
import { unknownStateType } from '../../../../server/src/rules/structure/unknown-state-type';
import { wrongValue } from '../../../../server/src/rules/structure/wrong-value';
import { checkFix, checkRule, checkRuleInYaml, findings } from '../../../support/check';

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

  test('timestamps need a T, a time zone, and a day that there is', () => {
    checkRule(
      wrongValue,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Wait", "Timestamp": "2024-02-29T09:00:00.5+01:00", "Next": "B" },
          "B": { "Type": "Wait", "Timestamp": "2023-02-29T09:00:00Z", "Next": "C" },
                                            //^^^^^^^^^^^^^^^^^^^^^^ error: "Timestamp" has to be a timestamp such as "2030-01-31T09:00:00Z", with "T" and a time zone.
          "C": { "Type": "Wait", "Timestamp": "2024-02-29 09:00:00Z", "Next": "D" },
                                            //^^^^^^^^^^^^^^^^^^^^^^ error: "Timestamp" has to be a timestamp such as "2030-01-31T09:00:00Z", with "T" and a time zone.
          "D": { "Type": "Wait", "Timestamp": "2024-02-29T09:00:00", "Next": "E" },
                                            //^^^^^^^^^^^^^^^^^^^^^ error: "Timestamp" has to be a timestamp such as "2030-01-31T09:00:00Z", with "T" and a time zone.
          "E": { "Type": "Wait", "QueryLanguage": "JSONata", "Timestamp": "{% $now() %}", "End": true }
        }
      }
      `,
    );
  });

  test('sets a timestamp right where nothing has to be guessed', () => {
    checkFix(
      wrongValue,
      'Change to "2024-02-29T09:00:00Z"',
      '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "2024-02-29 09:00:00z", "End": true } } }',
      '{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "2024-02-29T09:00:00Z", "End": true } } }',
    );
  });

  test('the items of a map are a list, an object or an expression', () => {
    checkRule(
      wrongValue,
      `
      {
        "StartAt": "A",
        "QueryLanguage": "JSONata",
        "States": {
          "A": { "Type": "Map", "Items": "rows", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "Next": "C" },
                                       //^^^^^^ error: "Items" has to be a list or an object, or a {% %} expression.
          "C": { "Type": "Map", "Items": "{% $rows %}", "ItemProcessor": { "StartAt": "D", "States": { "D": { "Type": "Succeed" } } }, "End": true }
        }
      }
      `,
    );
  });
});

suite('fields that go with a value of another field', () => {
  const sample = (reader: string, config: string): string => `
    {
      "StartAt": "A",
      "States": {
        "A": {
          "Type": "Map",
          "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": ${reader} },
          "ItemProcessor": { "ProcessorConfig": ${config}, "StartAt": "B", "States": { "B": { "Type": "Succeed" } } },
          "End": true
        }
      }
    }
  `;
  const found = (rule: Rule, reader: string, config: string): string[] =>
    findings(rule, new AslDocument(sample(reader, config), 'json')).map(({ message }) => message);

  test('are missed there', () => {
    assert.deepEqual(found(missingField, '{ "InputType": "CSV" }', '{ "Mode": "DISTRIBUTED" }'), [
      'A reader configuration needs "CSVHeaderLocation".',
      'A processor configuration needs "ExecutionType".',
    ]);
    assert.deepEqual(found(missingField, '{ "InputType": "CSV", "CSVHeaderLocation": "GIVEN" }', '{}'), ['A reader configuration needs "CSVHeaders".']);
  });

  test('are refused elsewhere', () => {
    assert.deepEqual(found(conflictingFields, '{ "InputType": "JSON", "CSVDelimiter": "TAB" }', '{ "ExecutionType": "EXPRESS" }'), [
      '"CSVDelimiter" goes with "InputType" "CSV" or "MANIFEST" only.',
      '"ExecutionType" goes with "Mode" "DISTRIBUTED" only, and there is no "Mode".',
    ]);
    assert.deepEqual(found(conflictingFields, '{ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVHeaders": ["a"] }', '{}'), [
      '"CSVHeaders" goes with "CSVHeaderLocation" "GIVEN" only.',
    ]);
  });

  test('are left alone where the other value is filled in by the deployment', () => {
    assert.deepEqual(found(conflictingFields, '{ "InputType": "${Type}", "CSVDelimiter": "TAB" }', '{ "Mode": "${Mode}", "ExecutionType": "EXPRESS" }'), []);
    assert.deepEqual(found(missingField, '{ "InputType": "${Type}" }', '{ "Mode": "${Mode}" }'), []);
  });
});

suite('keys without a value, which YAML takes for null', () => {
  test('are told at the key, once', () => {
    checkRuleInYaml(
      wrongValue,
      `
      StartAt: Wait
      States:
        Wait:
          Type: Wait
          Seconds:
         #^^^^^^^ error: "Seconds" has no value: it has to be a whole number.
          Next: Task
        Task:
          Type: Task
          ResultPath:
          Result:
          Resource:
         #^^^^^^^^ error: "Resource" has no value: it has to be text.
          Next: Kind
        Kind:
          Type:
         #^^^^ error: "Type" has to be text.
        Last:
       #^^^^ error: The state "Last" has to be an object with a "Type".
      `,
    );
  });
});
