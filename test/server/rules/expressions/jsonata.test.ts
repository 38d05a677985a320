import { invalidJsonata } from '../../../../server/src/rules/expressions/invalid-jsonata';
import { jsonataArgument } from '../../../../server/src/rules/expressions/jsonata-argument';
import { jsonataArity } from '../../../../server/src/rules/expressions/jsonata-arity';
import { unknownContextMember } from '../../../../server/src/rules/expressions/unknown-context-member';
import { unknownJsonataFunction } from '../../../../server/src/rules/expressions/unknown-jsonata-function';
import { unknownStatesField } from '../../../../server/src/rules/expressions/unknown-states-field';
import { unsupportedJsonataContext } from '../../../../server/src/rules/expressions/unsupported-jsonata-context';
import { checkFix, checkRule, checkRuleInYaml } from '../../../support/check';

/** A machine in JSONata whose one state has these lines. */
function machine(lines: string, type = 'Pass'): string {
  return `
{
  "StartAt": "A",
  "QueryLanguage": "JSONata",
  "States": {
    "A": {
      "Type": "${type}",
${lines}
      "End": true
    }
  }
}
`;
}

suite('JSONata', () => {
  test('a syntax error, at the character', () => {
    checkRule(
      invalidJsonata,
      machine(`
      "Output": { "sum": "{% $sum($states.input.scores %}" },
                               //^ error: This "(" is not closed.`),
    );
  });

  test('an expression over several lines of YAML', () => {
    checkRuleInYaml(
      invalidJsonata,
      `
      StartAt: A
      QueryLanguage: JSONata
      States:
        A:
          Type: Pass
          Output: >-
            {% (
              $a := 1;
              $a +
            ) %}
           #^ error: A value is missing before ")".
          End: true
      `,
    );
  });

  test('a mark that is missing', () => {
    checkRule(
      invalidJsonata,
      machine(`
      "Output": "{% $states.input",
               //^^ error: This expression has no end: "%}" is missing.`),
    );
  });

  test('says nothing while a deployment still fills something in', () => {
    checkRule(invalidJsonata, machine('      "Output": "{% ${Expression} %}",'));
  });

  test('a name with nothing to start from; fine inside a filter', () => {
    checkRule(
      unsupportedJsonataContext,
      machine(`
      "Output": ["{% order.id %}", "{% $states.input.orders[id = 5].total %}", "{% $$.x %}"],
                   //^^^^^ error: "order" has nothing to start from. The input is $states.input, and a variable is written with its "$".
                                                                                 //^^ error: "$$" does not exist here. The context object is $states.context, the input $states.input.`),
    );
    checkFix(
      unsupportedJsonataContext,
      'Change to "$states.input.order"',
      '{ "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "Output": "{% order.id %}", "End": true } } }',
      '{ "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Pass", "Output": "{% $states.input.order.id %}", "End": true } } }',
    );
  });

  test('a result where there is none, and one where there is', () => {
    checkRule(
      unknownStatesField,
      machine(
        `
      "Resource": "arn:aws:states:::sns:publish",
      "Arguments": { "Message": "{% $states.result.x %}" },
                                          //^^^^^^ error: $states has no "result" here. Only "Output" and "Assign" of a Task, Parallel or Map state have a result.
      "Output": "{% $states.result.x %}",
      "Assign": { "e": "{% $states.errorOutput %}", "i": "{% $states.inptu %}" },
                                 //^^^^^^^^^^^ error: $states has no "errorOutput" here. Only "Output" and "Assign" of a catcher have the error.
                                                                   //^^^^^ error: $states has no "inptu" here. It has "input", "context" and "result".`,
        'Task',
      ),
    );
  });

  test('functions: unknown ones, with too many arguments, with one of the wrong kind', () => {
    const lines = '      "Output": "{% $summ([$uppercase(5), $sum([1], 2)]) %}",';
    checkRule(
      unknownJsonataFunction,
      machine(`${lines}
                  //^^^^^ warning: There is no function "$summ". Did you mean "$sum"?`),
    );
    checkRule(
      jsonataArity,
      machine(`${lines}
                                            //^^^^^^^^ warning: $sum(numbers) takes 1 argument, but has 2.`),
    );
    checkRule(
      jsonataArgument,
      machine(`${lines}
                                    //^ warning: $uppercase takes a text here (str).`),
    );
  });

  test('the context object, in both query languages', () => {
    checkRule(
      unknownContextMember,
      machine(`
      "Output": ["{% $states.context.Execution.Nam %}", "{% $states.context.Execution.Input.anything %}"],
                                             //^^^ warning: The context object has no "Nam" here. Did you mean "Name"?`),
    );
    checkRule(
      unknownContextMember,
      `
      {
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "Parameters": { "x.$": "States.Format('{}', $$.Exec.Id)" }, "End": true }
                                                                              //^^^^ warning: The context object has no "Exec" here. Did you mean "Execution"?
        }
      }
      `,
    );
  });
});
