import { changeInside } from '../fixes';
import { defineRule } from '../rule';

export const unknownJsonataFunction = defineRule({
  code: 'unknown-jsonata-function',
  severity: 'warning',
  docs: {
    what: 'Only functions are called that JSONata and Step Functions have.',
    why: 'Step Functions stores the definition, and the run fails when the expression is evaluated.',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $summ($states.input.scores) %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $sum($states.input.scores) %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Jsonata({ site, expression }, ctx) {
      for (const problem of expression.callProblems) {
        // A variable of that name hides the function.
        if ((problem.code === 'unknown-function' || problem.code === 'refused-function') && !ctx.definition.variables.scopeOf(problem.name, site.part.machine)) {
          ctx.report({ at: ctx.definition.inside(site.node, problem.span), message: problem.message, fixes: (problem.near ?? []).map((name) => changeInside(site.node, problem.span, name)) });
        }
      }
    },
  },
});
