import assert from 'node:assert/strict';
import { storeOf } from '../../../server/src/simulator/object-store';

suite('buckets in memory', () => {
  test('objects are listed in the order of their keys, with what Amazon S3 says of them', () => {
    const store = storeOf([
      { bucket: 'data', key: 'logs/b', body: 'ü' },
      { bucket: 'data', key: 'logs/a', body: 'abc' },
      { bucket: 'data', key: 'other', body: '' },
    ]);
    assert.deepEqual(store.list('data', 'logs/'), [
      { key: 'logs/a', size: 3, etag: '"900150983cd24fb0d6963f7d28e17f72"' },
      { key: 'logs/b', size: 2, etag: '"c03410a5204b21cd8229ff754688d743"' },
    ]);
  });
});
