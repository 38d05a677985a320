import { memberOf } from '../../analysis/call-arguments';
import { defineRule } from '../rule';

export const deprecatedArgument = defineRule({
  code: 'deprecated-argument',
  severity: 'hint',
  deprecated: true,
  docs: {
    what: 'What a task hands to a service is nothing that AWS advises against.',
    why: 'The service still takes it, and may stop at some time; mostly another field has taken its place.',
    bad: '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "load", "AllocatedCapacity": 2 }, "End": true } } }',
    good: '{ "StartAt": "Load", "States": { "Load": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { "JobName": "load", "MaxCapacity": 2 }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  },
  on: {
    Argument({ node, shape, call }, ctx) {
      if (node.kind !== 'object' || shape.deprecated.length === 0) {
        return;
      }
      for (const property of node.properties) {
        const member = memberOf(property, shape);
        if (member?.deprecated) {
          const docs = shape.docsOf(member);
          ctx.report({ at: property.key, message: `AWS advises against "${member.name}" in "${call.title}".${docs === undefined ? '' : ` ${docs}`}` });
        }
      }
    },
  },
});
