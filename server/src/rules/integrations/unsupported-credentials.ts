import { property } from '../../syntax/tree';
import { defineRule } from '../rule';
import { callOf } from '../../model/call';

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
    Part(part, ctx) {
      const credentials = property(part.node, 'Credentials');
      if (credentials && callOf(part)?.resource.kind === 'activity') {
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
