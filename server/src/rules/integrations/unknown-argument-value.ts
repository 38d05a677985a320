import { isEvaluated } from '../../analysis/argument-type';
import { memberName } from '../../analysis/call-arguments';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeTo, preferredIfOnly } from '../fixes';
import { defineRule } from '../rule';

/** So many values are named at most where none is near. */
const mostNamed = 6;

export const unknownArgumentValue = defineRule({
  code: 'unknown-argument-value',
  severity: 'warning',
  docs: {
    what: 'Where a service takes one of certain texts, it gets one of them, in their own letters.',
    why: 'The service refuses the call. The lists grow, so a value that is only not known here is information; a slip in one that is known is a warning.',
    bad: '{ "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "train", "LaunchType": "Fargate" }, "End": true } } }',
    good: '{ "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "train", "LaunchType": "FARGATE" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  },
  on: {
    Argument({ node, shape, call, service }, ctx) {
      if (shape.kind !== 'enum' || node.kind !== 'string' || shape.hasValue(node.value) || isEvaluated(node.value)) {
        return;
      }
      const { value } = node;
      const { values } = shape;
      const same = values.find((each) => each.toLowerCase() === value.toLowerCase());
      const near = same === undefined ? nearest(value, values) : [same];
      const known = near.length > 0 ? near : values.length <= mostNamed ? values : [];
      const name = node.parent?.kind === 'property' ? ` for "${memberName(node.parent)}"` : '';
      const isSure = isSlip(value, near);
      const fixes = known.map((each) => changeTo(node, each));
      ctx.report({
        at: node,
        ...((service.isOld || !isSure) && { severity: 'info' }),
        message: `"${call.title}" ${isSure ? 'knows no' : 'is not known to take'} "${value}"${name}.${near.length > 0 ? ` Did you mean ${listed(near)}?` : known.length > 0 ? ` It takes ${listed(known)}.` : ''}`,
        fixes: isSure ? preferredIfOnly(fixes) : fixes,
      });
    },
  },
});

/** What differs in digits may well be a newer kind of the same thing, such as an instance type. */
function isSlip(value: string, near: readonly string[]): boolean {
  return near.some((each) => each.toLowerCase() === value.toLowerCase() || !/\d/.test(each + value));
}
