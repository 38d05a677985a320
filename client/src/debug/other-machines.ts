// The files of the machines that tasks start: named in the launch configuration, in the same template, or beside the program under their own names.
import type { Json } from '../../../server/src/expressions/value';
import type { StateMachine } from '../../../server/src/model/machine';
import { startedMachines } from '../../../server/src/simulator/started-machines';
import { definitionEnds } from '../../../server/src/spec/mocks';
import { Refusal } from './conversation';
import type { ReadFile } from './launch';
import { readProgram, type Program } from './program';

export interface Others {
  readonly programs: readonly Program[];
  readonly machine: (arn: string) => StateMachine | undefined;
}

/**
 * Reads the machines that the program's tasks start, and those that they start.
 *
 * @param named paths by the machine's name; relative ones are beside the program
 * @throws a Refusal, with the path, for one that is there and can't be read
 */
export async function otherMachines(program: Program, named: Readonly<Record<string, string>>, mocks: Json | undefined, readFile: ReadFile): Promise<Others> {
  const programs: Program[] = [];
  const machine = await startedMachines(program.machine, mocks, async (name) => {
    const found = await find(name, program, Object.hasOwn(named, name) ? named[name] : undefined, readFile);
    programs.push(...(found ? [found] : []));
    return found?.machine;
  });
  return { programs, machine };
}

async function find(name: string, { path, text, resources }: Program, named: string | undefined, readFile: ReadFile): Promise<Program | undefined> {
  if (named !== undefined) {
    const wanted = besidePath(path, named);
    const found = await readFile(wanted);
    if (found === undefined) {
      throw new Refusal(`"stateMachines" has ${name} in ${wanted}, which can't be read.`);
    }
    return read(wanted, found, undefined);
  }
  if (resources.includes(name)) {
    return read(path, text, name);
  }
  for (const end of definitionEnds) {
    const beside = besidePath(path, `${name}${end}`);
    const found = await readFile(beside);
    if (found !== undefined) {
      return read(beside, found, undefined);
    }
  }
  return undefined;
}

function read(path: string, text: string, name: string | undefined): Program {
  try {
    return readProgram(path, text, name);
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(`${path}, which the run starts: ${error.message}`) : error;
  }
}

/** A path as it is, if it says where it begins; else in the folder of the other one. */
export function besidePath(path: string, named: string): string {
  return /^(?:[\\/]|[a-z]:[\\/]|[a-z][\w+.-]+:)/i.test(named) ? named : path.replace(/[^\\/]*$/, named.replace(/^\.[\\/]/, ''));
}
