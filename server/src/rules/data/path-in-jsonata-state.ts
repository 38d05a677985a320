import { defineRule } from '../rule';

export const pathInJsonataState = defineRule({
  code: 'path-in-jsonata-state',
  severity: 'warning',
  docs: {
    what: 'A JSONata state has no paths: neither keys that end in `.$` nor texts that are written as a path.',
    why: 'Both are handed on as they stand, and so is the `.$`. The input is `$states.input`, inside `{% %}`.',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": { "id.$": "$.id" }, "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": { "id": "{% $states.input.id %}" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Literal({ node, key, part }, ctx) {
      const { value } = node;
      const isPath = /^\$(\$?[.[]|states\b)[\w'"*.[\]$-]*$/.test(value);
      const isKey = key?.value.endsWith('.$');
      if (part.queryLanguage !== 'JSONata' || !(isPath || isKey)) {
        return;
      }
      const expression = asJsonata(value);
      ctx.report({
        at: isKey && key ? key : node,
        message: isKey && key ? `A key that ends in ".$" means nothing in a JSONata state: it stays "${key.value}".` : `"${value}" is handed on as text: only what stands in {% %} is evaluated.`,
        fixes: expression
          ? [
              {
                title: `Change to "${expression}"`,
                edit: (editor) => {
                  if (key && isKey) {
                    editor.setString(key, key.value.slice(0, -2));
                  }
                  editor.setString(node, expression);
                },
              },
            ]
          : [],
      });
    },
  },
});

/** The expression for a plain path; `undefined` where the two languages differ too much. */
function asJsonata(path: string): string | undefined {
  if (path.startsWith('$states')) {
    return `{% ${path} %}`;
  }
  const [, root, rest] = /^(\$\$?)((?:\.[A-Za-z_]\w*)*)$/.exec(path) ?? [];
  return rest === undefined ? undefined : `{% ${root === '$' ? '$states.input' : '$states.context'}${rest} %}`;
}
