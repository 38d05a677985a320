import { defineRule } from '../rule';

export const constantTemplatePath = defineRule({
  code: 'constant-template-path',
  severity: 'error',
  docs: {
    what: 'A key that ends in `.$` has text for its value: a path or an intrinsic function.',
    why: 'A number, a list or an object there is no path. Step Functions refuses it (SCHEMA_VALIDATION_FAILED); a constant belongs under the plain key.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "epochs.$": 5 }, "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "epochs": 5 }, "End": true } } }',
    source: 'https://states-language.net/spec.html#payload-template',
  },
  on: {
    PayloadObject({ node, part }, ctx) {
      if (part.queryLanguage !== 'JSONPath') {
        return;
      }
      for (const { key, value } of node.properties) {
        if (value && value.kind !== 'string' && value.kind !== 'unknown' && key.value.endsWith('.$') && value.span.end > value.span.start) {
          const plain = key.value.slice(0, -2);
          ctx.report({
            at: value,
            message: `"${key.value}" has to be a path or an intrinsic function. A constant belongs under "${plain}".`,
            fixes: [
              {
                title: `Rename to "${plain}"`,
                edit: (editor) => {
                  editor.setString(key, plain);
                },
              },
            ],
            aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `The value for the field '${key.value}' must be a valid JSONPath or a valid intrinsic function call` },
          });
        }
      }
    },
  },
});
