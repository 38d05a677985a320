// What holds for every run, whatever comes in.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostsIn } from '../../../server/src/model/hosts';
import { lower } from '../../../server/src/model/lower';
import type { StateMachine } from '../../../server/src/model/machine';
import { parse } from '../../../server/src/syntax/parse';
import { rules } from '../../../server/src/rules';
import { randomRun } from '../../support/random-run';

const examples = join(import.meta.dirname, '../../../examples');

/** The machines of the examples, and those that the documentation of the rules has, right and wrong. */
function machines(): StateMachine[] {
  const files = readdirSync(examples).filter((file) => /\.asl\.(json|ya?ml)$/.test(file)).map((file) => ({ text: readFileSync(join(examples, file), 'utf8'), notation: file.endsWith('json') ? ('json' as const) : ('yaml' as const) }));
  const samples = rules.flatMap(({ docs }) => [docs.bad, docs.good]).map((text) => ({ text: String(text), notation: 'json' as const }));
  return [...files, ...samples].flatMap(({ text, notation }) => {
    const tree = parse(text, notation);
    return hostsIn(tree).length === 0 && tree.root?.kind === 'object' ? [lower(tree.root)] : [];
  });
}

suite('every run', () => {
  test('comes to an end, and the same again comes to the same', async () => {
    const all = machines();
    assert.ok(all.length > 200);
    for (const [index, machine] of all.entries()) {
      const first = await randomRun(machine, index);
      const again = await randomRun(machine, index);
      assert.deepEqual(again, first);
    }
  });
});
