// The values that a run works on: JSON, never changed once they are made.
import { utf8Length } from '../text/utf8';

export type Json = null | boolean | number | string | JsonList | JsonObject;
export type JsonList = readonly Json[];
export interface JsonObject {
  readonly [name: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is JsonList {
  return Array.isArray(value);
}

/** The member of that name; `undefined` where there is none, or no object. Names from the user's text may be `constructor`. */
export function memberOf(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The same value, member by member. Nothing is converted. */
export function isSame(one: Json, other: Json): boolean {
  if (one === other) {
    return true;
  }
  if (isList(one)) {
    return isList(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index] ?? null));
  }
  if (!isObject(one) || !isObject(other)) {
    return false;
  }
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && isSame(one[name] ?? null, other[name] ?? null));
}

/** A value as text, the way the service's own tools print it inside other text: Java's. */
export function javaText(value: Json): string {
  if (isList(value)) {
    return `[${value.map(javaText).join(', ')}]`;
  }
  if (isObject(value)) {
    return `{${Object.entries(value).map(([name, member]) => `${name}=${javaText(member)}`).join(', ')}}`;
  }
  return String(value);
}

/** What JSON calls the kind of a value. */
export function kindOf(value: Json): 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object' {
  return value === null ? 'null' : isList(value) ? 'array' : (typeof value as 'boolean' | 'number' | 'string' | 'object');
}

/** A text as it is, any other value as JSON text; nothing for nothing. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

/** A text read as JSON; `undefined` where it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Most texts are none.
    return undefined;
  }
}

const sizes = new WeakMap<object, number>();

/** How many bytes a value has as compact JSON text in UTF-8. Values do not change, so each is measured once. */
export function sizeOf(value: Json): number {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? utf8Length(JSON.stringify(value)) : JSON.stringify(value).length;
  }
  let size = sizes.get(value);
  if (size === undefined) {
    size = isList(value)
      ? value.reduce<number>((sum, item) => sum + sizeOf(item) + 1, 1)
      : Object.entries(value).reduce((sum: number, [name, member]: [string, Json]) => sum + utf8Length(JSON.stringify(name)) + sizeOf(member) + 2, 1);
    // What separates is one less than what is separated, but for nothing.
    size = Math.max(2, size);
    sizes.set(value, size);
  }
  return size;
}
