// What an intrinsic function gives. Where the service was recorded to differ from its guide, this does what was recorded.
import { fromBase64, toBase64 } from '../functions/base64';
import { digest } from '../functions/hash';
import { JavaRandom, uuid } from '../functions/random';
import type { Path } from '../jsonpath/tree';
import { isList, isObject, isSame, javaText, parseJson, type Json } from '../value';
import type { Argument, IntrinsicCall } from './tree';

/** What a call needs of the state around it. */
export interface IntrinsicWorld {
  /** The value of a path argument; throws where it leads to nothing. */
  resolve(path: Path): Json;
  /** From 0 to before 1. */
  random(): number;
}

/** Why a call gave nothing, in the service's words. */
export class IntrinsicFailure extends Error {}

/** Works out a call, the calls in it first. Throws an `IntrinsicFailure`. */
export function evaluateIntrinsic(call: IntrinsicCall, world: IntrinsicWorld): Json {
  const run = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (!run) {
    throw new IntrinsicFailure(`Unknown function: ${call.name}`);
  }
  const values = call.arguments.map((argument, index) => argumentOf(argument, world, call.name === 'States.Format' && index === 0));
  const result = run(values, world);
  if (result === undefined) {
    throw new IntrinsicFailure(`Invalid arguments in ${call.name}`);
  }
  return result;
}

/** @param isTemplate where an escaped brace is still to be told from a place for a value */
function argumentOf(argument: Argument, world: IntrinsicWorld, isTemplate: boolean): Json {
  switch (argument.kind) {
    case 'call':
      return evaluateIntrinsic(argument, world);
    case 'path':
      return world.resolve(argument);
    case 'text':
      return isTemplate ? argument.value : argument.value.replace(/\\([{}])/g, '$1');
    case 'literal':
      return argument.value;
    case 'missing':
      throw new IntrinsicFailure('Invalid arguments');
  }
}

/** `undefined` for arguments that the function does not take. */
type IntrinsicFunction = (values: readonly Json[], world: IntrinsicWorld) => Json | undefined;

const longestText = 10_000;
const longestRange = 1_000;

const functions: Readonly<Record<string, IntrinsicFunction>> = {
  'States.Format': ([template, ...values]) => (typeof template === 'string' ? format(template, values) : undefined),
  'States.StringToJson': ([text]) => (typeof text === 'string' ? fromText(text) : undefined),
  'States.JsonToString': ([value]) => (value === undefined ? undefined : JSON.stringify(value)),
  'States.Array': (values) => values,
  'States.ArrayPartition': ([list, size]) => (isList(list) && typeof size === 'number' ? partition(list, Math.round(size)) : undefined),
  'States.ArrayContains': ([list, value]) => (isList(list) && value !== undefined ? list.some((item) => isSame(item, value)) : undefined),
  'States.ArrayRange': ([first, last, step]) => (typeof first === 'number' && typeof last === 'number' && typeof step === 'number' ? range(Math.round(first), Math.round(last), Math.round(step)) : undefined),
  'States.ArrayGetItem': ([list, index]) => (isList(list) && typeof index === 'number' ? (list.length === 0 ? null : list[index < 0 ? -1 : Math.trunc(index)]) : undefined),
  'States.ArrayLength': ([list]) => (isList(list) ? list.length : undefined),
  'States.ArrayUnique': ([list]) => (isList(list) ? unique(list) : undefined),
  'States.Base64Encode': ([text]) => (isShort(text) ? toBase64(text) : undefined),
  'States.Base64Decode': ([text]) => (isShort(text) ? fromBase64(text) : undefined),
  'States.Hash': ([value, algorithm]) => {
    const text = typeof value === 'string' || value === undefined ? value : JSON.stringify(value);
    return isShort(text) && typeof algorithm === 'string' ? digest(text, algorithm) : undefined;
  },
  'States.JsonMerge': ([one, other, deep]) => (isObject(one) && isObject(other) && deep === false ? { ...one, ...other } : undefined),
  'States.MathRandom': ([start, end, seed], { random }) =>
    typeof start === 'number' && typeof end === 'number' && (seed === undefined || typeof seed === 'number') ? randomBetween(Math.trunc(start), Math.trunc(end), seed, random) : undefined,
  // Adding 0 makes a negative zero a plain one.
  'States.MathAdd': ([one, other]) => (typeof one === 'number' && typeof other === 'number' ? Math.round(one) + Math.round(other) + 0 : undefined),
  'States.StringSplit': ([text, separators]) =>
    typeof text === 'string' && typeof separators === 'string' ? splitAtAny(text, separators) : undefined,
  'States.UUID': (_values, { random }) => uuid(random),
};

function isShort(value: Json | undefined): value is string {
  return typeof value === 'string' && value.length <= longestText;
}

/** `{}` takes the next value; a brace behind a backslash is one itself. */
function format(template: string, values: readonly Json[]): string | undefined {
  let text = '';
  let next = 0;
  for (let at = 0; at < template.length; at++) {
    const char = template[at] ?? '';
    const following = template[at + 1];
    if (char === '\\' && (following === '{' || following === '}')) {
      text += following;
      at++;
    } else if (char === '{') {
      if (following !== '}') {
        throw new IntrinsicFailure("Invalid template in States.Format: matching '}' not found for '{'.");
      }
      const value = values[next++];
      if (value === undefined) {
        return undefined;
      }
      text += isObject(value) || isList(value) ? javaText(value) : typeof value === 'number' ? JSON.stringify(value) : String(value);
      at++;
    } else {
      text += char;
    }
  }
  return next === values.length ? text : undefined;
}

function fromText(text: string): Json {
  if (text.trim() === '') {
    return null;
  }
  const value = parseJson(text);
  if (value === undefined) {
    throw new IntrinsicFailure('Cannot convert String to Json in States.StringToJson, caused by: the text is no JSON');
  }
  return value;
}

/** Parts of a size, the last one shorter; `undefined` for no size at all. */
export function partition(list: readonly Json[], size: number): Json[] | undefined {
  return size > 0 ? Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size)) : undefined;
}

function range(first: number, last: number, step: number): number[] | undefined {
  const count = step === 0 ? 0 : Math.max(0, Math.floor((last - first) / step) + 1);
  return step === 0 || count > longestRange ? undefined : Array.from({ length: count }, (_, index) => first + index * step);
}

function unique(list: readonly Json[]): Json[] {
  const seen = new Set<string>();
  return list.filter((item) => {
    const key = canonical(item);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The same text for the same value, whatever the order of its members. */
function canonical(value: Json): string {
  if (isList(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  return isObject(value) ? `{${Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}` : JSON.stringify(value);
}

function randomBetween(start: number, end: number, seed: number | undefined, random: () => number): number | undefined {
  if (start >= end) {
    return undefined;
  }
  return start + (seed === undefined ? Math.floor(random() * (end - start)) : new JavaRandom(seed).nextInt(end - start));
}

/** Each character separates; empty parts are left out. */
function splitAtAny(text: string, separators: string): string[] {
  const at = new Set(separators);
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (at.has(character)) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  return [...parts, part].filter((each) => each !== '');
}
