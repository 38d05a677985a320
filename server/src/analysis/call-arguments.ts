// What a task hands to a service, value by value, each with the shape that the service has for it.
import type { Call } from '../model/call';
import type { Member, Shape } from '../services/shape';
import type { Node, ObjectNode, ObjectProperty } from '../syntax/tree';
import { nearest } from '../text/nearest';
import type { CalledAction } from './called-action';

/** One value in the arguments, as it is written in the definition. */
export interface CallArgument extends CalledAction {
  readonly call: Call;
  readonly node: Node;
  readonly shape: Shape;
  /** The member whose value it is; `undefined` for the arguments as a whole, and in lists and maps. */
  readonly member: Member | undefined;
}

/**
 * Visits every value of the arguments of which the shape says something, outer ones first: not those of which Step Functions makes text, nor
 * what takes any JSON. What comes from data (`Name.$`) has no value in the text; of what an expression or a placeholder stands for nothing is
 * known, but it is visited.
 */
export function visitArguments(call: Call, called: CalledAction, visit: (argument: CallArgument) => void): void {
  const { service, action } = called;
  const node = call.arguments?.value;
  if (node) {
    visitValue(node, action.input, undefined);
  }

  function visitValue(value: Node, shape: Shape, member: Member | undefined): void {
    const { kind } = shape;
    if (kind === 'string' || kind === 'json' || kind === 'blob') {
      return;
    }
    visit({ service, action, call, node: value, shape, member });
    if (value.kind !== 'array' && value.kind !== 'object') {
      return;
    }
    const { item } = shape;
    if (value.kind === 'array') {
      if (kind !== 'list' || !item) {
        return;
      }
      for (const each of value.items) {
        visitValue(each, item, undefined);
      }
    } else {
      for (const property of value.properties) {
        if (property.value && !isFromData(property)) {
          const inner = kind === 'map' ? undefined : shape.member(property.key.value);
          const innerShape = kind === 'map' ? item : inner?.shape;
          if (innerShape) {
            visitValue(property.value, innerShape, inner);
          }
        }
      }
    }
  }
}

/** The member that a property gives a value to; `undefined` where the shape has none of this name. */
export function memberOf(property: ObjectProperty, shape: Shape): Member | undefined {
  return shape.member(memberName(property));
}

/** The name without the mark of a value that comes from data: `TrainingJobName.$`. */
export function memberName({ key }: ObjectProperty): string {
  return isMarked(key.value) ? key.value.slice(0, -2) : key.value;
}

function isMarked(key: string): boolean {
  return key.endsWith('.$');
}

/** True for `Name.$`, whose text is a path. */
export function isFromData({ key }: ObjectProperty): boolean {
  return isMarked(key.value);
}

/** The shape of a value in the arguments of a call; `undefined` where the service has none for it. */
export function shapeOfArgument(node: Node, call: Call, input: Shape): Shape | undefined {
  if (node === call.arguments?.value) {
    return input;
  }
  const { parent } = node;
  if (parent?.kind === 'array') {
    const list = shapeOfArgument(parent, call, input);
    return list?.kind === 'list' ? list.item : undefined;
  }
  const owner = parent && shapeOfArgument(parent.parent, call, input);
  return owner && (owner.kind === 'map' ? owner.item : memberOf(parent, owner)?.shape);
}

/** A key that the deployment makes, or that nobody has typed yet. */
export function isFilledIn({ key }: ObjectProperty): boolean {
  return key.value === '' || key.value.includes('${');
}

/** Where the arguments, or a value in them, are held: the key of the property, and the value itself in a list. */
export function holderOf(node: Node): Node {
  return node.parent?.kind === 'property' ? node.parent.key : node;
}

/** The members that a name which the shape does not have may be meant for, nearest first. The same name in other letters is alone. */
export function meantMembers(name: string, shape: Shape): readonly string[] {
  const same = shape.likeMember(name);
  return same ? [same.name] : nearest(name, shape.members.keys());
}

/** The required members that an object has no property for; empty where the deployment may bring them. */
export function missingMembers(object: ObjectNode, shape: Shape): readonly Member[] {
  const { required } = shape;
  if (required.length === 0) {
    return required;
  }
  const { properties } = object;
  let given = 0;
  for (const property of properties) {
    if (memberOf(property, shape)?.required) {
      given++;
    }
  }
  if (given >= required.length || properties.some(isFilledIn)) {
    return nothing;
  }
  const there = new Set(properties.map(memberName));
  return required.filter(({ name }) => !there.has(name));
}

/** The properties of an object that are clearly meant for one of the names that are missing, each with that name. */
export function misspelledMembers(object: ObjectNode, shape: Shape, missing: ReadonlySet<string>): ReadonlyMap<ObjectProperty, string> {
  const found = new Map<ObjectProperty, string>();
  for (const property of object.properties) {
    if (!memberOf(property, shape)) {
      const [name, other] = meantMembers(memberName(property), shape);
      if (name !== undefined && other === undefined && missing.has(name)) {
        found.set(property, name);
      }
    }
  }
  return found;
}

const nothing: readonly never[] = [];
