import { longestCall } from '../../spec/integrations';
import { longestRun } from '../../spec/workflow-types';
import { member } from '../../syntax/tree';
import type { Call } from '../../model/call';
import { defineRule } from '../rule';

export const excessiveTimeout = defineRule({
  code: 'excessive-timeout',
  severity: 'info',
  docs: {
    what: 'A timeout is no longer than the call can last: 60 seconds for an HTTP task, 900 for a Lambda function that is waited for, 300 for anything in an Express workflow.',
    why: 'The call ends earlier, with another error than `States.Timeout`. Retriers and catchers should be ready for that one.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "TimeoutSeconds": 3600, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "TimeoutSeconds": 120, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    Call(call, ctx) {
      const timeout = member(call.part.node, 'TimeoutSeconds');
      if (timeout?.kind !== 'number') {
        return;
      }
      const isExpress = ctx.workflowType(call.part.machine) === 'EXPRESS';
      const { most, what } = isExpress ? { most: longestRun.EXPRESS, what: 'An Express run' } : (limitOf(call) ?? {});
      if (most !== undefined && what && timeout.value > most) {
        ctx.report({ at: timeout, message: `${what} ends after ${String(most)} seconds by itself, so this timeout never comes.` });
      }
    },
  },
});

function limitOf({ resource, title }: Call): { readonly most: number; readonly what: string } | undefined {
  if (resource.kind === 'function' || (title === 'lambda:invoke' && resource.kind === 'integration' && resource.pattern.text === '')) {
    return { most: longestCall.lambda, what: 'A Lambda function' };
  }
  return title === 'http:invoke' ? { most: longestCall.http, what: 'An HTTP task' } : undefined;
}
