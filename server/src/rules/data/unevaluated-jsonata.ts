import { defineRule } from '../rule';

export const unevaluatedJsonata = defineRule({
  code: 'unevaluated-jsonata',
  severity: 'warning',
  docs: {
    what: '`{% %}` stands only where it is evaluated: in a state whose query language is JSONata.',
    why: 'In a JSONPath state such a string is handed on as it is, delimiters and all.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "id": "{% $states.input.id %}" }, "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": { "id": "{% $states.input.id %}" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Literal({ node, part }, ctx) {
      if (part.queryLanguage === 'JSONPath' && node.value.startsWith('{%') && node.value.endsWith('%}')) {
        ctx.report({ at: node, message: 'This is handed on as text: the state\'s query language is JSONPath. "QueryLanguage": "JSONata" would have it evaluated.' });
      }
    },
  },
});
