// Rules on the definition as a whole: its query language, its timeout, what is said twice or for nothing.
import { conflictingFields } from '../../../../server/src/rules/structure/conflicting-fields';
import { conflictingQueryLanguage } from '../../../../server/src/rules/structure/conflicting-query-language';
import { duplicateField } from '../../../../server/src/rules/structure/duplicate-field';
import { ineffectiveMachineTimeout } from '../../../../server/src/rules/structure/ineffective-machine-timeout';
import { invalidDefinition } from '../../../../server/src/rules/structure/invalid-definition';
import { missingField } from '../../../../server/src/rules/structure/missing-field';
import { missingTransition } from '../../../../server/src/rules/structure/missing-transition';
import { redundantField } from '../../../../server/src/rules/structure/redundant-field';
import { unknownField } from '../../../../server/src/rules/structure/unknown-field';
import { wrongValue } from '../../../../server/src/rules/structure/wrong-value';
import { checkFix, checkRule, checkRuleInYaml } from '../../../support/check';

const machine = (state: string, more = ''): string => `{ "StartAt": "A", ${more}"States": { "A": { ${state} } } }`;

suite('invalid-definition', () => {
  test('anything but an object, once it is surely that', () => {
    checkRule(invalidDefinition, '{ }');
    checkRule(
      invalidDefinition,
      `
      [1]
      ^^^ error: A definition has to be an object, with "StartAt" and "States".
      `,
    );
    checkRuleInYaml(
      invalidDefinition,
      `
      hello
      ^^^^^ error: A definition has to be an object, with "StartAt" and "States".
      `,
    );
  });
});

suite('conflicting-query-language', () => {
  test('JSONPath in a JSONata machine, and no more about the fields of that state', () => {
    const sample = `
      {
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "QueryLanguage": "JSONPath", "OutputPath": "$.x", "Output": 1, "End": true }
                                                //^^^^^^^^^^ error: "A" can't be in JSONPath, as the whole machine is in JSONata.
        }
      }
      `;
    checkRule(conflictingQueryLanguage, sample);
    checkRule(unknownField, machine('"Type": "Pass", "QueryLanguage": "JSONPath", "OutputPath": "$.x", "Output": 1, "End": true', '"QueryLanguage": "JSONata", '));
  });

  test('a query language that there is not tells nothing about the fields', () => {
    const sample = machine('"Type": "Wait", "Seconds": "{% 1 %}", "Output": 1, "End": true', '"QueryLanguage": "jsonata", ');
    checkRule(unknownField, sample);
    checkFix(wrongValue, 'Change to "JSONata"', sample, sample.replace('jsonata', 'JSONata'));
  });
});

suite('fields of the other query language', () => {
  test('what a Parallel state says is not for the states inside', () => {
    checkRule(
      unknownField,
      `
      {
        "StartAt": "P",
        "States": {
          "P": {
            "Type": "Parallel",
            "QueryLanguage": "JSONata",
            "Branches": [{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": 1, "End": true } } }],
                                                                            //^^^^^^^^ error: "Output" belongs to JSONata, but the query language here is JSONPath. What the Parallel state around it says is for that state alone.
            "End": true
          }
        }
      }
      `,
    );
  });

  test('the state can speak JSONata, where nothing in it is JSONPath', () => {
    checkFix(unknownField, 'Use JSONata in "A"', machine('"Type": "Pass", "Output": 1, "End": true'), machine('"Type": "Pass", "Output": 1, "End": true, "QueryLanguage": "JSONata"'));
  });

  test('two that exclude each other are not told twice', () => {
    checkRule(conflictingFields, machine('"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": 1, "SecondsPath": "$.x", "End": true'));
  });
});

suite('duplicate-field', () => {
  test('anywhere, but not among states', () => {
    checkRule(
      duplicateField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Result": { "x": 1, "y": [{ "x": 2, "x": 3 }] }, "End": true },
                                                                   //^^^ warning: "x" is here twice, and only the last one counts.
          "A": { "Type": "Pass", "End": true }
        }
      }
      `,
    );
  });

  test('in a large object too', () => {
    checkRule(
      duplicateField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Result": { "a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1, "h": 1, "a": 2 }, "End": true }
                                                                                                           //^^^ warning: "a" is here twice, and only the last one counts.
        }
      }
      `,
    );
  });

  test('a YAML merge key may be overruled', () => {
    checkRuleInYaml(
      duplicateField,
      `
      StartAt: A
      States:
        A: &task
          Type: Pass
          Next: B
        B:
          <<: *task
          Next: C
        C:
          Type: Succeed
      `,
    );
  });
});

