// Choice states that are stored but can't decide as they were meant to.
import { constantCondition } from '../../../../server/src/rules/choice/constant-condition';
import { contradictingTests } from '../../../../server/src/rules/choice/contradicting-tests';
import { duplicateChoiceRule } from '../../../../server/src/rules/choice/duplicate-choice-rule';
import { foreignPattern } from '../../../../server/src/rules/choice/foreign-pattern';
import { latePresenceTest } from '../../../../server/src/rules/choice/late-presence-test';
import { literalPathOperand } from '../../../../server/src/rules/choice/literal-path-operand';
import { missingDefault } from '../../../../server/src/rules/choice/missing-default';
import { redundantChoice } from '../../../../server/src/rules/choice/redundant-choice';
import { unusedChoiceAssign } from '../../../../server/src/rules/choice/unused-choice-assign';
import { wrongValue } from '../../../../server/src/rules/structure/wrong-value';
import { checkFix, checkRule } from '../../../support/check';

const choice = (rules: string, more = ''): string => `{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [${rules}]${more} }, "B": { "Type": "Succeed" } } }`;

suite('missing-default', () => {
  test('is told at the name', () => {
    checkRule(
      missingDefault,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "B" }] },
        //^^^ info: "A" has no "Default": where no rule holds, the run fails with States.NoChoiceMatched.
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('says nothing where the rules leave nothing over', () => {
    const quiet = [
      '{ "Variable": "$.x", "BooleanEquals": true, "Next": "B" }, { "Variable": "$.x", "BooleanEquals": false, "Next": "B" }',
      '{ "Variable": "$.x", "StringEquals": "a", "Next": "B" }, { "Not": { "Variable": "$.x", "StringEquals": "a" }, "Next": "B" }',
      '{ "Condition": "{% $states.input.x %}", "Next": "B" }, { "Condition": "{% $not($states.input.x) %}", "Next": "B" }',
      '{ "Condition": "{% $states.input.x %}", "Next": "B" }, { "Condition": "{% true %}", "Next": "B" }',
    ];
    for (const rules of quiet) {
      checkRule(missingDefault, choice(rules));
    }
  });
});

