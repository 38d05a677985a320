// `stepwise test`: the cases beside state machines, run and held against what they expect.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { StateMachine } from '../../model/machine';
import { exitCodes, UsageError, type Command, type Host } from '../command';
import { readData } from '../run/data';
import { bucketsIn } from '../run/buckets';
import { helpersFor } from '../run/helpers';
import { machineIn, machineStarted } from '../run/machine';
import { mistakesIn } from '../run/mistakes';
import { mocksBeside } from '../run/mocks';
import { coverageOf } from '../../simulator/cases/coverage';
import { runTestCase, testCasesIn, type Around, type CaseReport } from '../../simulator/cases/run-case';
import { startedMachines } from '../../simulator/started-machines';
import { definitionsBeside } from '../../mocks/names';
import { definitionEnds, mockEnds } from '../../spec/mocks';
import { shownPath } from '../read';
import { painter } from '../terminal';
import { junit, type FileReport } from './junit';

const help = `Usage: stepwise test [OPTIONS] [FILE…]

Runs the cases that stand in name.asl.mocks.yaml (or .yml, .json) beside name.asl.json (or .asl.yaml, .asl.yml, .asl).
FILE is such a file, the state machine beside it, or a folder; the current folder where none is named.

Options:
  --junit FILE       writes the results there as JUnit does
  --buckets FOLDER   what readers and writers of distributed maps find: FOLDER/bucket/key
  --allow-handlers   runs the code that "handler" in mocks names, in processes of their own
  -h, --help         this text

Exit codes:
  0  every case came out as expected
  1  some case did not, or a file with cases has mistakes
  2  wrong usage, or a file that could not be read
`;

export const test: Command = {
  summary: 'runs the test cases beside state machines',
  help,
  async run(argv, host) {
    const { values, positionals } = readOptions(argv);
    const files = new Set((positionals.length > 0 ? positionals : ['.']).flatMap((path) => mockFilesIn(resolve(host.cwd, path), path)));
    if (files.size === 0) {
      throw new UsageError('There are no cases: name.asl.mocks.yaml beside name.asl.json has them. stepwise test --help tells more.');
    }
    const reports: FileReport[] = [];
    for (const path of files) {
      const around = { ...helpersFor(path, values['allow-handlers'] ?? false, host), ...(values.buckets !== undefined && { objects: bucketsIn(values.buckets, host) }) };
      reports.push(await testFile(path, around, host));
    }
    if (values.junit !== undefined) {
      writeResults(resolve(host.cwd, values.junit), junit(reports), values.junit);
    }
    const all = reports.flatMap(({ cases }) => cases);
    const failed = all.filter(({ problems }) => problems.length > 0).length;
    const mistaken = reports.filter(({ mistakes }) => mistakes.length > 0).length;
    host.write(`${String(all.length - failed)} passed, ${String(failed)} failed${mistaken > 0 ? `; mistakes in ${String(mistaken)} ${mistaken === 1 ? 'file' : 'files'}` : ''}\n`);
    return reports.some(({ isRead }) => !isRead) ? exitCodes.trouble : failed > 0 || mistaken > 0 ? exitCodes.findings : exitCodes.fine;
  },
};

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: { 'junit': { type: 'string' }, 'buckets': { type: 'string' }, 'allow-handlers': { type: 'boolean' } } });
  } catch (error) {
    const [told = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${told.replace(/\.$/, '')}. stepwise test --help tells more.`);
  }
}

function mockFilesIn(path: string, named: string): string[] {
  if (!existsSync(path)) {
    throw new UsageError(`${named} does not exist.`);
  }
  if (statSync(path).isDirectory()) {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((file) => mockEnds.some((end) => file.endsWith(end)) && !/(^|[\\/])node_modules[\\/]/.test(file))
      .sort()
      .map((file) => join(path, file));
  }
  if (mockEnds.some((end) => path.endsWith(end))) {
    return [path];
  }
  const mocks = mocksBeside(path);
  if (mocks === undefined) {
    throw new UsageError(definitionEnds.some((end) => path.endsWith(end)) ? `${named} has no cases beside it: stepwise mocks ${JSON.stringify(named)} --write makes a first one.` : `${named} has no cases: they stand in name.asl.mocks.yaml beside name.asl.json or name.asl.yaml.`);
  }
  return [mocks];
}

function writeResults(path: string, text: string, named: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(`${named} can't be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A file that can't be read must not keep the others from being tested. */
async function testFile(path: string, around: Around, host: Host): Promise<FileReport> {
  const paint = painter(host);
  const file = shownPath(host.cwd, path);
  host.write(`${paint('bold', file)}\n`);
  try {
    return await testCases(file, around, host);
  } catch (error) {
    if (error instanceof UsageError) {
      host.write(`  ${paint('red', error.message)}\n`);
      return { file, cases: [], mistakes: [error.message], isRead: false };
    }
    throw error;
  }
}

async function testCases(file: string, given: Around, host: Host): Promise<FileReport> {
  const definition = definitionBeside(file, host.cwd);
  const machine = machineIn(definition, undefined, host.cwd);
  const data = await readData(file, host);
  const found = mistakesIn(file, definition, undefined, host);
  const around: Around = { ...given, machine: await startedMachines(machine, data, async (name) => machineStarted(name, definition, host.cwd)) };
  const paint = painter(host);
  const cases: CaseReport[] = [];
  for (const { isError, text } of found) {
    host.write(`  ${paint(isError ? 'red' : 'yellow', text)}\n`);
  }
  for (const each of testCasesIn(data)) {
    const report = await reportOf(machine, data, each, around);
    cases.push(report);
    const isFine = report.problems.length === 0;
    const lines = report.problems.flatMap(({ message, steps = [] }) => [message, ...steps.map((step) => `  ${step}`)]);
    host.write(`  ${isFine ? paint('green', '✓') : paint('red', '✗')} ${each.name}\n${lines.map((line) => `      ${line}\n`).join('')}`);
  }
  host.write(`  ${paint('dim', coverage(machine, cases))}\n`);
  return { file, cases, mistakes: found.filter(({ isError }) => isError).map(({ text }) => text), isRead: true };
}

async function reportOf(...args: Parameters<typeof runTestCase>): Promise<CaseReport> {
  const running = runTestCase(...args);
  for (;;) {
    const next = await running.next();
    if (next.done) {
      return next.value;
    }
  }
}

function definitionBeside(mocks: string, cwd: string): string {
  const definition = definitionsBeside(mocks).find((path) => existsSync(resolve(cwd, path)));
  if (!definition) {
    throw new UsageError(`${mocks} has no state machine beside it: name.asl.mocks.yaml goes with name.asl.json or name.asl.yaml.`);
  }
  return definition;
}

/** How many of the states and transitions some case went through, and which states none did. */
function coverage(machine: StateMachine, cases: readonly CaseReport[]): string {
  const states = coverageOf(machine, cases);
  const ways = states.flatMap((each) => each.ways);
  const never = states.filter(({ entered }) => entered === 0).map(({ state }) => state.name);
  const taken = ways.filter((way) => way.taken > 0).length;
  return `${String(states.length - never.length)} of ${String(states.length)} states, ${String(taken)} of ${String(ways.length)} transitions${never.length > 0 ? `; never entered: ${never.join(', ')}` : ''}`;
}
