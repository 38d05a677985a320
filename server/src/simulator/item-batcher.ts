// Items in batches, one run a batch.
import { isObject, sizeOf, type Json } from '../expressions/value';
import { amount } from './numbers';
import type { Work } from './scheduler';
import type { Visit } from './visit';

/** The inputs of the children: the items themselves where they are not batched. */
export function* batched(visit: Visit, input: Json, items: readonly Json[]): Work<readonly Json[]> {
  const batcher = visit.field('ItemBatcher');
  if (!isObject(batcher)) {
    return items;
  }
  const mostItems = (yield* amount(visit, { name: 'MaxItemsPerBatch', kind: 'integer', in: ['ItemBatcher'] }, input)) || Infinity;
  const mostBytes = (yield* amount(visit, { name: 'MaxInputBytesPerBatch', kind: 'integer', in: ['ItemBatcher'] }, input)) || Infinity;
  const written = batcher['BatchInput'];
  const shared = written === undefined ? {} : { BatchInput: visit.isJsonata ? yield* visit.evaluated(written, 'ItemBatcher/BatchInput') : visit.template(written, input) };
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
