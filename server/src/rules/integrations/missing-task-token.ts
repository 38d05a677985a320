import { waitsForToken } from '../../model/resource';
import type { Node } from '../../syntax/tree';
import { defineRule } from '../rule';
import { patternOf } from './place';

export const missingTaskToken = defineRule({
  code: 'missing-task-token',
  severity: 'warning',
  docs: {
    what: 'A task that waits for its token hands the token out: `$$.Task.Token`, or `$states.context.Task.Token` in JSONata, is somewhere in its request.',
    why: 'Nobody can return a token that nobody was given, so the task waits until it times out: a year, where it has no timeout.',
    bad: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl.$": "$.queue", "MessageBody": "Is it good?" }, "TimeoutSeconds": 86400, "End": true } } }',
    good: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "QueueUrl.$": "$.queue", "MessageBody": { "token.$": "$$.Task.Token" } }, "TimeoutSeconds": 86400, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  },
  on: {
    Call(call, ctx) {
      const given = call.arguments?.value;
      // Without a request `missing-request` has already spoken, or it is still being typed.
      if (given && waitsForToken(call.resource) && !mayHoldToken(given)) {
        ctx.report({
          at: patternOf(call, ctx),
          message: 'The task waits for its token, but its request hands no token out, so nobody can return it.',
        });
      }
    },
  },
});

/** True where the token is in it, or could be: in a variable, in the whole context, in what the deployment fills in. */
function mayHoldToken(node: Node): boolean {
  switch (node.kind) {
    case 'string':
      return /Task\.Token|\$\$(?=$|[\s,)])|\$\$\.Task\b|\$states\.context(?!\.)|\$states\.context\.Task\b|(^|[^$\w])\$(?!states\b|\$)[A-Za-z_]\w*/.test(node.value);
    case 'unknown':
      return true;
    case 'array':
      return node.items.some(mayHoldToken);
    case 'object':
      return node.properties.some(({ value }) => value !== undefined && mayHoldToken(value));
    default:
      return false;
  }
}
