// How the history page says things where there is little room.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { placeInWords } from '../../../media/history/words';

suite('where a state was, in a narrow column', () => {
  const places: [where: string, said: string][] = [
    ['', ''],
    ['Score #3', '#3 Score'],
    ['Regions #1 › Score #3', '#3 Score, #1 Regions'],
    ['Both, branch from Report', 'Both, branch from Report'],
    ['Both, branch from Report › Score #3', '#3 Score, Both, branch from Report'],
  ];
  for (const [where, said] of places) {
    test(where === '' ? 'of the run itself' : where, () => {
      assert.equal(placeInWords(where), said);
    });
  }
});
