import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeInside } from '../fixes';
import { defineRule } from '../rule';

export const unknownStatesField = defineRule({
  code: 'unknown-states-field',
  severity: 'error',
  docs: {
    what: '`$states` is read by the fields that it has where the expression stands: `input`, `context`, and `result` or `errorOutput` after the work.',
    why: '`$states.result` is there in `Output` and `Assign` of a Task, Parallel or Map, and `$states.errorOutput` in those of a catcher. Anywhere else Step Functions refuses them (UNSUPPORTED_JSONATA_EXPRESSION).',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $states.result.score %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $states.input.score %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Jsonata({ site, expression }, ctx) {
      const usable = ['input', 'context', ...(site.sees === 'input' ? [] : [site.sees])];
      for (const { node, boundBy, fields: [field] } of expression.references.variables) {
        if (node.name === 'states' && !boundBy && field && !usable.includes(field.name)) {
          const near = nearest(field.name, usable, 1);
          ctx.report({
            at: ctx.definition.inside(site.node, field.span),
            message: `$states has no "${field.name}" here. ${places[field.name] ?? `It has ${listed(usable, 'and')}.`}`,
            aws: { code: 'UNSUPPORTED_JSONATA_EXPRESSION', message: `Field '$states.${field.name}' does not exist.` },
            fixes: near.map((name) => changeInside(site.node, field.span, name)),
          });
        }
      }
    },
  },
});

const places: Readonly<Record<string, string | undefined>> = {
  result: 'Only "Output" and "Assign" of a Task, Parallel or Map state have a result.',
  errorOutput: 'Only "Output" and "Assign" of a catcher have the error.',
};
