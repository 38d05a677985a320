// What is known of the values that run through a state machine: as much as somebody has written out, or a service's model says.
import { contextObject, type ContextMember } from '../../spec/context-object';
import type { Shape, ShapeKind } from '../../services/shape';
import { listOf as listName, typeOf } from '../../services/type-name';

/** What is not known is `undefined`: unknown stays unknown. */
export type Known = Data | undefined;

export type Data =
  /** Has these fields, and maybe others. */
  | { readonly is: 'object'; readonly fields: ReadonlyMap<string, Field> }
  | { readonly is: 'list'; readonly item: Known }
  /** What a service gives; looked into only when somebody asks, since many shapes hold themselves. */
  | { readonly is: 'shape'; readonly shape: Shape }
  | { readonly is: 'text' | 'number' | 'boolean' | 'null' };

export interface Field {
  readonly data: Known;
  /** A line about it. */
  readonly docs?: string | undefined;
}

export const text: Data = { is: 'text' };
export const number: Data = { is: 'number' };
export const boolean: Data = { is: 'boolean' };

export function object(fields: Iterable<readonly [string, Known]>): Data {
  return { is: 'object', fields: new Map([...fields].map(([name, data]) => [name, { data }])) };
}

export function listOf(item: Known): Data {
  return { is: 'list', item };
}

const byType: ReadonlyMap<string, Data> = new Map([['text', text], ['number', number], ['integer', number], ['boolean', boolean], ['list', listOf(undefined)], ['object', object([])]]);

/** What a function gives, by the name that its table has for the type; any value is unknown. */
export function ofType(type: string): Known {
  return byType.get(type);
}

const noFields: ReadonlyMap<string, Field> = new Map();

/** The fields of an object; none of anything else. */
export function fieldsOf(data: Known): ReadonlyMap<string, Field> {
  if (data?.is === 'object') {
    return data.fields;
  }
  const shape = data?.is === 'shape' ? data.shape : undefined;
  return shape?.kind === 'structure' || shape?.kind === 'union'
    ? new Map([...shape.members.values()].map((member) => [member.name, { data: ofShape(member.shape), docs: shape.docsOf(member) }]))
    : noFields;
}

/** One field of an object; of a map whatever name. */
export function fieldOf(data: Known, name: string): Known {
  return data?.is === 'shape' && data.shape.kind === 'map' ? ofShape(data.shape.item) : fieldsOf(data).get(name)?.data;
}

/** An item of a list. */
export function itemOf(data: Known): Known {
  return data?.is === 'list' ? data.item : data?.is === 'shape' && data.shape.kind === 'list' ? ofShape(data.shape.item) : undefined;
}

export function isList(data: Known): boolean {
  return data?.is === 'list' || (data?.is === 'shape' && data.shape.kind === 'list');
}

const basicKinds: Partial<Record<ShapeKind, Data>> = { string: text, enum: text, time: text, blob: text, number, boolean };

/** What a service gives, as the run sees it: times and blobs come as text. */
export function ofShape(shape: Shape | undefined): Known {
  return !shape || shape.kind === 'json' ? undefined : shape.kind === 'none' ? object([]) : (basicKinds[shape.kind] ?? { is: 'shape', shape });
}

/** What it can be, one or the other: an object has the fields of both. */
export function either(one: Known, other: Known): Known {
  if (one === other || !other) {
    return one;
  }
  if (!one) {
    return other;
  }
  if (isList(one) && isList(other)) {
    return listOf(either(itemOf(one), itemOf(other)));
  }
  const [first, second] = [fieldsOf(one), fieldsOf(other)];
  return first.size === 0 ? (second.size === 0 ? one : other) : second.size === 0 ? one : { is: 'object', fields: new Map([...second, ...first]) };
}

/** The first with the fields of the second in place of its own. */
export function merged(under: Known, over: Known): Known {
  return !under || !over ? (over ?? under) : { is: 'object', fields: new Map([...fieldsOf(under), ...fieldsOf(over)]) };
}

/** A value with another put into it, at a path of names. */
export function placed(data: Known, names: readonly string[], value: Known): Known {
  const [first, ...rest] = names;
  return first === undefined ? value : { is: 'object', fields: new Map([...fieldsOf(data), [first, { data: placed(fieldOf(data, first), rest, value) }]]) };
}

/** What a Catch hands on. */
export const errorOutput: Data = {
  is: 'object',
  fields: new Map([
    ['Error', { data: text, docs: 'The name of the error.' }],
    ['Cause', { data: text, docs: 'What went wrong, in words; for a failed job a text with its description as JSON.' }],
  ]),
};

/** Members of the context object that count. */
const counts: ReadonlySet<string> = new Set(['Index', 'RedriveCount', 'RetryCount']);

/**
 * @param input of the run
 * @param item that a Map works on
 */
export function contextData(input: Known, item?: Known): Data {
  const open: Readonly<Record<string, Known>> = { Input: input, Value: item };
  const make = (member: ContextMember, name: string): Known =>
    member.open ? open[name] : counts.has(name) ? number : member.members ? { is: 'object', fields: new Map(Object.entries(member.members).map(([key, each]) => [key, { data: make(each, key), docs: each.docs }])) } : text;
  return make(contextObject, '') ?? object([]);
}

/** In a word or two, as a list of suggestions shows it. */
export function nameOf(data: Known): string | undefined {
  return data?.is === 'shape' ? typeOf(data.shape) : data?.is === 'list' ? listName(nameOf(data.item)) : data?.is;
}
