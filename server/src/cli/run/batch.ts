// `stepwise run --batch`: one case a line in, one result a line out.
import type { Json } from '../../expressions/value';
import { runCase, type Case } from '../../simulator/case';
import { exitCodes, type Host } from '../command';

/** Runs the cases on standard input, in the form of recorded runs, and writes each result when it is there. */
export async function runBatch(host: Host): Promise<number> {
  const text = new TextDecoder().decode(await host.readStdin());
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      host.write(`${JSON.stringify(await resultOf(line))}\n`);
    }
  }
  return exitCodes.fine;
}

async function resultOf(line: string): Promise<Json> {
  let id: string | undefined;
  try {
    const given = JSON.parse(line) as Case;
    ({ id } = given);
    return (await runCase(given)) as unknown as Json;
  } catch (error) {
    // One case that can't be run must not keep the others from it.
    return { id: id ?? null, status: 'FAILED', error: 'Stepwise.InvalidCase', cause: error instanceof Error ? error.message : String(error), events: [] };
  }
}
