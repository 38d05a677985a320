import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const unusedPassInput = defineRule({
  code: 'unused-pass-input',
  severity: 'hint',
  unnecessary: true,
  docs: {
    what: 'A Pass state with a `Result` has no `InputPath` and no `Parameters`.',
    why: 'The result is `Result` alone; the two are not even evaluated beside it.',
    bad: '{ "StartAt": "Note", "States": { "Note": { "Type": "Pass", "Parameters": { "id.$": "$.id" }, "Result": { "score": 1 }, "End": true } } }',
    good: '{ "StartAt": "Note", "States": { "Note": { "Type": "Pass", "Result": { "score": 1 }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-pass.html',
  },
  on: {
    Pass({ node, queryLanguage }, ctx) {
      if (queryLanguage !== 'JSONPath' || !property(node, 'Result')) {
        return;
      }
      for (const name of ['InputPath', 'Parameters']) {
        const unused = property(node, name);
        if (unused) {
          ctx.report({
            at: unused,
            message: `"${name}" has no effect beside "Result".`,
            fixes: [{ title: `Remove "${name}"`, edit: (editor) => editor.remove(unused) }],
          });
        }
      }
    },
  },
});
