import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const invalidRole = defineRule({
  code: 'invalid-role',
  severity: 'warning',
  docs: {
    what: 'The `RoleArn` of `Credentials` is the ARN of a role; in JSONPath a path to one goes into `RoleArn.$`.',
    why: 'Step Functions takes the text as it is. The task then fails, since there is no such role to take on.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "Credentials": { "RoleArn": "$.role" }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "Credentials": { "RoleArn.$": "$.role" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html',
  },
  on: {
    credentials({ node, queryLanguage, languageInDoubt }, ctx) {
      const role = property(node, 'RoleArn');
      if (role?.value?.kind !== 'string') {
        return;
      }
      const { key, value } = role;
      const text = value.value;
      if (text === '' || text.includes('${') || ((queryLanguage === 'JSONata' || languageInDoubt) && text.startsWith('{%')) || /^arn:[^:]+:iam::[^:]*:role\/./.test(text)) {
        return;
      }
      const isPath = queryLanguage === 'JSONPath' && /^(\$|States\.)/.test(text);
      ctx.report({
        at: value,
        message: isPath ? `"RoleArn" is taken as it is; a path is evaluated under "RoleArn.$".` : `"${text}" is not the ARN of a role, so the task can't take it on.`,
        ...(isPath && { fixes: [{ title: 'Rename to "RoleArn.$"', preferred: true, edit: (editor) => editor.setString(key, 'RoleArn.$') }] }),
      });
    },
  },
});
