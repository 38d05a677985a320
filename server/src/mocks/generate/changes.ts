// Changes to made-up answers that may bring a run further: what a state looked for and did not find, and other values for what it compares.
import type { Definition } from '../../analysis/definition';
import { isList, isObject, isSame, memberOf, parseJson, textOf, type Json, type JsonObject } from '../../expressions/value';
import { sampleText } from '../../services/sample-answer';
import type { Chain, Read } from './reads';
import { readsOf } from './reads';
import type { Answers, Moment, Trial } from './trial';

/** Leads into a text that is JSON itself. */
const jsonText = '(JSON)';

/** A value in the answers: which task's, `undefined` for the input, and how it is come to. */
interface Place {
  readonly task: string | undefined;
  readonly path: Chain;
}

/** A value for a member that is not in an answer, where the service's model has one. */
export type Modelled = (task: string, path: Chain) => Json | undefined;

/** Answers with one thing changed, the likeliest first. */
export function* changesAfter(trial: Trial, definition: Definition, modelled: Modelled): Generator<Answers> {
  for (const moment of trial.moments) {
    const { reads, literals } = readsOf(definition, moment.state);
    for (const read of reads) {
      for (const found of missing(moment, read)) {
        yield* additions(trial, read, found, moment, literals, modelled);
      }
    }
    for (const read of reads) {
      for (const root of read.roots(moment)) {
        const found = lookUp(root, read.chain);
        if (read.isItems && !isList(found.value)) {
          yield* lists(trial, found.value);
        } else if (found.isThere && !isObject(found.value)) {
          yield* replacements(trial, found, moment, literals, read.isItems);
        }
      }
    }
  }
}

/** How much of what it reads a state does not find: each step on the way counts. */
export function missingIn(moment: Moment, definition: Definition): number {
  return readsOf(definition, moment.state).reads.reduce((sum, read) => {
    const steps = missing(moment, read).map(({ rest }) => rest.length + 1);
    return sum + (steps.length === 0 ? 0 : Math.min(...steps));
  }, 0);
}

/** Where it was looked for, if it is nowhere. */
function missing(moment: Moment, { roots, chain }: Read): Found[] {
  const found = roots(moment).map((root) => lookUp(root, chain));
  return found.some(({ isThere }) => isThere) ? [] : found;
}

interface Found {
  readonly isThere: boolean;
  /** Where it is, or is not, and its name there. */
  readonly container: Json;
  readonly name: string | number | undefined;
  readonly value: Json | undefined;
  /** What the container itself is called. */
  readonly holder: string | number | undefined;
  /** What is still to be gone from there. */
  readonly rest: Chain;
}

function lookUp(root: Json, chain: Chain): Found {
  let value: Json = root;
  let container: Json = root;
  let last: string | number | undefined;
  let before: string | number | undefined;
  for (const [index, name] of chain.entries()) {
    // A name goes through a list, into its items.
    if (typeof name === 'string' && isList(value)) {
      const [first] = value;
      if (first === undefined) {
        return { isThere: false, container: value, name: 0, value: undefined, holder: last, rest: chain.slice(index) };
      }
      value = first;
    }
    const next = typeof name === 'number' ? (isList(value) ? value.at(name) : undefined) : memberOf(value, name);
    if (next === undefined) {
      return { isThere: false, container: value, name, value: undefined, holder: last, rest: chain.slice(index + 1) };
    }
    container = value;
    before = last;
    last = name;
    value = next;
  }
  return { isThere: true, container, name: last, value, holder: before, rest: [] };
}

function* additions(trial: Trial, read: Read, { container, name, holder, rest }: Found, { state, roots }: Moment, literals: readonly Json[], modelled: Modelled): Generator<Answers> {
  if (name === undefined) {
    return;
  }
  if (typeof container !== 'object' || container === null) {
    // What was taken for a text has something in it.
    for (const place of holder === undefined ? [] : leavesLike(trial, holder, container)) {
      yield changed(trial.answers, place, typeof name === 'number' ? [{}] : {});
    }
    return;
  }
  const places = placesOf(trial, container);
  // Results are put into an object on the way, so that it is like nothing that was there before.
  const inPart = places.length === 0 ? partsOf(trial, container) : [];
  const inInput: Place[] = places.length === 0 && roots.includes(container) ? [{ task: undefined, path: [] }] : [];
  const isChoice = state.type === 'Choice';
  for (const place of [...places, ...inPart, ...inInput]) {
    const model = place.task === undefined ? undefined : modelled(place.task, [...place.path, name]);
    const [next] = rest;
    const candidates: Json[] =
      next !== undefined
        ? [typeof next === 'number' ? [{}] : {}]
        : read.isItems
          ? [[{}], ['item']]
          : typeof name === 'number'
            ? [{}]
            : [...(isChoice ? literals.slice(0, 12) : []), sampleText(name), 1, [], {}, true];
    for (const value of [...(model === undefined ? [] : [model]), ...candidates]) {
      yield changed(trial.answers, { ...place, path: [...place.path, name] }, value);
    }
  }
}

