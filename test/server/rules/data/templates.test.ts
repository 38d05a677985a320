import { constantTemplatePath } from '../../../../server/src/rules/data/constant-template-path';
import { duplicateTemplateKey } from '../../../../server/src/rules/data/duplicate-template-key';
import { unevaluatedJsonata } from '../../../../server/src/rules/data/unevaluated-jsonata';
import { unevaluatedPath } from '../../../../server/src/rules/data/unevaluated-path';
import { checkFix, checkRule } from '../../../support/check';

suite('payload templates', () => {
  test('a constant under a key that ends in ".$"', () => {
    checkRule(
      constantTemplatePath,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Parameters": { "n.$": 5, "s.$": "$.s" }, "Assign": { "list.$": [] }, "End": true }
                                                      //^ error: "n.$" has to be a path or an intrinsic function. A constant belongs under "n".
                                                                                               //^^ error: "list.$" has to be a path or an intrinsic function. A constant belongs under "list".
        }
      }
      `,
    );
    const before = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "n.$": 5 }, "End": true } } }';
    checkFix(constantTemplatePath, 'Rename to "n"', before, before.replace('n.$', 'n'));
  });

  test('a key with and without ".$"', () => {
    checkRule(
      duplicateTemplateKey,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Parameters": { "id": 1, "id.$": "$.id" }, "End": true }
                                                        //^^^^^^ error: "id" is set twice: also by "id".
        }
      }
      `,
    );
  });

  test('a path that is handed on as text', () => {
    checkRule(
      unevaluatedPath,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Parameters": { "id": "$.order.id", "price": "$5", "list": ["$.a"] }, "End": true }
                                                     //^^^^^^^^^^^^ warning: "$.order.id" is handed on as text. It is evaluated only under a key that ends in ".$".
                                                                                           //^^^^^ warning: "$.a" is handed on as text: in a list nothing is evaluated. States.Array(…) under a key that ends in ".$" makes a list of values.
        }
      }
      `,
    );
    const before = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "id": "$.id" }, "End": true } } }';
    checkFix(unevaluatedPath, 'Rename to "id.$"', before, before.replace('"id"', '"id.$"'));
  });

  test('an expression of the other query language', () => {
    checkRule(
      unevaluatedJsonata,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Parameters": { "id": "{% $states.input.id %}" }, "End": true }
                                                     //^^^^^^^^^^^^^^^^^^^^^^^^ warning: This is handed on as text: the state's query language is JSONPath. "QueryLanguage": "JSONata" would have it evaluated.
        }
      }
      `,
    );
  });
});
