// `stepwise run --batch`: one case a line in, one result a line out.
import { isList, isObject, memberOf, type Json } from '../../expressions/value';
import { runCase, type Case } from '../../simulator/case';
import { startOfCases } from '../../simulator/cases/run-case';
import { mocksFrom } from '../../simulator/mocks/file';
import { seeded } from '../../simulator/seeded';
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
    const given = JSON.parse(line) as Case | null;
    id = given?.id;
    if (!given || !isObject(given.definition)) {
      throw new Error('A case has a "definition", which is an object.');
    }
    return (await runCase(given, isScripted(given.mocks) ? { answer: mocksFrom(given.mocks, undefined, seeded(1), startOfCases, 'its name') } : {})) as unknown as Json;
  } catch (error) {
    // One case that can't be run must not keep the others from it.
    return { id: id ?? null, status: 'FAILED', error: 'Stepwise.InvalidCase', cause: error instanceof Error ? error.message : String(error), events: [] };
  }
}

/** Mocks as they stand beside a definition. Recorded answers are lists that each tell an outcome. */
function isScripted(mocks: Json | undefined): mocks is Json {
  return isObject(mocks) && Object.values(mocks).some((each) => !isList(each) || each.some((rule) => memberOf(rule, 'outcome') === undefined));
}
