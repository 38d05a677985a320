import { readResource } from '../../model/resource';
import { member, type StringNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export const conflictingRegions = defineRule({
  code: 'conflicting-regions',
  severity: 'warning',
  docs: {
    what: 'All Lambda functions and activities of a machine that tasks name by their ARN are in one region and one partition: its own.',
    why: 'A task can\'t reach across regions, nor across partitions such as `aws` and `aws-cn`, so at least one of these tasks fails.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:train", "Next": "Score" }, "Score": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:score", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:train", "Next": "Score" }, "Score": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:score", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
  },
  on: {
    Definition(document, ctx) {
      let first: { readonly place: string; readonly node: StringNode } | undefined;
      for (const { type, node: object } of document.states) {
        const node = type === 'Task' ? member(object, 'Resource') : undefined;
        const place = node?.kind === 'string' ? placeOf(node.value) : undefined;
        if (node?.kind !== 'string' || place === undefined) {
          continue;
        }
        first ??= { place, node };
        if (place !== first.place) {
          ctx.report({
            at: node,
            message: `This is in "${place}", but another task of the machine is in "${first.place}". A task can't reach into another region.`,
            related: [{ at: first.node, message: 'The other task is here.' }],
          });
        }
      }
    },
  },
});

/** Partition and region of a function or an activity, where both are written out. */
function placeOf(text: string): string | undefined {
  if (text.includes(':::')) {
    return undefined;
  }
  const resource = readResource(text);
  const partition = text.split(':')[1] ?? '';
  return (resource.kind === 'function' || resource.kind === 'activity') && /^[a-z]{2}(-[a-z]+)+-\d$/.test(resource.region) && /^[a-z-]+$/.test(partition)
    ? `${partition}:${resource.region}`
    : undefined;
}
