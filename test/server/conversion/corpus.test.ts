// Real definitions: what was in order is in order after the conversion.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codesIn } from '../../support/check';
import { edited, machineTitle, offered } from '../../support/convert';
import { corpusFolder } from '../../support/corpus';

/** A text that looks like a path is told in either language; a rule that always holds only where it can be read. */
const toldInOtherWords: ReadonlySet<string> = new Set(['path-in-jsonata-state', 'missing-default']);

suite('real definitions', () => {
  test('have nothing new against them after the conversion', function () {
    this.timeout(120_000);
    const corpus = corpusFolder();
    if (!corpus) {
      this.skip();
    }
    const folder = join(corpus, 'valid');
    const wrong: string[] = [];
    let whole = 0;
    for (const file of readdirSync(folder).filter((each) => each !== 'manifest.json')) {
      const notation = /\.ya?ml$/.test(file) ? 'yaml' : 'json';
      const text = readFileSync(join(folder, file), 'utf8');
      const action = offered(text, 0, notation).find(({ edit }) => edit);
      if (action) {
        whole += action.title === machineTitle ? 1 : 0;
        const known = codesIn(text, notation);
        const after = edited(text, action);
        const fresh = codesIn(after, notation).filter((code) => !known.includes(code) && !toldInOtherWords.has(code));
        if (fresh.length > 0) {
          wrong.push(`${file}: ${fresh.join(', ')}`);
        }
        if (action.title === machineTitle) {
          assert.deepEqual(offered(after, 0, notation), [], file);
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.ok(whole > 300, `only ${String(whole)} were converted as a whole`);
  });
});
