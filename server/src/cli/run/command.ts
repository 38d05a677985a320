// `stepwise run`: a state machine run on one's own machine, its tasks answered by mocks, with the history that AWS would record.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { instantOf } from '../../expressions/instant';
import type { Json } from '../../expressions/value';
import type { StateMachine } from '../../model/machine';
import { awsEvent } from '../../simulator/aws-history';
import type { HistoryEvent } from '../../simulator/history';
import { casesIn } from '../../simulator/mocks/file';
import { MissingMock, noMocks, withDefaults } from '../../simulator/mocks/mocks';
import { MockMistake } from '../../simulator/mocks/mistake';
import { PrettyHistory } from '../../simulator/pretty-history';
import { run as start, type Outcome } from '../../simulator/run';
import { seeded } from '../../simulator/seeded';
import { startedMachines } from '../../simulator/started-machines';
import type { World } from '../../simulator/world';
import type { WorkflowType } from '../../spec/workflow-types';
import { exitCodes, UsageError, type Command, type Host } from '../command';
import { shownPath } from '../read';
import { painter } from '../terminal';
import { runBatch } from './batch';
import { bucketsIn } from './buckets';
import { readData, readInput } from './data';
import { helpersFor } from './helpers';
import { machineIn, machineStarted } from './machine';
import { mistakesIn } from './mistakes';
import { mocksBeside, mocksFrom } from './mocks';

const help = `Usage: stepwise run [OPTIONS] FILE
       stepwise run --batch

Runs a state machine here, without an account and a network: as Step Functions does it, on a clock of its own, so that
a wait of a year takes no time. Tasks are answered by mocks. The same run comes out each time.

Options:
  --input JSON|FILE      what the run is started with; {} where it is left out, - for standard input
  --mocks FILE           what tasks answer: rules by state, AWS's MockConfigFile.json, or recorded answers; where it is
                         left out, name.asl.mocks.yaml beside name.asl.json, or .yml or .json, if it is there
  --case NAME            which case of it: HappyPath, or Machine#HappyPath in MockConfigFile.json
  --defaults             tasks without a mock answer what AWS's model of their service says, with plausible values
  --allow-handlers       runs the code that "handler" in mocks names, in processes of their own
  --machine NAME         which machine, in a template with several
  --buckets FOLDER       what readers and writers of distributed maps find: FOLDER/bucket/key
  --workflow-type TYPE   STANDARD (default) or EXPRESS
  --start TIMESTAMP      when the run starts, such as 2025-01-01T00:00:00Z
  --seed N               for what is random
  --format FORMAT        pretty (default), or json with the history as GetExecutionHistory gives it
  --batch                runs many: a case a line on standard input, { "id", "definition", "input", "mocks" },
                         and a result a line, { "id", "status", "output", "error", "cause", "events" }
  -h, --help             this text

Exit codes:
  0  the run succeeded
  1  the run failed, or ran out of time
  2  wrong usage, a file that could not be read, or a task without a mock
`;

