import { delimiterProblem, isJsonata } from '../../expressions/jsonata/parse';
import { defineRule } from '../rule';

export const embeddedJsonata = defineRule({
  code: 'embedded-jsonata',
  severity: 'warning',
  docs: {
    what: 'A JSONata expression is a whole string: `{%` its very start and `%}` its very end.',
    why: 'Anything around the marks, a blank or a line break too, makes the string plain text. Texts are put together with `&` inside one expression.',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "Hello {% $states.input.name %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% \'Hello \' & $states.input.name %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Literal({ node, part }, ctx) {
      const problem = part.queryLanguage === 'JSONata' ? delimiterProblem(node.value) : undefined;
      if (problem) {
        const trimmed = node.value.trim();
        ctx.report({
          at: ctx.definition.inside(node, problem.span),
          message: problem.message,
          fixes: isJsonata(trimmed)
            ? [
                {
                  title: 'Remove what surrounds the expression',
                  preferred: true,
                  edit: (editor) => {
                    editor.setString(node, trimmed);
                  },
                },
              ]
            : [],
        });
      }
    },
  },
});
