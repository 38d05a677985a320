import { looksLikeIntrinsic } from '../../expressions/intrinsics/parse';
import { defineRule } from '../rule';

export const unevaluatedPath = defineRule({
  code: 'unevaluated-path',
  severity: 'warning',
  docs: {
    what: 'What is written as a path or an intrinsic function is also evaluated: its key ends in `.$`.',
    why: 'Under a plain key, and in a list, the text is handed on letter by letter. Step Functions accepts it with the warning NO_DOLLAR, and the task gets `$.id` instead of the id.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "id": "$.id" }, "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Parameters": { "id.$": "$.id" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  },
  on: {
    Literal({ node, key, inList, part }, ctx) {
      const text = node.value;
      if (part.queryLanguage !== 'JSONPath' || !isMeantAsPath(text)) {
        return;
      }
      ctx.report({
        at: node,
        message: inList
          ? `"${text}" is handed on as text: in a list nothing is evaluated. States.Array(…) under a key that ends in ".$" makes a list of values.`
          : `"${text}" is handed on as text. It is evaluated only under a key that ends in ".$".`,
        fixes: key
          ? [
              {
                title: `Rename to "${key.value}.$"`,
                edit: (editor) => {
                  editor.setString(key, `${key.value}.$`);
                },
              },
            ]
          : [],
      });
    },
  },
});

/** A lone `$` or an amount such as `$5` is text; so is a SQL or shell variable in the middle of something longer. */
function isMeantAsPath(text: string): boolean {
  return /^\$\$?[.[][\w'"*.[\]$-]*$/.test(text) || (looksLikeIntrinsic(text) && text.endsWith(')'));
}
