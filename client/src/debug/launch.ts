// What a run is made of, from a launch configuration and the files that it names.
import type { Tracker } from '../history/tracker';
import { instantOf } from '../../../server/src/expressions/instant';
import type { Json } from '../../../server/src/expressions/value';
import { casesIn, mocksFrom } from '../../../server/src/simulator/mocks/file';
import { noMocks, withDefaults, type MockHelpers } from '../../../server/src/simulator/mocks/mocks';
import { MockMistake } from '../../../server/src/simulator/mocks/mistake';
import { storeOf, type ObjectText } from '../../../server/src/simulator/object-store';
import { seeded } from '../../../server/src/simulator/seeded';
import { notationOf } from '../../../server/src/syntax/notation';
import { parse } from '../../../server/src/syntax/parse';
import { toValue } from '../../../server/src/syntax/tree';
import { placeIn } from '../../../server/src/text/place';
import { Refusal } from './conversation';
import type { LaunchArguments } from './messages';
import { besidePath, otherMachines } from './other-machines';
import type { Setup } from './playback';
import { remembering } from './remembering';
import { replayed } from './replay';
import { readProgram, type Program } from './program';

/** Gives the text of a file; `undefined` where there is none that can be read. */
export type ReadFile = (path: string) => Promise<string | undefined>;

/** What can be read: files, and folders with all that is below them. */
export interface Files {
  readonly readFile: ReadFile;
  /** The texts in a folder, by their paths from there with `/`; `undefined` where there is no such folder. @throws a Refusal where it is too large */
  readonly readFolder: (path: string) => Promise<ReadonlyMap<string, string> | undefined>;
}

/** All that a run is prepared from. */
export interface Around extends Files {
  /** What mocks of a file can ask for. */
  readonly mockHelpers?: (mocks: string | undefined) => MockHelpers;
}

export interface Launch {
  readonly program: Program;
  /** Those of the machines that it can start. */
  readonly others: readonly Program[];
  readonly setup: Setup;
  /** The run that is replayed. */
  readonly recording?: Tracker;
}

/** Reads all that a run needs. Refuses, in words for the person, what can't be read. */
export async function prepare(args: LaunchArguments, files: Around): Promise<Launch> {
  const { readFile } = files;
  const program = readProgram(args.program, await textOf(args.program, readFile), args.stateMachine);
  if (args.history !== undefined) {
    return replayed(args, program, await textOf(args.history, readFile));
  }
  const start = instantOf(args.start ?? '2025-01-01T00:00:00Z');
  if (start === undefined) {
    throw new Refusal(`"start" takes a timestamp such as 2025-01-01T00:00:00Z, not "${String(args.start)}".`);
  }
  const mocks = args.mocks === undefined ? undefined : await dataIn(args.mocks, readFile);
  const { programs: others, machine } = await otherMachines(program, args.stateMachines ?? {}, mocks, readFile);
  const buckets = args.buckets === undefined ? undefined : await objectsIn(besidePath(args.program, args.buckets), files);
  return {
    program,
    others,
    setup: {
      machine: program.machine,
      objects: () => buckets && storeOf(buckets),
      input: await inputOf(args.input ?? casesIn(mocks).get(args.case ?? '')?.input ?? {}, readFile),
      mocks: mocksOf(mocks, args, start, remembering(files.mockHelpers?.(args.mocks) ?? {})),
      seed: args.seed ?? 1,
      world: { start, workflowType: args.workflowType ?? 'STANDARD', machine },
    },
  };
}

/** Objects as the command line has them: `folder/bucket/key`. */
async function objectsIn(folder: string, { readFolder }: Files): Promise<ObjectText[]> {
  const texts = await readFolder(folder);
  if (!texts) {
    throw new Refusal(`"buckets" takes a folder with a folder for each bucket. ${folder} is none that can be read.`);
  }
  return [...texts].flatMap(([path, body]) => {
    const slash = path.indexOf('/');
    return slash < 0 ? [] : [{ bucket: path.slice(0, slash), key: path.slice(slash + 1), body }];
  });
}

async function inputOf(input: Json, readFile: ReadFile): Promise<Json> {
  if (typeof input !== 'string') {
    return input;
  }
  // As on the command line.
  return /^\s*(?:[{["\d-]|true|false|null)/.test(input) ? parsed(input, undefined) : dataIn(input, readFile);
}

/** What makes the answers of a file, each time from the first one. */
function mocksOf(file: Json | undefined, { case: testCase, defaultAnswers }: LaunchArguments, start: number, helpers: () => MockHelpers): Setup['mocks'] {
  const make: Setup['mocks'] = (random) => {
    const asked = helpers();
    const mocks = file === undefined ? noMocks : mocksFrom(file, testCase, random, start, '"case"', asked);
    return defaultAnswers ? withDefaults(mocks, asked) : mocks;
  };
  try {
    make(seeded(1));
  } catch (error) {
    throw error instanceof MockMistake ? new Refusal(error.message) : error;
  }
  return make;
}

async function textOf(path: string, readFile: ReadFile): Promise<string> {
  const text = await readFile(path);
  if (text === undefined) {
    throw new Refusal(`${path} can't be read.`);
  }
  return text;
}

async function dataIn(path: string, readFile: ReadFile): Promise<Json> {
  return parsed(await textOf(path, readFile), path);
}

function parsed(text: string, path: string | undefined): Json {
  const { root, problems } = parse(text, notationOf(path, text));
  const [problem] = problems;
  if (problem) {
    throw new Refusal(`${path ?? 'The input'} can't be read as it is (${placeIn(text, problem.span.start)}): ${problem.message}`);
  }
  return toValue(root) as Json;
}
