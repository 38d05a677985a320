// Where an object can begin in a list whose items the language knows: a retrier, a catcher, a choice rule, a branch.
import type { ObjectName } from '../spec/field';
import type { Part } from '../model/parts';
import type { ArrayNode } from '../syntax/tree';
import type { Span } from '../text/span';
import { mayBegin } from './below';
import type { Definition } from './definition';
import { placeAt } from './query';
import { typedValue } from './typed';

/** A place for an item, with what has been typed of it. */
export interface ItemPlace {
  readonly is: ObjectName;
  readonly list: ArrayNode;
  /** What has the list. */
  readonly part: Part;
  readonly typed: Span;
}

/** The place at a cursor; `undefined` where no item can begin, or where the language leaves it free. */
export function itemPlaceAt(definition: Definition, offset: number): ItemPlace | undefined {
  const place = placeAt(definition, offset);
  if (place?.at !== 'item' || (place.node && !mayBegin(place.node))) {
    return undefined;
  }
  const { list, node } = place;
  const holder = list.parent?.kind === 'property' ? list.parent : undefined;
  const part = holder && definition.partOf(holder.parent);
  const field = part?.spec.byName.get(holder?.key.value ?? '');
  return part && field?.kind === 'list' && field.of ? { is: field.of, list, part, typed: typedValue(definition, node, offset) } : undefined;
}
