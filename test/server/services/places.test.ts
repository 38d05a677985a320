import assert from 'node:assert/strict';
import { readPlaces, writePlaces } from '../../../server/src/services/places';

suite('lists of places', () => {
  const lists = [[0, 1, 2], [], [undefined, 1, 3, 4, undefined], [5], [0, 6]];
  const written = ['+3', '', '- 1 +2 -', '+1', '0 +1'];

  test('what is new comes as a count, what was there by its place', () => {
    assert.deepEqual(writePlaces(lists), written);
  });

  test('reads what it wrote', () => {
    assert.deepEqual(readPlaces(written), lists);
  });
});
