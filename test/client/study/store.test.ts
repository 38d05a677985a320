import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { emptyRecord, withReview, type StudyRecord } from '../../../client/src/study/record';
import { localKey, openStore, recordKey, setAsideKey } from '../../../client/src/study/store';
import { shelf } from './samples';

suite('the store of the record', () => {
  test('begins empty, and brings back what was written', async () => {
    const place = shelf();
    assert.deepEqual(openStore(place).read(), emptyRecord);
    await openStore(place).change(answered('one', 1));
    assert.deepEqual(items(openStore(place).read()), ['one']);
  });

  test('two windows that take turns lose nothing', async () => {
    const place = shelf();
    const [here, there] = [openStore(place), openStore(place)];
    await here.change(answered('one', 1));
    await there.change(answered('two', 2));
    await here.change(answered('three', 3));
    assert.deepEqual(items(openStore(place).read()), ['one', 'two', 'three']);
  });

  test('an answer that another window wrote over comes back with the next change', async () => {
    const place = shelf();
    const here = openStore(place);
    await here.change(answered('one', 1));
    // The other window had not heard of it yet.
    place.values[recordKey] = answered('two', 2)(emptyRecord);
    assert.deepEqual(items(here.read()), ['one', 'two']);
    await here.change(answered('three', 3));
    assert.deepEqual(items(openStore(place).read()), ['one', 'two', 'three']);
  });

  test('what Settings Sync has put another record over comes back', async () => {
    const place = shelf();
    await openStore(place).change(answered('one', 1));
    // Another machine's record arrives while VS Code is closed.
    place.values[recordKey] = answered('two', 2)(emptyRecord);
    assert.deepEqual(items(openStore(place).read()), ['one', 'two']);
  });

  test('a reset reaches the other window and the other machine', async () => {
    const place = shelf();
    const [here, there] = [openStore(place), openStore(place)];
    await here.change(answered('one', 1));
    assert.deepEqual(items(there.read()), ['one']);
    await here.change(() => ({ ...emptyRecord, resetAt: 5_000 }));
    await there.change(answered('two', 6));
    assert.deepEqual(items(here.read()), ['two']);
    assert.equal(openStore(place).read().resetAt, 5_000);
  });

  test('a damaged record is set aside, not lost, and a new one begun', async () => {
    const place = shelf({ [recordKey]: { version: 1, answers: 'gone' } });
    const store = openStore(place);
    assert.deepEqual(store.read(), emptyRecord);
    assert.deepEqual(store.setAside(), { version: 1, answers: 'gone' });
    await store.change(answered('one', 1));
    assert.deepEqual(place.values[setAsideKey], [{ version: 1, answers: 'gone' }]);
    assert.deepEqual(items(openStore(place).read()), ['one']);
  });

  test('a record that is damaged again is set aside beside the first', async () => {
    const place = shelf({ [recordKey]: 'first' });
    await openStore(place).change(answered('one', 1));
    place.values[recordKey] = 'second';
    await openStore(place).change(answered('two', 2));
    assert.deepEqual(place.values[setAsideKey], ['first', 'second']);
  });

  test('nothing is written over a damaged record that could not be set aside', async () => {
    const place = shelf({ [recordKey]: 'damaged', [localKey]: undefined });
    place.broken = true;
    const store = openStore(place);
    await store.change(answered('one', 1));
    assert.equal(store.saved(), false);
    assert.equal(place.values[recordKey], 'damaged');
    assert.deepEqual(items(store.read()), ['one']);
  });

  test('goes on from memory while nothing can be written, and writes all of it later', async () => {
    const place = shelf();
    const store = openStore(place);
    place.broken = true;
    await store.change(answered('one', 1));
    assert.equal(store.saved(), false);
    place.broken = false;
    await store.change(answered('two', 2));
    assert.equal(store.saved(), true);
    assert.deepEqual(items(openStore(place).read()), ['one', 'two']);
  });
});

const answered = (item: string, at: number) => (record: StudyRecord): StudyRecord => withReview(record, 'small', item, [at, 3, 20]);

/** In the order in which they were answered. */
const items = (record: StudyRecord): string[] =>
  Object.entries(record.reviews['small'] ?? {})
    .sort(([, [one]], [, [other]]) => (one?.[0] ?? 0) - (other?.[0] ?? 0))
    .map(([item]) => item);
