// What a path leads to, as the library Jayway JsonPath has it, with its words where it leads to nothing: the service prints them.
import { isList, isObject, javaText, type Json, type JsonObject } from '../value';
import { passes } from './evaluate-filter';
import { applyFunction } from './functions';
import { givesList } from './reference';
import type { Path, Step } from './tree';

/** What paths inside a filter may start from. */
export interface Roots {
  readonly input: Json;
  readonly element?: Json;
}

export type Found =
  | { readonly value: Json }
  /** Why there is nothing, and whether only an index was beyond the end of a list. */
  | { readonly missing: string; readonly beyondEnd?: true };

/**
 * Follows the steps of a path from a value. The root of the path is not looked at: the caller knows what it stands for.
 *
 * @param input what `$` stands for inside filters
 */
export function follow(path: Path, from: Json, input: Json = from): Found {
  const { steps } = path;
  if (!steps.some(({ kind }) => kind !== 'member' && kind !== 'index')) {
    return followStraight(steps, from);
  }
  const last = steps.at(-1);
  const isFunction = last?.kind === 'function';
  const before = isFunction ? steps.slice(0, -1) : steps;
  const results: Json[] = [];
  const several = givesList(path);
  const problem = walk(before, 0, from, { input, several }, results);
  if (problem && !several) {
    return problem;
  }
  if (isFunction) {
    const value: Json | undefined = several ? results : results[0];
    return value === undefined ? { missing: `No results for path: ${pathText(before)}` } : applyFunction(last, value, { input, element: from });
  }
  if (several) {
    return { value: results };
  }
  const [value] = results;
  return value === undefined ? { missing: `No results for path: ${pathText(steps)}` } : { value };
}

/** Names and indexes alone: most paths. */
function followStraight(steps: readonly Step[], from: Json): Found {
  let value = from;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index];
    if (step?.kind === 'member') {
      if (isObject(value) && Object.hasOwn(value, step.name)) {
        value = value[step.name] ?? null;
        continue;
      }
      return noMember(steps, index, value);
    } else if (step?.kind === 'index') {
      if (!isList(value)) {
        return { missing: `Filter: [${step.index}] can only be applied to arrays. Current context is: ${javaText(value)}` };
      }
      const item = value.at(step.index);
      if (item === undefined || step.index >= value.length || step.index < -value.length) {
        return { missing: `No results for path: ${pathText(steps)}`, beyondEnd: true };
      }
      value = item;
    }
  }
  return { value };
}

function noMember(steps: readonly Step[], index: number, value: Json): Found {
  const here = pathText(steps.slice(0, index + 1));
  if (isObject(value)) {
    return { missing: index === steps.length - 1 ? `No results for path: ${here}` : `Missing property in path ${here}` };
  }
  const step = steps[index];
  const name = step?.kind === 'member' ? step.name : '';
  return {
    missing: `Expected to find an object with property ['${name}'] in path ${pathText(steps.slice(0, index))} but found '${javaClass(value)}'. This is not a json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider'.`,
  };
}

function javaClass(value: Json): string {
  if (isList(value)) {
    return 'com.fasterxml.jackson.databind.node.ArrayNode';
  }
  switch (typeof value) {
    case 'string':
      return 'com.fasterxml.jackson.databind.node.TextNode';
    case 'number':
      return `com.fasterxml.jackson.databind.node.${Number.isInteger(value) ? 'Int' : 'Double'}Node`;
    case 'boolean':
      return 'com.fasterxml.jackson.databind.node.BooleanNode';
    default:
      return 'com.fasterxml.jackson.databind.node.NullNode';
  }
}

