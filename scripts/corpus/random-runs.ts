// Every definition of the corpus, run with inputs and answers that chance makes: nothing may crash, hang, or come out otherwise the second time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lower } from '../../server/src/model/lower';
import { parse } from '../../server/src/syntax/parse';
import { randomRun } from '../../test/support/random-run';

interface Definition {
  readonly file: string;
  readonly format: 'json' | 'yaml';
}

/** Prints how many runs there were, the slowest, and each that went wrong. */
export async function reportRandomRuns(folder: string, kinds: Readonly<Record<string, readonly Definition[]>>, seeds: number): Promise<void> {
  let runs = 0;
  let events = 0;
  let slowest = { took: 0, file: '' };
  const wrong: string[] = [];
  for (const [kind, definitions] of Object.entries(kinds)) {
    for (const { file, format } of definitions) {
      const { root } = parse(readFileSync(join(folder, kind, file), 'utf8'), format);
      if (root?.kind !== 'object') {
        continue;
      }
      const machine = lower(root);
      for (let seed = 0; seed < seeds; seed++) {
        const start = performance.now();
        try {
          const first = await randomRun(machine, seed);
          const took = performance.now() - start;
          slowest = took > slowest.took ? { took, file } : slowest;
          runs++;
          events += first.events;
          const again = await randomRun(machine, seed);
          if (again.told !== first.told) {
            wrong.push(`  ${file}, seed ${String(seed)}: not the same again`);
          }
        } catch (error) {
          wrong.push(`  ${file}, seed ${String(seed)}: ${error instanceof Error ? (error.stack ?? '').split('\n').slice(0, 3).join(' ') : String(error)}`);
        }
      }
    }
  }
  console.log(`\nRandom runs of all definitions: ${String(runs)} with ${String(events)} events, the slowest in ${slowest.took.toFixed(0)} ms (${slowest.file}); wrong: ${String(wrong.length)}`);
  if (wrong.length > 0) {
    console.log(wrong.slice(0, 20).join('\n'));
  }
}
