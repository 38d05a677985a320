import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const unsupportedCredentials = defineRule({
  code: 'unsupported-credentials',
  severity: 'error',
  docs: {
    what: 'A task that is an activity has no `Credentials`.',
    why: 'An activity is done by workers that come with credentials of their own. Step Functions refuses the field (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Label", "States": { "Label": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:label", "Credentials": { "RoleArn": "arn:aws:iam::123456789012:role/label" }, "TimeoutSeconds": 3600, "End": true } } }',
    good: '{ "StartAt": "Label", "States": { "Label": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:label", "TimeoutSeconds": 3600, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-activities.html',
  },
  on: {
    Call({ part, resource }, ctx) {
      const credentials = resource.kind === 'activity' ? property(part.node, 'Credentials') : undefined;
      if (credentials) {
        ctx.report({
          at: credentials.key,
          message: 'An activity takes no "Credentials": its workers bring their own.',
          fixes: [{ title: 'Remove "Credentials"', edit: (editor) => editor.remove(credentials) }],
          aws: { code: 'SCHEMA_VALIDATION_FAILED', message: 'The field \'Credentials\' is not supported for activities' },
        });
      }
    },
  },
});