suite('what holds anyway', () => {
  test('defaults, empty lists, End: false, the language of the machine', () => {
    checkRule(
      redundantField,
      `
      {
        "StartAt": "A",
        "QueryLanguage": "JSONPath",
        "States": {
          "A": { "Type": "Task", "InputPath": "$", "Retry": [], "End": false, "QueryLanguage": "JSONPath", "Next": "B" },
                               //^^^^^^^^^^^^^^^^ hint: "$" holds without this too.
                                                 //^^^^^^^^^^^ hint: An empty "Retry" is the same as none.
                                                              //^^^^^^^^^^^^ hint: "End": false is the same as no "End".
                                                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: The whole machine is in JSONPath anyway.
          "B": { "Type": "Pass", "InputPath": null, "Result": { "OutputPath": "$" }, "End": true }
        }
      }
      `,
    );
  });

  test('a timeout of no time, and one beyond the life of a run', () => {
    checkRule(
      ineffectiveMachineTimeout,
      `
      {
        "StartAt": "A",
        "TimeoutSeconds": 0,
                        //^ warning: A timeout of 0 seconds leaves a run no time to do anything.
        "States": { "A": { "Type": "Succeed" } }
      }
      `,
    );
    checkRule(
      ineffectiveMachineTimeout,
      `
      {
        "StartAt": "A",
        "TimeoutSeconds": 31536001,
                        //^^^^^^^^ warning: This never comes to pass: a run ends after one year (31,536,000 seconds) anyway.
        "States": { "A": { "Type": "Succeed" } }
      }
      `,
    );
  });
});

suite('mending what is missing or wrong', () => {
  test('transitions', () => {
    checkFix(missingTransition, 'Add "End": true', machine('"Type": "Pass"'), machine('"Type": "Pass", "End": true'));
    const two = (more: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass"${more} }, "B": { "Type": "Succeed" } } }`;
    checkFix(missingTransition, 'Add "Next": "B"', two(''), two(', "Next": "B"'));
    checkFix(missingTransition, 'Change to true', machine('"Type": "Pass", "End": false'), machine('"Type": "Pass", "End": true'));
    checkFix(conflictingFields, 'Remove "End"', two(', "End": true, "Next": "B"'), two(', "Next": "B"'));
  });

  test('the type that the fields give away, and the first state', () => {
    checkFix(missingField, 'Add "Type": "Wait"', machine('"Seconds": 5, "End": true'), machine('"Seconds": 5, "End": true, "Type": "Wait"'));
    checkFix(missingField, 'Add "StartAt": "A"', '{ "States": { "A": { "Type": "Succeed" } } }', '{ "States": { "A": { "Type": "Succeed" } }, "StartAt": "A" }');
  });

  test('values of the wrong kind', () => {
    const wait = (seconds: string, more = ''): string => machine(`"Type": "Wait", "Seconds": ${seconds}, "End": true${more}`);
    checkFix(wrongValue, 'Change to 5', wait('"5"'), wait('5'));
    checkFix(wrongValue, 'Change to "SecondsPath"', wait('"$.pause"'), wait('"$.pause"').replace('Seconds', 'SecondsPath'));
    checkFix(wrongValue, 'Change to true', machine('"Type": "Pass", "End": "true"'), machine('"Type": "Pass", "End": true'));
    checkFix(wrongValue, 'Put it in quotes', wait('5', ', "Comment": 5'), wait('5', ', "Comment": "5"'));
    checkFix(wrongValue, 'Take it out of the list', machine('"Type": "Pass", "Next": ["A"]'), machine('"Type": "Pass", "Next": "A"'));
  });

  test('Succeed takes no End, Choice calls it Default', () => {
    checkFix(unknownField, 'Remove "End"', machine('"Type": "Succeed", "End": true'), machine('"Type": "Succeed"'));
    const choice = (name: string): string => machine(`"Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "A" }], "${name}": "A"`);
    checkFix(unknownField, 'Change to "Default"', choice('Next'), choice('Default'));
  });
});
