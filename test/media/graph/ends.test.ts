import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Arrow, Box, Point } from '../../../media/graph/arrange/plan';
import { touching, type Ends } from '../../../media/graph/ends';

const box: Box = { id: 'B', x: 0, y: 0, width: 100, height: 40, lines: [] };

/** Where an arrow to the box really ends that was laid out to a place on its rectangle. */
function end(place: Point, ends: Ends): Point {
  const arrow: Arrow = { id: 'A > B', from: 'A', to: 'B', points: [[50, -60], [50, -40], [50, -20], place] };
  const [x, y] = touching(arrow, undefined, { box, ends }).points.at(-1) ?? assert.fail();
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

suite('the ends of arrows', () => {
  test('stay where they are on straight sides, and in the middle of any', () => {
    assert.deepEqual(end([100, 10], 'straight'), [100, 10]);
    assert.deepEqual(end([50, 0], 'pointed'), [50, 0]);
    assert.deepEqual(end([50, 40], 'round'), [50, 40]);
    assert.deepEqual(end([0, 20], 'round'), [0, 20]);
  });

  test('go on to the slope of a pointed end', () => {
    assert.deepEqual(end([0, 0], 'pointed'), [10, 0]);
    assert.deepEqual(end([100, 30], 'pointed'), [95, 30]);
    assert.deepEqual(end([5, 0], 'pointed'), [5, 10]);
    assert.deepEqual(end([95, 40], 'pointed'), [95, 30]);
  });

  test('go on to the arc of a round end', () => {
    assert.deepEqual(end([0, 4], 'round'), [8, 4]);
    assert.deepEqual(end([8, 0], 'round'), [8, 4]);
    assert.deepEqual(end([92, 40], 'round'), [92, 36]);
  });
});
