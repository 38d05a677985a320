import { memberName, memberOf } from '../../analysis/call-arguments';
import type { Shape } from '../../services/shape';
import type { ObjectProperty } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
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
        const names = namesFor(name, shape);
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

/** A key that the deployment makes, or that nobody has typed yet. */
function isFilledIn({ key }: ObjectProperty): boolean {
  return key.value === '' || key.value.includes('${');
}

/** The same name in other letters first, and alone. Names that are taken already are not offered. */
function namesFor(name: string, shape: Shape): readonly string[] {
  const same = shape.likeMember(name);
  return same ? [same.name] : nearest(name, [...shape.members.keys()]);
}
