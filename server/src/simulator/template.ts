// Payload templates of JSONPath states: what stands in `Parameters`, `ResultSelector`, `ItemSelector` and `Assign`.
import { isList, isObject, type Json, type JsonObject } from '../expressions/value';

/**
 * The value that a template amounts to. What is fixed keeps its place; what is worked out follows, in its order, as the service does it.
 *
 * @param resolve gives what a path or a call stands for, and throws where it can't
 */
export function fill(template: Json, resolve: (text: string, key: string) => Json): Json {
  if (isList(template)) {
    return template.map((item) => fill(item, resolve));
  }
  if (!isObject(template)) {
    return template;
  }
  const fixed: [string, Json][] = [];
  const workedOut: [string, Json][] = [];
  for (const [key, value] of Object.entries(template)) {
    if (key.endsWith('.$') && typeof value === 'string') {
      workedOut.push([key.slice(0, -2), resolve(value, key)]);
    } else {
      fixed.push([key, fill(value, resolve)]);
    }
  }
  return Object.fromEntries([...fixed, ...workedOut]);
}

/** A copy of the value with another one put at a reference path; `undefined` where something on the way is neither object nor list. */
export function put(value: Json, steps: readonly (string | number)[], inner: Json): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) {
    return inner;
  }
  if (typeof step === 'number') {
    if (!isList(value) || step < 0 || step >= value.length) {
      return undefined;
    }
    const item = put(value[step] ?? null, rest, inner);
    return item === undefined ? undefined : value.with(step, item);
  }
  if (!isObject(value)) {
    return undefined;
  }
  const member = put(Object.hasOwn(value, step) ? (value[step] ?? null) : {}, rest, inner);
  return member === undefined ? undefined : withMember(value, step, member);
}

function withMember(value: JsonObject, name: string, member: Json): JsonObject {
  return Object.hasOwn(value, name) ? Object.fromEntries(Object.entries(value).map(([each, old]) => [each, each === name ? member : old])) : Object.fromEntries([...Object.entries(value), [name, member]]);
}