/** A list in place of what a Map can't go through. */
function* lists(trial: Trial, value: Json | undefined): Generator<Answers> {
  for (const place of value === undefined ? [] : placesOf(trial, value)) {
    yield changed(trial.answers, place, [{}]);
    yield changed(trial.answers, place, []);
  }
}

function* replacements(trial: Trial, { container, name, value }: Found, { isError }: Moment, literals: readonly Json[], isItems: boolean): Generator<Answers> {
  if (name === undefined) {
    return;
  }
  const others: readonly Json[] = isItems ? [[{}], ['item'], []] : isError ? [1, '1', ['item'], {}, '{}', '2025-01-01T00:00:00Z', true] : [];
  const exact = placesOf(trial, container).map((place) => ({ ...place, path: [...place.path, name] }));
  // What is chosen from an answer keeps its value, and mostly its name.
  const alike = exact.length > 0 || value === undefined ? exact : leavesLike(trial, name, value);
  for (const place of alike) {
    for (const other of [...literals.slice(0, 24), ...others].filter((each) => !isSame(each, value ?? null))) {
      yield changed(trial.answers, place, other);
    }
  }
}

/** Where in the answers an object is that has come through the run: expressions copy, so an equal one counts too. */
function placesOf(trial: Trial, wanted: Json): Place[] {
  const found: Place[] = [];
  visitAnswers(trial, (value, place) => {
    if (value === wanted) {
      found.unshift(place);
    } else if (typeof value === 'object' && isSame(value, wanted)) {
      found.push(place);
    }
  });
  return found.slice(0, mostPlaces);
}

/** Where objects are that have become part of one, the largest first. */
function partsOf(trial: Trial, whole: Json): Place[] {
  const found: { place: Place; size: number }[] = [];
  visitAnswers(trial, (value, place) => {
    const members = isObject(value) ? Object.entries(value) : [];
    if (members.length > 0 && members.every(([name, member]) => isSame(memberOf(whole, name) ?? null, member))) {
      found.push({ place, size: members.length });
    }
  });
  return found.sort((one, other) => other.size - one.size).map(({ place }) => place).slice(0, mostPlaces);
}

/** Where a value is that somebody has taken out of its object: those of the same name first. */
function leavesLike(trial: Trial, name: string | number, wanted: Json): Place[] {
  const found: Place[] = [];
  visitAnswers(trial, (value, place) => {
    if (isSame(value, wanted) && place.path.length > 0) {
      if (place.path.at(-1) === name) {
        found.unshift(place);
      } else {
        found.push(place);
      }
    }
  });
  return found.slice(0, mostPlaces);
}

/** So many places are tried for each change. */
const mostPlaces = 6;

/** All values in the answers, those of the task that was asked last first. */
function visitAnswers({ answers, asked }: Trial, visit: (value: Json, place: Place) => void): void {
  const search = (value: Json, task: string | undefined, path: Chain): void => {
    visit(value, { task, path });
    const parsed = typeof value === 'string' && /^[{[]/.test(value) ? parseJson(value) : undefined;
    if (parsed !== undefined) {
      search(parsed, task, [...path, jsonText]);
    }
    if (typeof value === 'object' && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        search(member, task, [...path, isList(value) ? Number(name) : name]);
      }
    }
  };
  for (const task of asked) {
    search(answers.tasks.get(task) ?? {}, task, []);
  }
  search(answers.input, undefined, []);
}

function changed({ input, tasks }: Answers, { task, path }: Place, value: Json): Answers {
  return task === undefined ? { input: put(input, path, value), tasks } : { input, tasks: new Map([...tasks, [task, put(tasks.get(task) ?? {}, path, value)]]) };
}

function put(whole: Json, [name, ...rest]: Chain, value: Json): Json {
  if (name === undefined) {
    return value;
  }
  if (name === jsonText) {
    return JSON.stringify(put(parseJson(textOf(whole)) ?? {}, rest, value));
  }
  if (isList(whole)) {
    const items = [...whole];
    const index = Number(name) < 0 ? Math.max(0, items.length + Number(name)) : Number(name);
    items[index] = put(items[index] ?? {}, rest, value);
    return Array.from(items, (item: Json | undefined) => item ?? {});
  }
  const object: JsonObject = isObject(whole) ? whole : {};
  return { ...object, [name]: put(memberOf(object, String(name)) ?? {}, rest, value) };
}
