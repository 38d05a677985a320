import { defineRule } from '../rule';

export const jsonataArity = defineRule({
  code: 'jsonata-arity',
  severity: 'warning',
  docs: {
    what: 'A JSONata function gets as many arguments as it takes.',
    why: 'Step Functions stores the definition, and the run fails when the expression is evaluated.',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $sum($states.input.scores, 2) %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $sum($states.input.scores) %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Jsonata({ site, expression }, ctx) {
      for (const problem of expression.callProblems) {
        // A variable of that name hides the function.
        if (problem.code === 'function-arity' && !ctx.definition.variables.scopeOf(problem.name, site.part.machine)) {
          ctx.report({ at: ctx.definition.inside(site.node, problem.span), message: problem.message });
        }
      }
    },
  },
});
