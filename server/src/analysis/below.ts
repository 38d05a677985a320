// YAML has no braces: an object that has not begun yet is nothing at all, or a text of the first letters of its first key.
import type { State } from '../model/machine';
import { columnOf } from '../syntax/layout';
import type { Node, ObjectProperty } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Definition } from './definition';
import { typedValue } from './typed';

/** What has been typed below a key that has no object yet; `undefined` where the cursor is somewhere else, or the key has something else. */
export function typedBelow(definition: Definition, { key, value }: ObjectProperty, offset: number): Span | undefined {
  const { text } = definition;
  if (key.end > offset || !mayBegin(value)) {
    return undefined;
  }
  const typed = typedValue(definition, value?.kind === 'string' && value.start <= offset ? value : undefined, offset);
  const isBelow = /^[ \t]*:(?:[ \t]*(?:#[^\n]*)?\r?\n)+[ \t]*$/.test(text.slice(key.end, typed.start));
  return isBelow && columnOf(text, typed.start) > columnOf(text, key.start) ? typed : undefined;
}

/** True for what may still become an object. */
export function mayBegin(value: Node | undefined): boolean {
  return !value || value.kind === 'null' || value.kind === 'string';
}

/** The key of a state, or in it, below which something begins at a cursor, with what has been typed of that. */
export function holderAbove(definition: Definition, offset: number): { readonly holder: ObjectProperty; readonly typed: Span } | undefined {
  // The last key before the cursor, then the last one in its value, and so on.
  let node: Node | undefined = stateBefore(definition, offset);
  while (node) {
    if (node.kind === 'array') {
      node = node.items.findLast(({ start }) => start <= offset);
      continue;
    }
    const holder: ObjectProperty | undefined = node.kind === 'object' ? node.properties.findLast(({ key }) => key.end <= offset) : undefined;
    const typed = holder && typedBelow(definition, holder, offset);
    if (holder && typed) {
      return { holder, typed };
    }
    node = holder?.value;
  }
  return undefined;
}

/** The state that begins last before an offset. */
export function stateBefore({ states }: Definition, offset: number): Node | undefined {
  let last: State | undefined;
  for (const state of states) {
    if (state.property.start < offset && state.property.start >= (last?.property.start ?? 0)) {
      last = state;
    }
  }
  return last?.node;
}
