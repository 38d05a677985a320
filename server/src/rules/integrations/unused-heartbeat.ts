import { waitsForToken } from '../../model/resource';
import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const unusedHeartbeat = defineRule({
  code: 'unused-heartbeat',
  severity: 'info',
  docs: {
    what: '`HeartbeatSeconds` stands in tasks that can get heartbeats: activities, and those that wait for a task token.',
    why: 'Nobody sends a heartbeat for any other task, so the field is a second timeout, and hides the one that was meant.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "HeartbeatSeconds": 30, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "TimeoutSeconds": 30, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
  },
  on: {
    Call({ part, resource }, ctx) {
      const heartbeat = property(part.node, 'HeartbeatSeconds') ?? property(part.node, 'HeartbeatSecondsPath');
      const called = resource.kind === 'function' || (resource.kind === 'integration' && !waitsForToken(resource) && !resource.pattern.text.includes('\uFFFC'));
      if (!heartbeat || !called) {
        return;
      }
      const timeout = heartbeat.key.value.replace('Heartbeat', 'Timeout');
      const hasTimeout = property(part.node, 'TimeoutSeconds') ?? property(part.node, 'TimeoutSecondsPath');
      ctx.report({
        at: heartbeat.key,
        message: 'Nobody sends heartbeats for this task, so this is but another timeout.',
        fixes: hasTimeout ? [] : [{ title: `Rename to "${timeout}"`, edit: (editor) => editor.setString(heartbeat.key, timeout) }],
      });
    },
  },
});
