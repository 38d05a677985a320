// Tasks whose requests are complete and right, made from the services' models.
import { optimizedTitles, sdkServices } from '../../server/src/services/catalog';
import type { Shape } from '../../server/src/services/shape';
import { services } from '../../test/support/services';

export interface Action {
  /** What follows `arn:aws:states:::`. */
  readonly resource: string;
  readonly input: Shape;
}

/** Every action that a task can call, service by service. */
export function everyAction(which: 'optimized' | 'sdk'): Action[] {
  if (which === 'optimized') {
    return optimizedTitles.flatMap((title) => {
      const found = services.optimized(title);
      return found ? [{ resource: title, input: found.action.input }] : [];
    });
  }
  return sdkServices.flatMap((name) => {
    const service = services.get(name);
    return (service?.actionNames ?? []).flatMap((each) => {
      const action = service?.action(each);
      return action && !service?.isUnsupported(each) ? [{ resource: `aws-sdk:${name}:${each}`, input: action.input }] : [];
    });
  });
}

/** Below this depth only what is required is filled in, and lists and maps are left empty. */
const deepestOptional = 4;

/** A machine of one task that calls the action. */
export function completeTask({ resource, input }: Action, language: 'JSONPath' | 'JSONata', next: () => number): string {
  const request = completeRequest(resource, input, next);
  return JSON.stringify(
    {
      ...(language === 'JSONata' && { QueryLanguage: language }),
      StartAt: 'Call',
      States: { Call: { Type: 'Task', Resource: `arn:aws:states:::${resource}`, [language === 'JSONata' ? 'Arguments' : 'Parameters']: request, End: true } },
    },
    undefined,
    2,
  );
}

/** Requests of which one field is given and no more, with the one that is taken here. */
const oneOf: readonly { readonly resource: RegExp; readonly take: string; readonly leave: readonly string[] }[] = [
  { resource: /^(aws-sdk:)?sns:publish$/, take: 'TopicArn', leave: ['TargetArn', 'PhoneNumber'] },
  { resource: /^bedrock:invokeModel$/, take: 'Body', leave: ['Input'] },
  { resource: /^http:invoke$/, take: 'InvocationConfig', leave: ['Authentication'] },
];

function completeRequest(resource: string, input: Shape, next: () => number): unknown {
  const rule = oneOf.find((each) => each.resource.test(resource));
  const request = Object.entries(complete(input, next, 0) as object).filter(([name]) => !rule?.leave.includes(name));
  return Object.fromEntries(rule ? [...request, [rule.take, complete(input.members.get(rule.take)?.shape, next, 1)]] : request);
}

function complete(shape: Shape | undefined, next: () => number, depth: number): unknown {
  const isDeep = depth >= deepestOptional;
  switch (shape?.kind) {
    case 'structure':
      return Object.fromEntries(
        [...shape.members.values()]
          .filter(({ required, deprecated }) => required || (!isDeep && !deprecated && next() < 0.3))
          .map((member) => [member.name, complete(member.shape, next, depth + 1)]),
      );
    case 'union': {
      const members = [...shape.members.values()];
      const member = members[Math.floor(next() * members.length)];
      return isDeep || !member ? {} : { [member.name]: complete(member.shape, next, depth + 1) };
    }
    case 'list':
      return isDeep ? [] : Array.from({ length: 1 + Math.floor(next() * 2) }, () => complete(shape.item, next, depth + 1));
    case 'map':
      return isDeep ? {} : { 'a key': complete(shape.item, next, depth + 1) };
    case 'enum':
      return shape.values[Math.floor(next() * shape.values.length)] ?? 'text';
    case 'number':
      return 1;
    case 'boolean':
      return true;
    case 'time':
      return '2026-01-01T00:00:00Z';
    case 'json':
      return { 'a key': ['any', 1] };
    default:
      return 'text';
  }
}
