// The numbers that a Map state says, or has a path or an expression for.
import { isObject, type Json } from '../expressions/value';
import type { Work } from './scheduler';
import { isNumber, type Visit } from './visit';

export interface Numbered {
  readonly name: string;
  readonly kind: 'integer' | 'float';
  /** The object of the state that has the field; the state itself where it is left out. */
  readonly in?: readonly string[];
}

/** The value of such a field where it can't be below 0. Source: a recorded `ToleratedFailureCount`; that the others are refused in the same words is a guess. */
export function* count(visit: Visit, field: Numbered, input: Json): Work<number> {
  const value = yield* amount(visit, field, input);
  if (value < 0) {
    throw visit.runtime(`${field.name} cannot be negative.`);
  }
  return value;
}

/** The value of such a field; 0 where it is left out. */
export function* amount(visit: Visit, { name, kind, in: holders = [] }: Numbered, input: Json): Work<number> {
  let holder: Json | undefined = visit.fields;
  for (const each of holders) {
    holder = isObject(holder) ? holder[each] : undefined;
  }
  const fields = isObject(holder) ? holder : {};
  if (visit.isJsonata) {
    const location = [...holders, name].join('/');
    const value = yield* visit.typed(name, 'number', isNumber, location, fields[name]);
    return value === undefined ? 0 : kind === 'integer' ? Math.floor(value) : value;
  }
  const path = fields[`${name}Path`];
  if (typeof path !== 'string') {
    return typeof fields[name] === 'number' ? fields[name] : 0;
  }
  const value = visit.followPath(path, input);
  // A text that reads as a number is one here.
  const isFit = (typeof value === 'number' || typeof value === 'string') && (kind === 'integer' ? /^-?\d+$/ : /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/).test(String(value));
  if (!isFit) {
    throw visit.runtime(`The ${name}Path field refers to value "${typeof value === 'string' ? value : JSON.stringify(value)}" which is not a valid ${kind}: ${path}`);
  }
  return Number(value);
}
