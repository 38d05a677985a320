import { delimiterProblem } from '../../expressions/jsonata/parse';
import { defineRule } from '../rule';

export const invalidJsonata = defineRule({
  code: 'invalid-jsonata',
  severity: 'error',
  docs: {
    what: 'A JSONata expression can be read to its end.',
    why: 'Step Functions parses every expression when the definition is stored and refuses what it can\'t read (INVALID_JSONATA_EXPRESSION).',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $sum($states.input.scores %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $sum($states.input.scores) %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Jsonata({ site, expression }, ctx) {
      const marks = delimiterProblem(site.node.value);
      if (marks) {
        const aws = { code: 'SCHEMA_VALIDATION_FAILED', message: 'JSONata string must start with {% and end with %}' };
        ctx.report({ at: ctx.definition.inside(site.node, marks.span), message: marks.message, aws });
      }
      for (const { span, message, refused } of expression.problems) {
        if (refused) {
          ctx.report({ at: ctx.definition.inside(site.node, span), message, aws: { code: 'INVALID_JSONATA_EXPRESSION', message } });
        }
      }
    },
  },
});
