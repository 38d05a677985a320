import { defineRule } from '../rule';

export const unsupportedJsonataContext = defineRule({
  code: 'unsupported-jsonata-context',
  severity: 'error',
  docs: {
    what: 'A JSONata expression starts from `$states` or from a variable.',
    why: 'A state has no context item of its own, so Step Functions refuses a bare name, `$` and `$$` at the start of a path (UNSUPPORTED_JSONATA_EXPRESSION). Inside a filter or a later step, names are fine.',
    bad: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% order.total %}", "End": true } } }',
    good: '{ "StartAt": "Score", "QueryLanguage": "JSONata", "States": { "Score": { "Type": "Pass", "Output": "{% $states.input.order.total %}", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    Jsonata({ site, expression }, ctx) {
      const told = new Set<string>();
      for (const { span, text, kind } of expression.references.contextReads) {
        // A definition is refused once for each name, however often it stands there.
        if (!told.has(text)) {
          told.add(text);
          const { value } = site.node;
          const inserted = kind === 'name' ? '$states.input.' : undefined;
          ctx.report({
            at: ctx.definition.inside(site.node, span),
            message: kind === 'root' ? '"$$" does not exist here. The context object is $states.context, the input $states.input.' : `"${text}" has nothing to start from. The input is $states.input, and a variable is written with its "$".`,
            aws: {
              code: 'UNSUPPORTED_JSONATA_EXPRESSION',
              message: `Reference to '${text}' ${kind === 'root' ? '' : 'at the top level '}is not supported.`,
            },
            fixes: inserted
              ? [
                  {
                    title: `Change to "${inserted}${text}"`,
                    edit: (editor) => {
                      editor.setString(site.node, value.slice(0, span.start) + inserted + value.slice(span.start));
                    },
                  },
                ]
              : [],
          });
        }
      }
    },
  },
});
