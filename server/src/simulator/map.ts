// Map states.
import { isList, isObject, textOf, type Json } from '../expressions/value';
import { processorOf } from '../model/processor';
import { runDistributed } from './distributed-map';
import { answered } from './instead';
import { abandon, joined } from './join';
import { runMachine } from './machine';
import { count, type Numbered } from './numbers';
import { Strand, type Work } from './scheduler';
import { Scope, type MapItem } from './scope';
import type { Visit } from './visit';

/** So many items are worked on at a time where the state does not say, and at most. */
const mostAtOnce = 40;

/** Works on all items and gives the list of what became of them. */
export function* runMap(visit: Visit): Work<Json> {
  const input = visit.isJsonata ? visit.input : (visit.stages['afterInputPath'] = visit.filtered('InputPath', visit.input));
  const [processor] = visit.state.machines;
  const isDistributed = processorOf(processor?.node).mode === 'DISTRIBUTED';
  const items = visit.field('ItemReader') === undefined ? yield* itemsOf(visit, input, isDistributed) : undefined;
  const concurrency = (visit.stages['maxConcurrency'] = yield* count(visit, concurrencyField, input));
  yield* visit.reach('arguments');
  const started = yield* visit.tell('MapStateStarted', { length: items?.length ?? 0 });
  if (isDistributed) {
    return yield* runDistributed(visit, input, items, concurrency);
  }
  const instead = visit.run.world.instead?.(visit, items?.length);
  if (instead) {
    return yield* answered(instead.answer);
  }
  return yield* iterate(visit, input, items ?? [], Math.min(concurrency || mostAtOnce, mostAtOnce), started);
}

const concurrencyField: Numbered = { name: 'MaxConcurrency', kind: 'integer' };

function* itemsOf(visit: Visit, input: Json, isDistributed: boolean): Work<readonly MapItem[]> {
  const { stages } = visit;
  if (!visit.isJsonata) {
    const path = visit.field('ItemsPath');
    const items = typeof path === 'string' ? visit.followPath(path, input) : input;
    stages['afterItemsPath'] = items;
    if (isList(items)) {
      return numbered(items);
    }
    if (isDistributed && isObject(items)) {
      return pairs(items);
    }
    throw visit.runtime(`Reference path "${textOf(path ?? '$')}" must point to array.`);
  }
  const written = visit.field('Items');
  if (written === undefined) {
    if (!isList(input)) {
      throw visit.evaluation(`Map state input must be an array but was: ${JSON.stringify(input)}`);
    }
    return numbered(input);
  }
  const canBeObject = (value: Json): value is Json => isList(value) || (isDistributed && isObject(value));
  const items = yield* visit.typed('Items', 'array', canBeObject);
  return isList(items) ? numbered(items) : isObject(items) ? pairs(items) : [];
}

function numbered(items: readonly Json[]): MapItem[] {
  return items.map((Value, Index) => ({ Index, Value }));
}

function pairs(items: Readonly<Record<string, Json>>): MapItem[] {
  return Object.entries(items).map(([Key, Value], Index) => ({ Index, Value, Key }));
}

/** What an item's own run begins with. */
export function* inputFor(visit: Visit, input: Json, item: MapItem): Work<Json> {
  const selector = visit.field('ItemSelector') ?? (visit.isJsonata ? undefined : visit.field('Parameters'));
  if (selector === undefined) {
    return item.Key !== undefined && !visit.isJsonata ? { Key: item.Key, Value: item.Value } : item.Value;
  }
  return visit.isJsonata ? yield* visit.evaluated(selector, 'ItemSelector', {}, item) : visit.template(selector, input, item);
}

function* iterate(visit: Visit, input: Json, items: readonly MapItem[], atOnce: number, started: number): Work<Json> {
  const { run, strand, state, scope, name } = visit;
  const [processor] = state.machines;
  // A selector that fails is the failure of the state, not of an item.
  const inputs: Json[] = [];
  for (const item of items) {
    inputs.push(yield* inputFor(visit, input, item));
  }
  const outputs: Json[] = [];
  let next = 0;
  let running = 0;
  let lastSucceeded = started;
  const startNext = function* (previous: number): Work<void> {
    const item = items[next];
    if (!item || !processor) {
      return;
    }
    const index = next++;
    running++;
    const child = new Strand(strand.execution, strand, index);
    child.cursor = yield* visit.tell('MapIterationStarted', { name, index }, { previous, aside: true });
    const begin = function* (): Work<Json> {
      const output = yield* runMachine(run, child, processor, new Scope(scope, item), inputs[index] ?? null);
      const end = child.cursor;
      lastSucceeded = yield* visit.tell('MapIterationSucceeded', { name, index }, { previous: end, aside: true });
      return output;
    };
    run.scheduler.start(child, begin());
  };
  while (next < items.length && running < atOnce) {
    yield* startNext(started);
  }
  while (running > 0) {
    const ended = yield* joined(strand);
    for (const child of ended) {
      if (child.failure) {
        yield* abandon(
          visit,
          child,
          ended,
          ({ index }) => visit.tell('MapIterationFailed', { name, index }, { aside: true }),
          ({ index }) => visit.tell('MapIterationAborted', { name, index }, { aside: true }),
        );
      }
      outputs[child.index] = child.output;
      running--;
      yield* startNext(child.cursor);
    }
  }
  strand.cursor = lastSucceeded;
  yield* visit.tell('MapStateSucceeded', {}, { aside: true });
  return outputs;
}
