import { member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const excessiveHeartbeat = defineRule({
  code: 'excessive-heartbeat',
  severity: 'warning',
  docs: {
    what: '`HeartbeatSeconds` is less than `TimeoutSeconds`.',
    why: 'Otherwise the task times out before a heartbeat can be missing. The language demands it.',
    bad: '{ "StartAt": "Label", "States": { "Label": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:label", "TimeoutSeconds": 60, "HeartbeatSeconds": 60, "End": true } } }',
    good: '{ "StartAt": "Label", "States": { "Label": { "Type": "Task", "Resource": "arn:aws:states:eu-west-1:123456789012:activity:label", "TimeoutSeconds": 600, "HeartbeatSeconds": 60, "End": true } } }',
    source: 'https://states-language.net/spec.html#task-state',
  },
  on: {
    Task({ node }, ctx) {
      const heartbeat = member(node, 'HeartbeatSeconds');
      const timeout = heartbeat && member(node, 'TimeoutSeconds');
      if (heartbeat?.kind === 'number' && timeout?.kind === 'number' && heartbeat.value >= timeout.value) {
        ctx.report({
          at: heartbeat,
          message: `The heartbeat has to be shorter than the timeout of ${String(timeout.value)} seconds, or it can never be missed.`,
          related: [{ at: timeout, message: 'The timeout is here.' }],
        });
      }
    },
  },
});
