// Whether a mock is something that the service called could have answered.
import { isList, isObject, type Json } from '../expressions/value';
import type { Catalog } from '../services/catalog';
import type { Shape } from '../services/shape';
import { outputOf } from './mocks/default-answer';

/** What is wrong with a result, in the words of the service; `undefined` where nothing is, or nothing is known. Members too many are no fault. */
export function mockProblem(resource: string, result: Json, services: Catalog, members: Judged): string | undefined {
  const shape = outputOf(resource, services);
  return shape && problemIn(shape, result, '', members);
}

/** Only the members that are there, or those too that have to be. */
export type Judged = 'present' | 'all';

function problemIn(shape: Shape, value: Json, field: string, members: Judged): string | undefined {
  const wanted = kinds[shape.kind];
  if (wanted && field !== '' && value !== null && !wanted.is(value)) {
    return `Field '${field}' must be ${wanted.name}`;
  }
  if (shape.kind === 'enum' && typeof value === 'string' && shape.values.length > 0 && !shape.hasValue(value)) {
    return `Field '${field}' is not an expected value`;
  }
  if (isList(value)) {
    return first(value.map((item) => shape.item && problemIn(shape.item, item, field, members)));
  }
  if (!isObject(value)) {
    return undefined;
  }
  const missing = members === 'all' ? shape.required.find(({ name }) => !Object.hasOwn(value, name)) : undefined;
  if (missing) {
    return `Required field '${missing.name}' is missing`;
  }
  return first(Object.entries(value).map(([name, member]) => {
    const inner = shape.kind === 'map' ? shape.item : shape.member(name)?.shape;
    return inner && problemIn(inner, member, name, members);
  }));
}

function first(problems: readonly (string | undefined)[]): string | undefined {
  return problems.find((problem) => problem !== undefined);
}

const text = { name: 'a string', is: (value: Json): boolean => typeof value === 'string' };
const object = { name: 'an object', is: isObject };

const kinds: Partial<Record<Shape['kind'], { readonly name: string; is(value: Json): boolean }>> = {
  string: text,
  enum: text,
  number: { name: 'a number', is: (value) => typeof value === 'number' },
  boolean: { name: 'a boolean', is: (value) => typeof value === 'boolean' },
  list: { name: 'an array', is: isList },
  map: object,
  structure: object,
  union: object,
};
