// What a choice rule tests: exactly one thing, by operators that there are.
import { conflictingTests } from '../../../../server/src/rules/choice/conflicting-tests';
import { missingTest } from '../../../../server/src/rules/choice/missing-test';
import { unknownOperator } from '../../../../server/src/rules/choice/unknown-operator';
import { unknownField } from '../../../../server/src/rules/structure/unknown-field';
import { checkFix, checkRule } from '../../../support/check';

/** A Choice state in JSONPath with these rules. */
const choice = (rules: string, more = ''): string => `{ "StartAt": "A", "States": { "A": { "Type": "Choice"${more}, "Choices": [${rules}], "Default": "B" }, "B": { "Type": "Succeed" } } }`;

suite('missing-test', () => {
  test('nothing tested, nothing compared, nothing to compare with', () => {
    checkRule(
      missingTest,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Next": "B" },
            //^^^^^^^^^^^^^^^ error: The rule tests nothing. It needs a "Variable" with an operator, or "And", "Or" or "Not".
              { "NumericEquals": 1, "Next": "B" },
              //^^^^^^^^^^^^^^^ error: "NumericEquals" has nothing to compare: the rule has no "Variable".
              { "Variable": "$.x", "Next": "B" },
              //^^^^^^^^^^ error: "$.x" is compared with nothing: an operator such as "StringEquals" or "IsPresent" is missing.
              { "Not": { "Comment": "later" }, "Next": "B" }
              //^^^^^ error: This tests nothing. It needs a "Variable" with an operator, or "And", "Or" or "Not".
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('a JSONata rule needs a Condition', () => {
    checkRule(
      missingTest,
      `
      {
        "QueryLanguage": "JSONata",
        "StartAt": "A",
        "States": {
          "A": { "Type": "Choice", "Choices": [{ "Next": "B" }] },
                                             //^^^^^^^^^^^^^^^ error: The rule tests nothing. It needs a "Condition".
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('says nothing where an unknown name may be the test', () => {
    checkRule(missingTest, choice('{ "Variable": "$.x", "StringIs": "a", "Next": "B" }, { "Adn": [], "Next": "B" }'));
  });

  test('says nothing where the test belongs to the other query language', () => {
    checkRule(missingTest, choice('{ "Variable": "$.x", "IsNull": true, "Next": "B" }', ', "QueryLanguage": "JSONata"'));
    checkRule(missingTest, choice('{ "Condition": "{% true %}", "Next": "B" }'));
  });
});

suite('conflicting-tests', () => {
  test('two kinds of test, an operator beside And, two operators', () => {
    checkRule(
      conflictingTests,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Variable": "$.x", "IsNull": true, "Not": { "Variable": "$.y", "IsNull": true }, "Next": "B" },
                                                 //^^^^^ error: A rule tests one thing, and "Variable" is here already.
              { "And": [{ "Variable": "$.x", "IsNull": true }], "IsNull": true, "Next": "B" },
                                                              //^^^^^^^^ error: "IsNull" compares a "Variable", and this rule has "And" instead.
              { "Not": { "Variable": "$.x", "IsNull": true, "IsString": true }, "Next": "B" }
                                                          //^^^^^^^^^^ error: One operator a rule: "IsNull" is here already. Both together take an "And".
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('puts two operators under an And, and keeps the rest outside', () => {
    checkFix(
      conflictingTests,
      'Combine with "And"',
      choice('{ "Variable": "$.x", "NumericGreaterThan": 1, "NumericLessThan": 9, "Next": "B" }'),
      choice('{ "And": [{ "Variable": "$.x", "NumericGreaterThan": 1 }, { "Variable": "$.x", "NumericLessThan": 9 }], "Next": "B" }'),
    );
  });
});

suite('unknown-operator', () => {
  test('tells what there is instead', () => {
    checkRule(
      unknownOperator,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "Choices": [
              { "Variable": "$.x", "NumericNotEquals": 1, "Next": "B" },
                                 //^^^^^^^^^^^^^^^^^^ error: There is no "NumericNotEquals". What differs is "Not" around "NumericEquals".
              { "Variable": "$.x", "StringContains": "a", "Next": "B" },
                                 //^^^^^^^^^^^^^^^^ error: There is no "StringContains". "StringMatches" looks for text, with "*" for whatever stands around it.
              { "Not": { "Variable": "$.x", "stringEquals": "a" }, "Next": "B" }
                                          //^^^^^^^^^^^^^^ error: "stringEquals" is not an operator. Did you mean "StringEquals"?
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('unknown-field leaves it alone', () => {
    checkRule(unknownField, choice('{ "Variable": "$.x", "NumericNotEquals": 1, "Next": "B" }'));
  });

  test('mends what differs, and what contains', () => {
    checkFix(
      unknownOperator,
      'Put "NumericEquals" in "Not"',
      choice('{ "Variable": "$.x", "NumericNotEquals": 1, "Next": "B" }'),
      choice('{ "Not": { "Variable": "$.x", "NumericEquals": 1 }, "Next": "B" }'),
    );
    checkFix(
      unknownOperator,
      'Change to "StringMatches": "a*"',
      choice('{ "Variable": "$.x", "StringStartsWith": "a", "Next": "B" }'),
      choice('{ "Variable": "$.x", "StringMatches": "a*", "Next": "B" }'),
    );
  });
});

suite('choice rules in the wrong query language', () => {
  test('one finding a rule, and none for what is inside', () => {
    checkRule(
      unknownField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": {
            "Type": "Choice",
            "QueryLanguage": "JSONata",
            "Choices": [
              { "Variable": "$.x", "IsNull": true, "Next": "B" },
              //^^^^^^^^^^ error: "Variable" belongs to JSONPath, but the query language here is JSONata.
              { "And": [{ "Variable": "$.x", "IsNull": true }], "Next": "B" }
              //^^^^^ error: "And" belongs to JSONPath, but the query language here is JSONata.
            ]
          },
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });

  test('Next belongs to the outermost rule', () => {
    checkRule(
      unknownField,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.x", "IsNull": true, "Next": "B" }, "Next": "B" }] },
                                                                                           //^^^^^^ error: "Next" is not a field of a test inside a choice rule. Only the outermost rule has it.
          "B": { "Type": "Succeed" }
        }
      }
      `,
    );
  });
});
