import { checkCalls } from '../../expressions/jsonata/check';
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
    Site(site, ctx) {
      if (site.form !== 'jsonata') {
        return;
      }
      const { references } = ctx.document.jsonataExpression(site);
      for (const problem of checkCalls(references, (name) => ctx.document.variables.scopeOf(name, site.part.machine) !== undefined)) {
        if (problem.code === 'function-arity') {
          ctx.report({ at: ctx.document.inside(site.node, problem.span), message: problem.message });
        }
      }
    },
  },
});
