// What is not evaluated, not there, not used, or not the same for everybody.
import assert from 'node:assert/strict';
import { AslDocument } from '../../../../server/src/analysis/document';
import { ambiguousYamlValue } from '../../../../server/src/rules/data/ambiguous-yaml-value';
import { pathInLiteralField } from '../../../../server/src/rules/data/path-in-literal-field';
import { unavailableContextField } from '../../../../server/src/rules/data/unavailable-context-field';
import { unusedPassInput } from '../../../../server/src/rules/data/unused-pass-input';
import { wrongValue } from '../../../../server/src/rules/structure/wrong-value';
import { checkFix, checkRule, checkRuleInYaml, findings, fixed } from '../../../support/check';

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

suite('ambiguous-yaml-value', () => {
  test('words, dates and numbers that readers of YAML take for different things', () => {
    checkRuleInYaml(
      ambiguousYamlValue,
      `
      StartAt: Ask
      States:
        Ask:
          Type: Choice
          Choices:
            - Variable: $.answer
              StringEquals: yes
                           #^^^ info: Some readers of YAML take yes for a boolean, not for text. In quotes it is text for all of them.
              Next: No
                   #^^ info: Some readers of YAML take No for a boolean, not for text. In quotes it is text for all of them.
            - Variable: $.answer
              StringEquals: "off"
              Next: Until then
          Default: Until then
        No:
       #^^ info: Some readers of YAML take No for a boolean, not for text. In quotes it is text for all of them.
          Type: Pass
          Result:
            price: 1_000
                  #^^^^^ info: Some readers of YAML take 1_000 for a number, not for text. In quotes it is text for all of them.
            time: 12:30
                 #^^^^^ info: Some readers of YAML take 12:30 for a number, not for text. In quotes it is text for all of them.
            zip: 010
                #^^^ info: Some readers of YAML take 010 for 8, others for 10.
            fine: [nothing, 10, -1.5, 0, 2030, on the way, 'no', {number: 1}]
          Next: Until then
        Until then:
          Type: Wait
          Timestamp: 2030-01-31T09:00:00Z
                    #^^^^^^^^^^^^^^^^^^^^ info: Some readers of YAML take 2030-01-31T09:00:00Z for a date, not for text. In quotes it is text for all of them.
          End: yes
      `,
    );
  });

  test('puts them in quotes, or writes the number that is meant', () => {
    assert.equal(fixed(ambiguousYamlValue, 'Put it in quotes', 'Comment: no\n', 'yaml'), 'Comment: "no"\n');
    assert.equal(fixed(ambiguousYamlValue, 'Put it in quotes', 'States:\n  No:\n    Type: Succeed\n', 'yaml'), 'States:\n  "No":\n    Type: Succeed\n');
    assert.equal(fixed(ambiguousYamlValue, 'Change to 8', 'TimeoutSeconds: 010\n', 'yaml'), 'TimeoutSeconds: 8\n');
    assert.equal(fixed(wrongValue, 'Change to true', 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: yes\n', 'yaml'), 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n');
  });

  test('JSON has no such values', () => {
    assert.deepEqual(findings(ambiguousYamlValue, new AslDocument('{ "Comment": "no" }', 'json')), []);
  });
});
