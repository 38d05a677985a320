// Where two values differ, in words.
import { isList, isObject, isSame, type Json } from '../../expressions/value';

/** So many places are told, and a value up to so many characters. */
const mostPlaces = 10;
const longestValue = 80;

/**
 * The places below `name` at which two values differ, a line each: `output.rows[2] is 7, and not 8`. Values of different kinds differ as a whole.
 * Nothing where they are the same.
 */
export function differences(name: string, actual: Json, expected: Json): string[] {
  const all = [...placesOf(name, actual, expected)];
  return all.length > mostPlaces ? [...all.slice(0, mostPlaces), `and ${String(all.length - mostPlaces)} more`] : all;
}

function* placesOf(path: string, actual: Json | undefined, expected: Json | undefined): Generator<string> {
  if (actual === undefined) {
    yield `${path} is not there, where ${short(expected)} is expected`;
  } else if (expected === undefined) {
    yield `${path} is ${short(actual)}, and not expected`;
  } else if (isList(actual) && isList(expected)) {
    for (let index = 0; index < Math.max(actual.length, expected.length); index++) {
      yield* placesOf(`${path}[${String(index)}]`, actual[index], expected[index]);
    }
  } else if (isObject(actual) && isObject(expected)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const own = (object: Readonly<Record<string, Json>>): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);
      yield* placesOf(/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`, own(actual), own(expected));
    }
  } else if (!isSame(actual, expected)) {
    yield `${path} is ${short(actual)}, and not ${short(expected)}`;
  }
}

function short(value: Json | undefined): string {
  const text = value === undefined ? '' : JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
