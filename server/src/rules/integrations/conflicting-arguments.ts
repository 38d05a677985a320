import { holderOf, isFilledIn, memberName, memberOf, type CallArgument } from '../../analysis/call-arguments';
import { emptyValue } from '../../services/empty-value';
import type { ObjectNode, ObjectProperty } from '../../syntax/tree';
import { listed } from '../../text/words';
import { defineRule, type Fix, type RuleContext } from '../rule';

/** Requests of which one field has to be given, and no more. Sources: API reference of the services, and the guide's page on each. */
const oneOf: Readonly<Record<string, readonly string[]>> = {
  'bedrock:invokeModel': ['Body', 'Input'],
  'http:invoke': ['InvocationConfig', 'Authentication'],
  'sns:publish': ['TopicArn', 'TargetArn', 'PhoneNumber'],
  'aws-sdk:sns:publish': ['TopicArn', 'TargetArn', 'PhoneNumber'],
};

export const conflictingArguments = defineRule({
  code: 'conflicting-arguments',
  severity: 'warning',
  docs: {
    what: 'Of fields of which a service takes one, a task gives one.',
    why: 'With several the service can\'t tell which one counts, and without any it does not know what to do: the call fails.',
    bad: '{ "StartAt": "Tell", "States": { "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:123456789012:news", "PhoneNumber": "+41790000000", "Message": "Done" }, "End": true } } }',
    good: '{ "StartAt": "Tell", "States": { "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:123456789012:news", "Message": "Done" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  },
  on: {
    Argument(argument, ctx) {
      const { node, shape, call } = argument;
      if (node.kind !== 'object') {
        return;
      }
      if (shape.kind === 'union') {
        const given = node.properties.length > 1 ? node.properties.filter((property) => memberOf(property, shape)) : [];
        if (given.length > 1) {
          reportSeveral(argument, given, ctx);
        }
      } else if (node === call.arguments?.value && Object.hasOwn(oneOf, call.title)) {
        reportRequest(argument, node, oneOf[call.title] ?? [], ctx);
      }
    },
  },
});

function reportRequest(argument: CallArgument, node: ObjectNode, names: readonly string[], ctx: RuleContext): void {
  const given = node.properties.filter((property) => names.includes(memberName(property)));
  if (given.length > 1) {
    reportSeveral(argument, given, ctx);
    return;
  }
  const { call, service, shape } = argument;
  // What Step Functions itself refuses is `missing-argument`'s business.
  const isRefused = call.action?.required.some((each) => each[0] === names[0]);
  if (given.length === 0 && !isRefused && !node.properties.some(isFilledIn)) {
    ctx.report({
      at: holderOf(node),
      ...(service.isOld && { severity: 'info' }),
      message: `"${call.title}" needs one of ${listed(names)}.`,
      fixes: names.map((name) => ({ title: `Add "${name}"`, edit: (editor) => editor.insertAll(node, { [name]: emptyValue(shape.members.get(name)?.shape) }) })),
    });
  }
}

/** Said at the second one: the first can stand. */
function reportSeveral({ call, shape, service, node }: CallArgument, given: readonly ObjectProperty[], ctx: RuleContext): void {
  const [first, second] = given;
  const names = [...new Set(given.map(memberName))];
  if (!first || !second || names.length < 2) {
    return;
  }
  const where = node === call.arguments?.value || shape.name === undefined ? '' : ` in ${shape.name}`;
  ctx.report({
    at: second.key,
    ...(service.isOld && { severity: 'info' }),
    message: `"${call.title}" takes only one of ${listed(names, 'and')}${where}.`,
    related: [{ at: first.key, message: 'The first one is here.' }],
    fixes: given.map(
      (property): Fix => ({
        title: `Remove "${memberName(property)}"`,
        edit: (editor) => {
          editor.remove(property);
        },
      }),
    ),
  });
}
