import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { stringify } from 'yaml';
import { readDeckFile } from '../../../client/src/study/deck-file';
import { written } from './samples';

suite('a deck as a file', () => {
  test('is read from YAML and from JSON', () => {
    for (const text of [stringify(written), JSON.stringify(written)]) {
      const read = readDeckFile(text);
      assert.ok('deck' in read && read.deck.items.length === 2);
    }
  });

  /** What is wrong stands between « and ». */
  const broken: [what: string, text: string, message: RegExp][] = [
    ['a missing field, at what lacks it', 'deck: a\n«items: []»\n', /"title" is missing|at least one/],
    ['a wrong kind, at its key', 'deck: a\ntitle: A\nitems:\n  - id: x\n    «kind: essay»\n    ask: Why?\n', /^The kind of a question is one of/],
    ['a bad id', '«deck: A B»\ntitle: A\nitems:\n  - {id: x, kind: recall, ask: A, answer: B}\n', /^An id is made of/],
    ['a notation that is broken', 'deck: a\ntitle: "A\n', /./],
    ['no deck at all', '«just text»\n', /^A deck is an object/],
    ['a list', '«- a»\n- b\n', /^A deck is an object/],
  ];
  for (const [what, marked, message] of broken) {
    test(`tells ${what}`, () => {
      const text = marked.replace(/[«»]/g, '');
      const read = readDeckFile(text);
      assert.ok('problems' in read);
      const [first] = read.problems;
      assert.match(first?.message ?? '', message);
      if (marked.includes('«')) {
        const line = text.slice(0, marked.indexOf('«')).split('\n').length;
        assert.ok(read.problems.some(({ start }) => text.slice(0, start).split('\n').length === line), JSON.stringify(read.problems));
      }
    });
  }

  const hostile: [what: string, text: string][] = [
    ['aliases without end', `a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: &d [*c, *c, *c, *c]\ne: &e [*d, *d, *d, *d]\nf: [*e, *e, *e, *e]\n`],
    ['an alias of itself', 'deck: &x [*x]\n'],
    ['nesting without end', '['.repeat(50_000)],
    ['megabytes', 'x'.repeat(5_000_001)],
    ['nothing', ''],
    ['null characters', 'deck: "\\0"\ntitle: "\\u202e"\nitems: 7\n'],
    ['a prototype', '__proto__: {deck: a}\nconstructor: x\n'],
    ['a tag', 'deck: !!js/function "() => 1"\n'],
  ];
  for (const [what, text] of hostile) {
    test(`takes no harm from ${what}`, () => {
      const start = performance.now();
      const read = readDeckFile(text);
      assert.ok('problems' in read && read.problems.length > 0);
      assert.ok(performance.now() - start < 5_000);
      for (const { start: from, end } of read.problems) {
        assert.ok(from >= 0 && end >= from && end <= Math.max(1, text.length + 1), JSON.stringify({ from, end }));
      }
    });
  }

  test('shows HTML and scripts as the text that they are', () => {
    const read = readDeckFile('deck: a\ntitle: <script>alert(1)</script>\nitems:\n  - {id: x, kind: recall, ask: "<img src=x onerror=alert(1)>", answer: B}\n');
    assert.ok('deck' in read);
    assert.equal(read.deck.items[0]?.ask, '<img src=x onerror=alert(1)>');
  });
});