suite('duplicate-choice-rule', () => {
  test('whatever the order of the fields, and wherever it leads', () => {
    checkRule(
      duplicateChoiceRule,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Variable": "$.x", "NumericEquals": 1, "Next": "B" },
              { "Variable": "$.x", "NumericEquals": 2, "Next": "B" },
              { "Next": "C", "NumericEquals": 1, "Comment": "again", "Variable": "$.x" }
            //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: A rule above tests the same and comes first, so this one never decides.
            ]
          },
          "B": { "Type": "Succeed" },
          "C": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('offers to remove it', () => {
    const rule = '{ "Variable": "$.x", "IsNull": true, "Next": "B" }';
    checkFix(duplicateChoiceRule, 'Remove this rule', choice(`${rule}, ${rule}`), choice(rule));
  });
});

suite('contradicting-tests', () => {
  const inAnd = (tests: string): string => choice(`{ "And": [${tests}], "Next": "B" }`);

  test('two values, two flags, bounds the wrong way round', () => {
    checkRule(
      contradictingTests,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "And": [{ "Variable": "$.x", "StringEquals": "a" }, { "Variable": "$.x", "StringEquals": "b" }], "Next": "B" },
              //^^^^^ warning: "$.x" can't pass "StringEquals" and "StringEquals" at once, so this never holds.
              { "And": [{ "Variable": "$.x", "IsPresent": true }, { "Variable": "$.x", "IsPresent": false }], "Next": "B" },
              //^^^^^ warning: "$.x" can't pass "IsPresent" and "IsPresent" at once, so this never holds.
              { "And": [{ "Variable": "$.x", "NumericLessThan": 1 }, { "Variable": "$.x", "NumericGreaterThanEquals": 1 }], "Next": "B" }
              //^^^^^ warning: "$.x" can't pass "NumericLessThan" and "NumericGreaterThanEquals" at once, so this never holds.
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('says nothing of what can hold', () => {
    checkRule(contradictingTests, inAnd('{ "Variable": "$.x", "NumericGreaterThanEquals": 1 }, { "Variable": "$.x", "NumericLessThanEquals": 1 }'));
    checkRule(contradictingTests, inAnd('{ "Variable": "$.x", "StringEquals": "a" }, { "Variable": "$.y", "StringEquals": "b" }'));
    checkRule(contradictingTests, inAnd('{ "Variable": "$.x", "StringEquals": "${Wanted}" }, { "Variable": "$.x", "StringEquals": "b" }'));
  });
});

suite('late-presence-test', () => {
  const late = '{ "Variable": "$.x", "NumericEquals": 1 }, { "Variable": "$.x", "IsPresent": true }';
  const inTime = '{ "Variable": "$.x", "IsPresent": true }, { "Variable": "$.x", "NumericEquals": 1 }';

  test('behind the test that it should guard', () => {
    checkRule(
      latePresenceTest,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              {
                "And": [
                  { "Variable": "$.x", "NumericEquals": 1 },
                  { "Variable": "$.x", "IsPresent": true }
                                     //^^^^^^^^^^^ warning: "$.x" is tested by "NumericEquals" before: where it is missing, the run has failed by then.
                ],
                "Next": "B"
              }
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('goes to the front', () => {
    checkFix(latePresenceTest, 'Move it to the front', choice(`{ "And": [${late}], "Next": "B" }`), choice(`{ "And": [${inTime}], "Next": "B" }`));
  });
});

suite('what is compared with', () => {
  test('a path that is taken as text', () => {
    checkFix(
      literalPathOperand,
      'Change to "StringEqualsPath"',
      choice('{ "Variable": "$.x", "StringEquals": "$.y", "Next": "B" }'),
      choice('{ "Variable": "$.x", "StringEqualsPath": "$.y", "Next": "B" }'),
    );
    checkRule(literalPathOperand, choice('{ "Variable": "$.price", "StringEquals": "$5", "Next": "B" }'));
  });

  test('numbers in quotes, paths in place of numbers, timestamps without a zone', () => {
    checkRule(
      wrongValue,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Variable": "$.x", "NumericEquals": "1", "Next": "B" },
                                                  //^^^ error: "NumericEquals" has to be a number.
              { "Variable": "$.x", "TimestampEquals": "2030-01-31 09:00", "Next": "B" }
                                                    //^^^^^^^^^^^^^^^^^^ error: "TimestampEquals" has to be a timestamp such as "2030-01-31T09:00:00Z", with "T" and a time zone.
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
    checkFix(
      wrongValue,
      'Change to "NumericEqualsPath"',
      choice('{ "Variable": "$.x", "NumericEquals": "$.y", "Next": "B" }'),
      choice('{ "Variable": "$.x", "NumericEqualsPath": "$.y", "Next": "B" }'),
    );
  });

  test('patterns of other languages', () => {
    checkRule(
      foreignPattern,
      String.raw`
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Variable": "$.x", "StringMatches": "log-\\d", "Next": "B" },
                                                  //^^^^^^^^^ warning: "\d" is no escape in a pattern: only "\*" and "\\" are, and any other fails the run.
              { "Variable": "$.x", "StringMatches": "log-[0-9]*", "Next": "B" },
                                                  //^^^^^^^^^^^^ warning: This is no regular expression: "*" is any text, and everything else in "[0-9]" stands for itself.
              { "Variable": "$.x", "StringMatches": "5\\*, a.b?c=*", "Next": "B" }
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });
});

suite('choices that decide nothing', () => {
  test('a condition that is always true hides what comes behind', () => {
    checkRule(
      constantCondition,
      `
      {
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Condition": "{% false %}", "Next": "B" },
                           //^^^^^^^^^^^^^ warning: This never holds, so the rule never decides.
              { "Condition": true, "Next": "B" }
                           //^^^^ warning: This always holds, so "Default" is of no use.
            ],
            "Default": "B"
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
    checkRule(constantCondition, choice('{ "Condition": "{% $states.input.x %}", "Next": "B" }, { "Condition": true, "Next": "B" }', ', "QueryLanguage": "JSONata"'));
  });

  test('every way leads to the same state', () => {
    checkRule(
      redundantChoice,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "B" }], "Default": "B" },
        //^^^ warning: "A" decides nothing: every way leads to "B".
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
    checkRule(redundantChoice, choice('{ "Variable": "$.x", "IsNull": true, "Assign": { "y": 1 }, "Next": "B" }', ', "Default": "B"'));
  });

  test('an Assign for a Default that is not there', () => {
    checkRule(
      unusedChoiceAssign,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Choice", "Assign": { "y": 1 }, "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "B" }] },
                                 //^^^^^^^^ warning: This "Assign" is for the way by "Default", and there is none. Rules have their own.
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });
});
