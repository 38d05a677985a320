import { defineRule } from '../rule';

export const jsonataArgument = defineRule({
  code: 'jsonata-argument',
  severity: 'warning',
  docs: {
    what: 'A literal argument of a JSONata function is of the kind that the function takes.',
    why: 'Step Functions stores the definition, and the run fails when the expression is evaluated.',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $uppercase(5) %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $uppercase(\'a\') %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Jsonata({ site, expression }, ctx) {
      for (const problem of expression.callProblems) {
        // A variable of that name hides the function.
        if (problem.code === 'function-argument' && !ctx.definition.variables.scopeOf(problem.name, site.part.machine)) {
          ctx.report({ at: ctx.definition.inside(site.node, problem.span), message: problem.message });
        }
      }
    },
  },
});
