import { waitsForToken } from '../../model/resource';
import { property } from '../../syntax/tree';
import { defineRule } from '../rule';
import { patternOf } from './place';

const timeouts = ['TimeoutSeconds', 'TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath'];

export const missingTimeout = defineRule({
  code: 'missing-timeout',
  severity: 'info',
  docs: {
    what: 'A task that waits for somebody else, an activity or one with a task token, has a `TimeoutSeconds` or a `HeartbeatSeconds`.',
    why: 'When the other side fails without a word, the task waits for ever: the default is 99999999 seconds, and a run ends after a year.',
    bad: '{ "StartAt": "Label", "States": { "Label": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:label", "End": true } } }',
    good: '{ "StartAt": "Label", "States": { "Label": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:label", "TimeoutSeconds": 86400, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  },
  on: {
    Call(call, ctx) {
      const { part } = call;
      // An Express run ends after five minutes anyway.
      if (!part.state || timeouts.some((name) => property(part.node, name)) || ctx.workflowType(part.machine) === 'EXPRESS') {
        return;
      }
      if (call.resource.kind === 'activity' || waitsForToken(call.resource)) {
        const whom = call.resource.kind === 'activity' ? 'a worker takes it on and ends it' : 'its token is returned';
        ctx.report({
          at: patternOf(call, ctx),
          message: `"${part.state.name}" waits until ${whom}, for up to a year: it has no timeout.`,
          fixes: [{ title: 'Add "TimeoutSeconds"', edit: (editor) => editor.insert(part.node, 'TimeoutSeconds', 3600) }],
        });
      }
    },
  },
});
