// Which call's arguments a place belongs to, and what the service takes there.
import { callOf, type Call } from '../model/call';
import type { Shape } from '../services/shape';
import { holderOf, type Node, type ObjectProperty } from '../syntax/tree';
import type { Span } from '../text/span';
import { holderAbove, mayBegin } from './below';
import { isFromData, memberOf, shapeOfArgument } from './call-arguments';
import { calledRequest, type CalledAction } from './called-action';
import type { Definition } from './definition';
import { placeAt } from './query';
import { typedValue } from './typed';

export interface ArgumentsPlace extends CalledAction {
  readonly call: Call;
  readonly shape: Shape;
}

/** What the service takes in a node's place; `undefined` outside all arguments, and where nothing is known. */
export function argumentsPlaceOf(definition: Definition, node: Node): ArgumentsPlace | undefined {
  for (let at: Node | undefined = node; at; ) {
    const holder: Node | undefined = holderOf(at);
    const part = holder?.kind === 'object' ? definition.partOf(holder) : undefined;
    const call = part && callOf(part);
    if (part) {
      return call && at.parent === call.arguments ? placeIn(definition, call, (input) => shapeOfArgument(node, call, input)) : undefined;
    }
    at = holder;
  }
  return undefined;
}

/** What the service takes as a property's value, there or not; `undefined` where it is a path. */
export function valuePlaceOf(definition: Definition, property: ObjectProperty): ArgumentsPlace | undefined {
  const part = definition.partOf(property.parent);
  const call = part && callOf(part);
  if (call) {
    return property === call.arguments ? placeIn(definition, call, (input) => input) : undefined;
  }
  const outer = isFromData(property) ? undefined : argumentsPlaceOf(definition, property.parent);
  const shape = outer && (outer.shape.kind === 'map' ? outer.shape.item : memberOf(property, outer.shape)?.shape);
  return outer && shape && { ...outer, shape };
}

/** An object of the arguments that somebody is only just beginning in YAML. */
export interface BegunArguments extends ArgumentsPlace {
  /** The key above; `undefined` for an item of a list. */
  readonly holder: ObjectProperty | undefined;
  readonly typed: Span;
}

/** The object that begins at a cursor, below a key or behind a dash. */
export function begunArgumentsAt(definition: Definition, offset: number): BegunArguments | undefined {
  if (definition.notation !== 'yaml') {
    return undefined;
  }
  const place = placeAt(definition, offset);
  if (place?.at === 'item' && place.node && mayBegin(place.node)) {
    const list = argumentsPlaceOf(definition, place.list);
    return list?.shape.item && hasMembers(list.shape.item) ? { ...list, shape: list.shape.item, holder: undefined, typed: typedValue(definition, place.node, offset) } : undefined;
  }
  const above = holderAbove(definition, offset);
  const found = above && valuePlaceOf(definition, above.holder);
  return found && hasMembers(found.shape) ? { ...found, ...above } : undefined;
}

function hasMembers({ kind }: Shape): boolean {
  return kind === 'structure' || kind === 'union';
}

function placeIn(definition: Definition, call: Call, shapeFor: (input: Shape) => Shape | undefined): ArgumentsPlace | undefined {
  const called = calledRequest(call, definition.services);
  const shape = called && shapeFor(called.action.input);
  return called && shape && { ...called, call, shape };
}
