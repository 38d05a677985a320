import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { briefly, inFull } from '../../../client/src/study/mastery-words';
import type { Mastery } from '../../../client/src/study/statistics';

suite('how well a note is known, in the tree', () => {
  const samples: [mastery: Mastery, brief: string | undefined, full: string][] = [
    [{ known: 0, seen: 0, all: 0, due: 0 }, undefined, 'No questions'],
    [{ known: 0, seen: 0, all: 16, due: 0 }, undefined, '16 questions, none answered yet'],
    [{ known: 0.456, seen: 8, all: 16, due: 3 }, '46\u00a0% · 3 due', '46\u00a0% known, 8 of 16 questions seen, 3 due'],
    [{ known: 1, seen: 1, all: 1, due: 0 }, '100\u00a0%', '100\u00a0% known, 1 of 1 question seen, none due'],
  ];
  for (const [mastery, brief, full] of samples) {
    test(full, () => {
      assert.equal(briefly(mastery), brief);
      assert.equal(inFull(mastery), full);
    });
  }
});
