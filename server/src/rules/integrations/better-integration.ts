import { calledAction } from '../../analysis/called-action';
import { memberName } from '../../analysis/call-arguments';
import type { Call } from '../../model/call';
import { optimizedFor } from '../../services/catalog';
import type { Shape } from '../../services/shape';
import { services } from '../../spec/integrations';
import type { Node } from '../../syntax/tree';
import { changeInside } from '../fixes';
import { defineRule } from '../rule';
import { placeIn } from './place';

export const betterIntegration = defineRule({
  code: 'better-integration',
  severity: 'info',
  docs: {
    what: 'What Step Functions has an integration of its own for is called by that.',
    why: 'It does more than the call through the SDK: the payload and the answer are JSON and no text, a task can wait for a job to end, and errors have the names that the guide lists. The members of the answer can be spelled in another way.',
    bad: '{ "StartAt": "Put", "States": { "Put": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:deleteItem", "Parameters": { "TableName": "models", "Key": { "id": { "S": "a" } } }, "End": true } } }',
    good: '{ "StartAt": "Put", "States": { "Put": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:deleteItem", "Parameters": { "TableName": "models", "Key": { "id": { "S": "a" } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html',
  },
  on: {
    Call(call, ctx) {
      const { by, resource, editable } = call;
      if (by !== 'Task' || resource.kind !== 'integration' || !resource.sdk) {
        return;
      }
      const title = optimizedFor(resource.service.text, resource.action.text);
      const called = title === undefined ? undefined : calledAction(call, ctx.services);
      if (title === undefined || !called || !offers(title, resource.pattern.text)) {
        return;
      }
      const own = ctx.services.optimized(title)?.action.input;
      const given = call.arguments?.value;
      const span = { start: resource.service.span.start - 'aws-sdk:'.length, end: resource.action.span.end };
      ctx.report({
        at: placeIn(call, span, ctx),
        message: `Step Functions has an integration of its own for this: "${title}".${waits(title)}`,
        fixes: editable && own && (!given || isSame(given, called.action.input, own)) ? [changeInside(editable, span, title)] : [],
      });
    },
  },
});

function patterns(title: string): readonly string[] {
  const [service = '', action = ''] = title.split(':');
  return services[service]?.actions[action]?.patterns ?? [];
}

/** True where the integration can be waited for in the same way. */
function offers(title: string, pattern: Extract<Call['resource'], { kind: 'integration' }>['pattern']['text']): boolean {
  return pattern === '' || patterns(title).includes(pattern);
}

function waits(title: string): string {
  return patterns(title).includes('.sync') ? ' With ".sync" it waits for the job to end.' : '';
}

/** True where the same value means the same to both: its names are spelled alike, and no text is JSON in the other. */
function isSame(value: Node, sdk: Shape | undefined, own: Shape | undefined): boolean {
  if (!sdk || sdk.kind !== own?.kind) {
    return false;
  }
  if (value.kind === 'array') {
    return value.items.every((item) => isSame(item, sdk.item, own.item));
  }
  if (value.kind !== 'object') {
    // What an expression brings is not known; a shape without names has nothing to be spelled in two ways.
    return !/^(structure|union|list|map)$/.test(sdk.kind);
  }
  return value.properties.every((property) => {
    const name = memberName(property);
    const [one, other] = sdk.kind === 'map' ? [sdk.item, own.item] : [sdk.members.get(name)?.shape, own.members.get(name)?.shape];
    return property.value !== undefined && isSame(property.value, one, other);
  });
}
