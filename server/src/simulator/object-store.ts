// Buckets in memory.
import { digest } from '../expressions/functions/hash';
import { utf8Length } from '../text/utf8';
import type { ObjectStore } from './world';

/** An object: where it is, and what is in it. */
export interface ObjectText {
  readonly bucket: string;
  readonly key: string;
  readonly body: string;
}

/** Buckets with these objects. What is written into them is kept beside, and the list given stays as it is. */
export function storeOf(objects: readonly ObjectText[]): ObjectStore {
  const buckets = new Map<string, Map<string, string>>();
  const put = (bucket: string, key: string, body: string): void => {
    const keys = buckets.get(bucket) ?? new Map<string, string>();
    buckets.set(bucket, keys.set(key, body));
  };
  for (const { bucket, key, body } of objects) {
    put(bucket, key, body);
  }
  return {
    read: (bucket, key) => buckets.get(bucket)?.get(key),
    // In the order of their keys, as Amazon S3 lists them.
    list: (bucket, prefix) =>
      [...(buckets.get(bucket) ?? [])]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, body]) => ({ key, size: utf8Length(body), etag: etagOf(body) })),
    write: put,
  };
}

/** What Amazon S3 says of an object that was put there in one piece: the MD5 digest of it, in quotation marks. */
function etagOf(body: string): string {
  return `"${digest(body, 'MD5') ?? ''}"`;
}