export const run: Command = {
  summary: 'runs a state machine, with mocks in place of tasks',
  help,
  async run(argv, host) {
    const { values, positionals } = readOptions(argv);
    if (values.batch) {
      if (positionals.length > 0) {
        throw new UsageError('--batch reads cases from standard input, and takes no file.');
      }
      return runBatch(host);
    }
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      throw new UsageError('Name one file with a state machine. stepwise run --help tells more.');
    }
    const { format = 'pretty' } = values;
    if (format !== 'pretty' && format !== 'json') {
      throw new UsageError(`--format can be pretty or json, not "${format}".`);
    }
    const at = readStart(values.start);
    const random = seeded(readSeed(values.seed));
    const beside = mocksBeside(resolve(host.cwd, file));
    const mocks = values.mocks ?? (beside && shownPath(host.cwd, beside));
    const mockFile = mocks === undefined ? undefined : await readData(mocks, host);
    const machine = machineIn(file, values.machine, host.cwd);
    for (const { text } of mocks === undefined ? [] : mistakesIn(mocks, file, values.machine, host)) {
      host.complain(text);
    }
    const helpers = helpersFor(mocks === undefined ? undefined : resolve(host.cwd, mocks), values['allow-handlers'] ?? false, host);
    const mocked = mockFile === undefined ? noMocks : mocksFrom(mockFile, values.case, random, at, helpers);
    const world: World = {
      start: at,
      random,
      answer: values.defaults ? withDefaults(mocked, helpers) : mocked,
      machine: await startedMachines(machine, mockFile, async (name) => machineStarted(name, file, host.cwd)),
      workflowType: readType(values['workflow-type']),
      ...(values.buckets === undefined ? {} : { objects: bucketsIn(values.buckets, host) }),
    };
    const ownInput = casesIn(mockFile).get(values.case ?? '')?.input;
    const input = values.input === undefined && ownInput !== undefined ? ownInput : await readInput(values.input, host);
    try {
      return await (format === 'json' ? writeJson : writePretty)(machine, input, world, host);
    } catch (error) {
      if (error instanceof MissingMock || error instanceof MockMistake) {
        host.complain(error instanceof MissingMock ? `${error.message} ${mocks === undefined ? 'Give it one with --mocks' : `Give it one in ${mocks}`}, or let it answer by --defaults.` : error.message);
        return exitCodes.trouble;
      }
      throw error;
    }
  },
};

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { 'input': text, 'mocks': text, 'case': text, 'machine': text, 'buckets': text, 'workflow-type': text, 'start': text, 'seed': text, 'format': text, 'batch': { type: 'boolean' }, 'defaults': { type: 'boolean' }, 'allow-handlers': { type: 'boolean' } },
    });
  } catch (error) {
    const [told = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${told.replace(/\.$/, '')}. stepwise run --help tells more.`);
  }
}

function readStart(written: string | undefined): number {
  const time = instantOf(written ?? '2025-01-01T00:00:00Z');
  if (time === undefined) {
    throw new UsageError(`--start takes a timestamp such as 2025-01-01T00:00:00Z, not "${String(written)}".`);
  }
  return time;
}

function readSeed(written = '1'): number {
  if (!/^\d+$/.test(written)) {
    throw new UsageError(`--seed takes a number, not "${written}".`);
  }
  return Number(written);
}

function readType(written = 'STANDARD'): WorkflowType {
  const type = written.toUpperCase();
  if (type !== 'STANDARD' && type !== 'EXPRESS') {
    throw new UsageError(`--workflow-type can be STANDARD or EXPRESS, not "${written}".`);
  }
  return type;
}

async function writePretty(machine: StateMachine, input: Json, world: World, host: Host): Promise<number> {
  const pretty = new PrettyHistory(painter(host), world.start, host.columns);
  const running = start(machine, input, world);
  let root: string | undefined;
  for (;;) {
    const next = await running.next();
    if (next.done) {
      host.write(pretty.end(next.value));
      return codeOf(next.value);
    }
    const event = next.value;
    if (event.kind === 'history') {
      root ??= event.execution;
    }
    if (event.kind !== 'history' || event.execution === root) {
      host.write(pretty.line(event) ?? '');
    }
  }
}

async function writeJson(machine: StateMachine, input: Json, world: World, host: Host): Promise<number> {
  const events: HistoryEvent[] = [];
  const running = start(machine, input, world);
  for (;;) {
    const next = await running.next();
    if (next.done) {
      const [first] = events;
      host.write(`${JSON.stringify({ ...next.value, events: events.filter(({ execution }) => execution === first?.execution).map(awsEvent) }, undefined, 2)}\n`);
      return codeOf(next.value);
    }
    if (next.value.kind === 'history') {
      events.push(next.value);
    }
  }
}

function codeOf({ status }: Outcome): number {
  return status === 'SUCCEEDED' ? exitCodes.fine : exitCodes.findings;
}