/** The path as the library writes it: `$['a'][0]`. */
export function pathText(steps: readonly Step[]): string {
  return `$${steps.map(stepText).join('')}`;
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'member':
      return `['${step.name}']`;
    case 'members':
      return `[${step.names.map(({ name }) => `'${name}'`).join(',')}]`;
    case 'index':
      return `[${step.index}]`;
    case 'indexes':
      return `[${step.indexes.join(',')}]`;
    case 'slice':
      return `[${step.from ?? ''}:${step.to ?? ''}]`;
    case 'wildcard':
      return '[*]';
    case 'descent':
      return '..';
    case 'filter':
      return '[?]';
    case 'function':
      return `.${step.name}()`;
  }
}

interface Walk {
  readonly input: Json;
  /** Where the path gives a list, what is not there is left out. */
  readonly several: boolean;
}

/** Adds what the steps from one on lead to, and gives why nothing was found on a straight way. */
function walk(steps: readonly Step[], index: number, value: Json, around: Walk, results: Json[]): { missing: string } | undefined {
  const step = steps[index];
  if (!step) {
    results.push(value);
    return undefined;
  }
  const next = (item: Json | undefined): { missing: string } | undefined => (item === undefined ? undefined : walk(steps, index + 1, item, around, results));
  const each = (items: readonly Json[]): undefined => {
    for (const item of items) {
      next(item);
    }
    return undefined;
  };
  switch (step.kind) {
    case 'member':
      if (isObject(value) && Object.hasOwn(value, step.name)) {
        return next(value[step.name]);
      }
      return missingOf(noMember(steps, index, value));
    case 'members':
      return isObject(value) ? next(picked(value, step.names.map(({ name }) => name))) : missingOf(noMember(steps, index, value));
    case 'index':
      return isList(value)
        ? step.index < value.length && step.index >= -value.length ? next(value.at(step.index)) : { missing: `No results for path: ${pathText(steps)}` }
        : { missing: `Filter: [${step.index}] can only be applied to arrays. Current context is: ${javaText(value)}` };
    case 'indexes':
      return isList(value) ? each(step.indexes.filter((at) => at < value.length && at >= -value.length).map((at) => value.at(at) ?? null)) : undefined;
    case 'slice':
      return isList(value) ? each(sliced(value, step.from, step.to)) : undefined;
    case 'wildcard':
      return each(childrenOf(value));
    case 'descent':
      return descend(steps, index + 1, value, around, results);
    case 'filter':
      // An object is tested itself, not its members.
      return each((isList(value) ? value : isObject(value) ? [value] : []).filter((element) => passes(step.test, { input: around.input, element })));
    case 'function':
      return { missing: `Function ${step.name} can only be at the end of a path` };
  }
}

function missingOf(found: Found): { missing: string } | undefined {
  return 'missing' in found ? found : undefined;
}

/** Parents before their children, in the order of the document. */
function descend(steps: readonly Step[], index: number, value: Json, around: Walk, results: Json[], isElement = false): undefined {
  const kind = steps[index]?.kind;
  // Names are looked for in objects alone; the filter of a list has tested the elements of it already.
  const fits = kind === 'member' || kind === 'members' ? isObject(value) : kind !== 'filter' || !isElement || isList(value);
  if (fits) {
    walk(steps, index, value, around, results);
  }
  for (const child of childrenOf(value)) {
    if (typeof child === 'object' && child !== null) {
      descend(steps, index, child, around, results, isList(value));
    }
  }
  return undefined;
}

function childrenOf(value: Json): readonly Json[] {
  return isList(value) ? value : isObject(value) ? Object.values(value) : [];
}

function picked(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(value, name) ? [[name, value[name] ?? null] as const] : [])));
}

/** From the first to before the last, each counted from the end where it is negative; the ends are compared as they are written. */
function sliced(list: readonly Json[], from: number | undefined, to: number | undefined): readonly Json[] {
  const { length } = list;
  if (from === undefined) {
    const end = to ?? length;
    return list.slice(0, end < 0 ? Math.max(0, length + end) : end);
  }
  if (to === undefined) {
    return list.slice(from < 0 ? Math.max(0, length + from) : from);
  }
  return from >= 0 && to < 0 ? [] : list.slice(from, to);
}
