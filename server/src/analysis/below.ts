// YAML has no braces: an object that has not begun yet is nothing at all, or a text of the first letters of its first key.
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
