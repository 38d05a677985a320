// `stepwise mocks`: a file with mocks for a state machine, made from the models of its services.
import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Json } from '../../expressions/value';
import { completeMocks, generateMocks } from '../../mocks/generate/write';
import { MocksDocument } from '../../mocks/document';
import { machineName, mocksBeside } from '../../mocks/names';
import { MockedStates } from '../../mocks/states';
import { notationOf } from '../../syntax/notation';
import { exitCodes, UsageError, type Command, type Host } from '../command';
import { readText } from '../read';
import { readInput } from '../run/data';
import { definitionIn } from '../run/machine';
import { servicesFromDisk } from '../services';

const help = `Usage: stepwise mocks [OPTIONS] FILE

Makes mocks for the tasks of a state machine, so that it can be run: what their services answer when all goes well, by
AWS's own models of them, and what the states have been seen to look for; with one case that comes to its end.

Options:
  --write              writes name.asl.mocks.yaml beside name.asl.json; where there is one, only what it lacks is added
  --input JSON|FILE    an example of what it is started with; name.input.json beside it where it is left out
  --machine NAME       which machine, in a template with several
  -h, --help           this text

Exit codes:
  0  the mocks were made
  2  wrong usage, or a file that could not be read or written
`;

export const mocks: Command = {
  summary: 'makes mocks for the tasks of a state machine',
  help,
  async run(argv, host) {
    const { values, positionals } = readOptions(argv);
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) {
      throw new UsageError('Name one file with a state machine. stepwise mocks --help tells more.');
    }
    const path = resolve(host.cwd, file);
    const states = new MockedStates(definitionIn(file, values.machine, host.cwd, servicesFromDisk((message) => { host.complain(message); })));
    const input = await inputFor(path, values.input, host);
    const [usual] = mocksBeside(path);
    const there = mocksBeside(path).find((each) => existsSync(each));
    if (values.write && usual === undefined) {
      throw new UsageError('Mocks lie beside a file name.asl.json or name.asl.yaml. Without --write they are shown.');
    }
    const made = there === undefined ? await generateMocks(states, basename(path), input) : await completeMocks(documentAt(there, states), states, input);
    if ('refused' in made) {
      throw new UsageError(made.refused);
    }
    if (values.write && usual !== undefined) {
      writeFileSync(there ?? usual, made.text);
      host.write(`${basename(there ?? usual)}${made.remarks.length > 0 ? `: ${made.remarks.join(' ')}` : ''}\n`);
    } else {
      host.write(made.text);
    }
    return exitCodes.fine;
  },
};

function documentAt(path: string, states: MockedStates): MocksDocument {
  const read = readText(path);
  if (read.text === undefined) {
    throw new UsageError(`${path} ${read.trouble}`);
  }
  return new MocksDocument(read.text, notationOf(path, read.text), machineName(path), { definition: () => states.definition });
}

async function inputFor(path: string, given: string | undefined, host: Host): Promise<Json | undefined> {
  const beside = path.replace(/\.asl(?:\.(?:json|ya?ml))?$/i, '.input.json');
  return given === undefined && (beside === path || !existsSync(beside)) ? undefined : readInput(given ?? beside, host);
}

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: { write: { type: 'boolean' }, input: { type: 'string' }, machine: { type: 'string' } } });
  } catch (error) {
    const [told = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${told.replace(/\.$/, '')}. stepwise mocks --help tells more.`);
  }
}
