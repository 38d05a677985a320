// Items in batches, one run a batch.
import { isObject, sizeOf, type Json, type JsonObject } from '../expressions/value';
import { count } from './numbers';
import type { Work } from './scheduler';
import type { Visit } from './visit';

/** How large a batch may be, and what each has beside its items. */
export interface Batching {
  readonly mostItems: number;
  readonly mostBytes: number;
  readonly shared: JsonObject;
}

/** What the state says of batches; `undefined` where it makes none. */
export function* batchingOf(visit: Visit, input: Json): Work<Batching | undefined> {
  const batcher = visit.field('ItemBatcher');
  if (!isObject(batcher)) {
    return undefined;
  }
  const mostItems = (yield* count(visit, { name: 'MaxItemsPerBatch', kind: 'integer', in: ['ItemBatcher'] }, input)) || Infinity;
  const mostBytes = (yield* count(visit, { name: 'MaxInputBytesPerBatch', kind: 'integer', in: ['ItemBatcher'] }, input)) || Infinity;
  const written = batcher['BatchInput'];
  const shared = written === undefined ? {} : { BatchInput: visit.isJsonata ? yield* visit.evaluated(written, 'ItemBatcher/BatchInput') : visit.template(written, input) };
  return { mostItems, mostBytes, shared };
}

/** The inputs of the children: the items themselves where they are not batched. */
export function batched(items: readonly Json[], batching: Batching | undefined): readonly Json[] {
  if (!batching) {
    return items;
  }
  const { mostItems, mostBytes, shared } = batching;
  const empty = sizeOf({ ...shared, Items: [] });
  const batches: Json[][] = [];
  let size = Infinity;
  for (const item of items) {
    const last = batches.at(-1);
    const more = sizeOf(item) + 1;
    if (last && last.length < mostItems && size + more <= mostBytes) {
      last.push(item);
      size += more;
    } else {
      batches.push([item]);
      size = empty + more - 1;
    }
  }
  return batches.map((Items) => ({ ...shared, Items }));
}
