import { patternsOf } from '../../model/call';
import type { StringNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { defineRule, type Fix } from '../rule';
import { placeIn } from './place';

export const unknownIntegrationPattern = defineRule({
  code: 'unknown-integration-pattern',
  severity: 'error',
  docs: {
    what: 'What follows the action in a service integration is a way of waiting that this action has: `.sync` for a job to end, `.waitForTaskToken` for somebody to return the task token.',
    why: 'Step Functions refuses the others as "not recognized". `.sync:2` is for `states:startExecution` alone.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.sync", "Parameters": { "FunctionName": "score" }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html',
  },
  on: {
    Call(call, ctx) {
      if (call.by !== 'Task' || call.resource.kind !== 'integration' || call.resource.pattern.text === '') {
        return;
      }
      const { text, editable, resource, title } = call;
      const pattern = resource.pattern.text;
      const patterns = patternsOf(call);
      if (!patterns || patterns.some((each) => each === pattern) || pattern.includes('\uFFFC')) {
        return;
      }
      const near = nearest(pattern, patterns);
      const start = resource.pattern.span.start;
      const change = (node: StringNode, to: string): Fix => ({
        title: to === '' ? `Remove "${pattern}"` : `Change to "${to}"`,
        edit: (editor) => {
          editor.setString(node, text.slice(0, start) + to);
        },
      });
      ctx.report({
        at: placeIn(call, resource.pattern.span, ctx),
        message: `There is no "${pattern}" for "${title}".${patterns.length > 0 ? ` There is ${listed(patterns, 'and')}.` : ' It answers at once, and there is nothing to wait for.'}`,
        fixes: editable ? [...near, ''].map((to) => change(editable, to)) : [],
        aws: {
          code: 'SCHEMA_VALIDATION_FAILED',
          message: `The resource provided ${text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`,
        },
      });
    },
  },
});
