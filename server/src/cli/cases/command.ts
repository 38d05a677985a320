// `stepwise test`: the cases beside state machines, run and held against what they expect.
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { StateMachine } from '../../model/machine';
import { exitCodes, UsageError, type Command, type Host } from '../command';
import { readData } from '../run/data';
import { bucketsIn } from '../run/buckets';
import { helpersFor } from '../run/helpers';
import { machineIn, machineStarted } from '../run/machine';
import { coverageOf } from '../../simulator/cases/coverage';
import { runTestCase, testCasesIn, type Around, type CaseReport } from '../../simulator/cases/run-case';
import { startedMachines } from '../../simulator/started-machines';
import { definitionEnds, mockEnds } from '../../spec/mocks';
import { painter } from '../terminal';
import { junit, type FileReport } from './junit';

const help = `Usage: stepwise test [OPTIONS] [FILE…]

Runs the cases that stand in name.asl.mocks.yaml (or .yml, .json) beside name.asl.json (or .asl.yaml, .asl.yml, .asl).
FILE is such a file or a folder; the current folder where none is named.

Options:
  --junit FILE       writes the results there as JUnit does
  --buckets FOLDER   what readers and writers of distributed maps find: FOLDER/bucket/key
  --allow-handlers   runs the code that "handler" in mocks names, in processes of their own
  -h, --help         this text

Exit codes:
  0  every case came out as expected
  1  some case did not
  2  wrong usage, or a file that could not be read
`;

export const test: Command = {
  summary: 'runs the test cases beside state machines',
  help,
  async run(argv, host) {
    const { values, positionals } = readOptions(argv);
    const files = (positionals.length > 0 ? positionals : ['.']).flatMap((path) => mockFilesIn(resolve(host.cwd, path)));
    if (files.length === 0) {
      throw new UsageError('There are no cases: name.asl.mocks.yaml beside name.asl.json has them. stepwise test --help tells more.');
    }
    const reports: FileReport[] = [];
    for (const path of files) {
      const around = { ...helpersFor(path, values['allow-handlers'] ?? false, host), ...(values.buckets !== undefined && { objects: bucketsIn(resolve(host.cwd, values.buckets)) }) };
      reports.push(await testFile(path, around, host));
    }
    if (values.junit !== undefined) {
      writeFileSync(resolve(host.cwd, values.junit), junit(reports));
    }
    const all = reports.flatMap(({ cases }) => cases);
    const failed = all.filter(({ problems }) => problems.length > 0).length;
    host.write(`${String(all.length - failed)} passed, ${String(failed)} failed\n`);
    return failed > 0 ? exitCodes.findings : exitCodes.fine;
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

function mockFilesIn(path: string): string[] {
  if (!existsSync(path)) {
    throw new UsageError(`There is no ${path}.`);
  }
  if (!statSync(path).isDirectory()) {
    return [path];
  }
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => mockEnds.some((end) => file.endsWith(end)) && !/(^|[\\/])node_modules[\\/]/.test(file))
    .sort()
    .map((file) => join(path, file));
}

async function testFile(path: string, given: Around, host: Host): Promise<FileReport> {
  const file = relative(host.cwd, path).replaceAll('\\', '/');
  const definition = definitionBeside(path);
  const machine = machineIn(definition, undefined, host.cwd);
  const data = await readData(path, host);
  const around: Around = { ...given, machine: await startedMachines(machine, data, async (name) => machineStarted(name, definition, host.cwd)) };
  const paint = painter(host);
  const cases: CaseReport[] = [];
  host.write(`${paint('bold', file)}\n`);
  for (const each of testCasesIn(data)) {
    const report = await reportOf(machine, data, each, around);
    cases.push(report);
    const isFine = report.problems.length === 0;
    const lines = report.problems.flatMap(({ message, steps = [] }) => [message, ...steps.map((step) => `  ${step}`)]);
    host.write(`  ${isFine ? paint('green', '✓') : paint('red', '✗')} ${each.name}\n${lines.map((line) => `      ${line}\n`).join('')}`);
  }
  host.write(`  ${paint('dim', coverage(machine, cases))}\n`);
  return { file, cases };
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

function definitionBeside(mocks: string): string {
  const end = mockEnds.find((each) => mocks.endsWith(each));
  const definition = end && definitionEnds.map((each) => `${mocks.slice(0, -end.length)}${each}`).find((path) => existsSync(path));
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
