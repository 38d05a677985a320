import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { numberIn } from '../../../media/study/answers/number';

suite('a typed number', () => {
  for (const [typed, number] of [
    ['3', 3],
    [' -2.5 ', -2.5],
    ['1,5', 1.5],
    ['0,125', 0.125],
    ['1,024', 1024],
    ['1,048,576', 1048576],
    ['1.048.576,5', 1048576.5],
    ['1,048,576.5', 1048576.5],
    ['1.024', 1.024],
    ['28 800', 28800],
    ['.5', 0.5],
    ['4 Shards', 4],
  ] as const) {
    test(`${typed} is ${number}`, () => assert.equal(numberIn(typed, 'shards'), number));
  }
  for (const typed of ['', ' ', 'ten', '1,2,3', '1.2.3', '--1', '1e5', '1,02.4', 'Infinity']) {
    test(`"${typed}" is none`, () => assert.equal(numberIn(typed), undefined));
  }
});
