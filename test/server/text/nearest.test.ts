import assert from 'node:assert/strict';
import { nearest, NearNames } from '../../../server/src/text/nearest';

suite('near names', () => {
  const names = ['Train model', 'Save model', 'Batch transform', 'Done'];

  const cases: [typed: string, meant: string[]][] = [
    ['Train modle', ['Train model']],
    ['train model', ['Train model']],
    ['save-model', ['Save model']],
    ['Sve model', ['Save model']],
    ['Batch', ['Batch transform']],
    ['Doen', ['Done']],
    ['Publish', []],
    ['', []],
  ];
  for (const [typed, meant] of cases) {
    test(`"${typed}" → ${meant.join(', ') || 'none'}`, () => {
      assert.deepEqual(nearest(typed, names), meant);
    });
  }

  test('the nearest first, never the name itself, and not too many', () => {
    assert.deepEqual(nearest('step1', ['step2', 'step11', 'Step1', 'step1', 'step3']), ['Step1', 'step2', 'step11']);
  });

  test('a list in which everything is wrong is not compared without end', () => {
    const many = new NearNames(Array.from({ length: 3000 }, (_, index) => `State number ${String(index)}`));
    const answered = Array.from({ length: 3000 }, (_, index) => many.near(`Stage number ${String(index)}`)).filter((near) => near.length > 0);
    assert.ok(answered.length > 10 && answered.length < 100, String(answered.length));
  });

  test('very long names cost nothing', () => {
    assert.deepEqual(nearest('x'.repeat(100_000), ['y'.repeat(100_000)]), []);
  });
});
