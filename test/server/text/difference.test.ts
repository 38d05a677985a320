import assert from 'node:assert/strict';
import { changesBetween } from '../../../server/src/text/difference';
import { applyChanges } from '../../../server/src/text/edit';
import { seeded } from '../../../server/src/simulator/seeded';

suite('What makes one text of another', () => {
  test('is told line by line, and what stays between is left alone', () => {
    const one = 'a\nb\nc\nd\ne\n';
    assert.deepEqual(changesBetween(one, 'a\nB\nc\nd\n1\n2\n'), [
      { span: { start: 2, end: 4 }, newText: 'B\n' },
      { span: { start: 8, end: 9 }, newText: '1\n2' },
    ]);
    assert.deepEqual(changesBetween(one, one), []);
    assert.deepEqual(changesBetween('Next: Aa', 'Next: Ba'), [{ span: { start: 6, end: 7 }, newText: 'B' }]);
  });

  test('an empty first line is a line', () => {
    assert.deepEqual(changesBetween('\na\nb\nc\n', 'a\nb\nC\n'), [
      { span: { start: 0, end: 1 }, newText: '' },
      { span: { start: 5, end: 6 }, newText: 'C' },
    ]);
  });

  test('makes it, whatever the two are', () => {
    const next = seeded(5);
    const text = (lines: number): string => Array.from({ length: Math.floor(next() * lines) }, () => ['a', 'b', 'c', ''][Math.floor(next() * 4)] ?? '').join('\n');
    for (let round = 0; round < 400; round++) {
      const [one, other] = [text(30), text(30)];
      assert.equal(applyChanges(one, changesBetween(one, other)), other);
    }
    const [long, longer] = [text(4000), text(4000)];
    assert.equal(applyChanges(long, changesBetween(long, longer)), longer);
  });
});
