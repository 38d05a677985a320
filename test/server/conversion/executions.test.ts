// Machines in JSONPath that AWS ran, and machines made by chance: converted, they take the same way and come to the same end.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCase, type Case } from '../../../server/src/simulator/case';
import { seeded } from '../../../server/src/simulator/seeded';
import { compareRuns, conversionsOf } from '../../support/converted-run';
import { corpusFolder, jsonFiles } from '../../support/corpus';
import { generatedRun } from '../../support/generated-jsonpath';

/** How often each comparison came out. A difference fails, but where the conversion says of which data it holds. */
async function compareAll(runs: readonly (Case & { readonly id: string })[]): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  const different: string[] = [];
  for (const each of runs) {
    const original = await runCase(each);
    for (const { state, definition, conditions } of conversionsOf(each.definition).converted) {
      const comparison = compareRuns(original, await runCase({ ...each, definition }));
      if (typeof comparison === 'string') {
        counted[comparison] = (counted[comparison] ?? 0) + 1;
      } else if (conditions.length === 0) {
        different.push(`${each.id}, ${state ?? 'the whole machine'}: ${comparison.difference}`);
      }
    }
  }
  assert.deepEqual(different, []);
  return counted;
}

suite('converted runs', () => {
  test('of machines made by chance end alike', async function () {
    this.timeout(60_000);
    const counted = await compareAll(Array.from({ length: 400 }, (_each, seed) => ({ id: `seed ${String(seed)}`, ...generatedRun(seeded(seed)) })));
    assert.ok((counted['alike'] ?? 0) > 1500, JSON.stringify(counted));
  });

  test('of machines that AWS ran end alike, and nowhere go on where the original failed', async function () {
    this.timeout(120_000);
    const corpus = corpusFolder();
    if (!corpus) {
      this.skip();
    }
    const folder = join(corpus, 'executions');
    const counted = await compareAll(jsonFiles(folder).map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case & { readonly id: string }));
    assert.ok((counted['alike'] ?? 0) > 1000, JSON.stringify(counted));
    assert.equal(counted['goes on'], undefined);
  });
});
