import { isFilledIn, meantMembers, memberName, memberOf } from '../../analysis/call-arguments';
import { alternativesOf, type Call } from '../../model/call';
import type { ObjectNode } from '../../syntax/tree';
import { listed } from '../../text/words';
import { changeTo, preferred } from '../fixes';
import { defineRule } from '../rule';

export const unknownArgument = defineRule({
  code: 'unknown-argument',
  severity: 'warning',
  docs: {
    what: 'What a task hands to a service is what the service\'s API has, by the names that Step Functions has for it, at every depth.',
    why: 'Step Functions refuses a field that the API does not have, or the run fails at this task. In an AWS SDK integration all names begin with a capital, and acronyms are written as words: `DbInstanceIdentifier`. Where AWS no longer keeps up the model that this was read from, the finding is only information.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:stopTrainingJob", "Parameters": { "TrainingJobName": "churn", "Reson": "too slow" }, "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sagemaker:stopTrainingJob", "Parameters": { "TrainingJobName": "churn" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  },
  on: {
    Argument({ node, shape, service, call }, ctx) {
      if (node.kind !== 'object' || (shape.kind !== 'structure' && shape.kind !== 'union')) {
        return;
      }
      for (const property of node.properties) {
        if (memberOf(property, shape) || isFilledIn(property)) {
          continue;
        }
        const name = memberName(property);
        const names = meantMembers(name, shape);
        if (isRefused(names, node, call)) {
          continue;
        }
        const mark = property.key.value.slice(name.length);
        ctx.report({
          at: property.key,
          message: `"${call.title}" has no "${name}"${shape.name === undefined ? '' : ` in ${shape.name}`}.${names.length > 0 ? ` Did you mean ${listed(names)}?` : ''}`,
          ...(service.isOld && { severity: 'info' }),
          fixes: names.map((each, index) => {
            const fix = changeTo(property.key, each + mark);
            return index === 0 && names.length === 1 ? preferred(fix) : fix;
          }),
        });
      }
    },
  },
});

/** A required name of the request with a slip in it: Step Functions refuses that, and `missing-argument` says so. */
function isRefused(names: readonly string[], object: ObjectNode, call: Call): boolean {
  const [name, other] = names;
  return (
    name !== undefined &&
    other === undefined &&
    object === call.arguments?.value &&
    (call.action?.required.some((each) => alternativesOf(each).includes(name) && !object.properties.some((property) => alternativesOf(each).includes(memberName(property)))) ?? false)
  );
}
