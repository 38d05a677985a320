import { ambiguousReferencePath } from '../../../../server/src/rules/expressions/ambiguous-reference-path';
import { invalidPath } from '../../../../server/src/rules/expressions/invalid-path';
import { unknownPathFunction } from '../../../../server/src/rules/expressions/unknown-path-function';
import { unquotedFilterText } from '../../../../server/src/rules/expressions/unquoted-filter-text';
import { checkFix, checkRule, checkRuleInYaml } from '../../../support/check';

suite('invalid-path', () => {
  test('the character where it breaks', () => {
    checkRule(
      invalidPath,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "InputPath": "$.a[", "OutputPath": "items", "End": true }
                                                //^ error: This "[" is not closed.
                                                                   //^^^^^ error: A path starts with "$".
        }
      }
      `,
    );
  });

  test('in a payload, where a function may stand too', () => {
    checkRule(
      invalidPath,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Parameters": { "deep": [{ "id.$": "id" }], "ok.$": "States.UUID()", "not.$": "$..x" }, "End": true }
                                                                  //^^^^ error: The value of "id.$" has to be a path that starts with "$", or an intrinsic function such as States.Format(…).
        }
      }
      `,
    );
  });

  test('behind escapes, and in YAML in a block', () => {
    checkRule(
      invalidPath,
      String.raw`
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "InputPath": "$['\u00e9'].x[", "End": true }
                                                          //^ error: This "[" is not closed.
        }
      }
      `,
    );
    checkRuleInYaml(
      invalidPath,
      `
      StartAt: A
      States:
        A:
          Type: Pass
          InputPath: >-
            $.a.b[
                #^ error: This "[" is not closed.
          End: true
      `,
    );
  });

  test('says nothing of what the deployment fills in, and of what is not evaluated', () => {
    checkRule(invalidPath, '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "${Path}", "Result": { "x.$": "y" }, "End": true } } }');
  });

  test('offers both mends of a plain name', () => {
    const before = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id.$": "order.id" }, "End": true } } }';
    checkFix(invalidPath, 'Change to "$.order.id"', before, before.replace('"order.id"', '"$.order.id"'));
    checkFix(invalidPath, 'Take the text as it is: rename to "id"', before, before.replace('id.$', 'id'));
  });
});

suite('ambiguous-reference-path', () => {
  test('wildcards, filters and slices', () => {
    checkRule(
      ambiguousReferencePath,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "ResultPath": "$.a[*].b", "InputPath": "$.a[*].b", "Next": "B" },
                                                 //^^^ error: "ResultPath" has to lead to exactly one place, which the wildcard "*" does not promise.
          "B": { "Type": "Wait", "SecondsPath": "$$.Execution.Input.pause[0:2]", "Next": "C" },
                                                                       //^^^^^ error: "SecondsPath" has to lead to exactly one place, which a slice does not promise.
          "C": { "Type": "Pass", "ResultPath": "$result", "End": true }
                                              //^^^^^^^ error: A result goes into the state's input and not into a variable. Variables are set by "Assign".
        }
      }
      `,
    );
  });
});

suite('paths that are stored and then fail', () => {
  test('functions that there are not', () => {
    checkRule(
      unknownPathFunction,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "InputPath": "$.a.count()", "End": true }
                                                 //^^^^^ warning: Paths have no function "count".
        }
      }
      `,
    );
  });

  test('text without quotes in a filter', () => {
    checkRule(
      unquotedFilterText,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "InputPath": "$.a[?(@.kind == csv)]", "End": true }
                                                             //^^^ warning: Text belongs in quotes here: 'csv'.
        }
      }
      `,
    );
  });
});
