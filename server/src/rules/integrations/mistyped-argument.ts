import { givenType, isMistyped, pathType, typeTaken, typeWords, valueType, type ValueType } from '../../analysis/argument-type';
import { memberName, shapeOfArgument } from '../../analysis/call-arguments';
import { calledAction } from '../../analysis/called-action';
import { callOf, type Call } from '../../model/call';
import type { Part } from '../../model/parts';
import type { Service } from '../../services/service';
import type { Shape } from '../../services/shape';
import type { Node } from '../../syntax/tree';
import { defineRule, type Fix, type RuleContext } from '../rule';

export const mistypedArgument = defineRule({
  code: 'mistyped-argument',
  severity: 'warning',
  docs: {
    what: 'What a task hands to a service is of the kind that the service takes: a list where it takes a list, a number where it takes a number.',
    why: 'The call fails. Step Functions makes text of any value where the service takes text, and reads numbers, `true` and `false` that are written as text; none of that is reported. Where AWS no longer keeps up the model that this was read from, the finding is only information.',
    bad: '{ "StartAt": "Stop", "States": { "Stop": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:stopInstances", "Parameters": { "InstanceIds": "i-1234567890abcdef0" }, "End": true } } }',
    good: '{ "StartAt": "Stop", "States": { "Stop": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:ec2:stopInstances", "Parameters": { "InstanceIds": ["i-1234567890abcdef0"] }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  },
  on: {
    Argument({ node, shape, call, service }, ctx) {
      const type = node.kind === 'object' && shape.kind === 'structure' ? undefined : valueType(node);
      if (type && isMistyped(type, shape, textOf(node)) && node !== call.arguments?.value) {
        report(type, node, shape, call, service, ctx);
      }
    },
    Path(path, ctx) {
      const { site } = path;
      const type = site.use === 'template' && site.field.name === 'Parameters' ? pathType(path) : undefined;
      if (type) {
        reportGiven(type, site.node, site.part, ctx);
      }
    },
    Jsonata({ site, expression }, ctx) {
      const type = site.field.name === 'Arguments' ? givenType(expression.gives) : undefined;
      if (type) {
        reportGiven(type, site.node, site.part, ctx);
      }
    },
  },
});

/** What an expression is known to give. */
function reportGiven(type: ValueType, node: Node, part: Part, ctx: RuleContext): void {
  const call = callOf(part);
  const called = call && calledAction(call, ctx.services);
  const shape = called && shapeOfArgument(node, call, called.action.input);
  if (shape && isMistyped(type, shape) && node !== call.arguments?.value) {
    report(type, node, shape, call, called.service, ctx);
  }
}

function report(type: ValueType, node: Node, shape: Shape, call: Call, service: Service, ctx: RuleContext): void {
  const name = node.parent?.kind === 'property' ? ` for "${memberName(node.parent)}"` : ' here';
  ctx.report({
    at: node,
    ...(service.isOld && { severity: 'info' }),
    message: `"${call.title}" takes ${typeTaken(shape)}${name}, and this is ${typeWords[type]}.`,
    fixes: shape.kind === 'list' && shape.item && valueType(node) === type && !isMistyped(type, shape.item, textOf(node)) ? [intoList(node)] : [],
  });
}

function intoList(node: Node): Fix {
  return {
    title: 'Put it into a list',
    preferred: true,
    edit: (editor) => {
      editor.wrapInList(node);
    },
  };
}

function textOf(node: Node): string | undefined {
  return node.kind === 'string' || node.kind === 'number' || node.kind === 'boolean' ? String(node.value) : undefined;
}
