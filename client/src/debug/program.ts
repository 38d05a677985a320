// The file that is debugged: its machine, and which state stands at which line.
import { hostsIn, looksLikeTemplate } from '../../../server/src/model/hosts';
import { lower } from '../../../server/src/model/lower';
import type { State, StateMachine } from '../../../server/src/model/machine';
import { statesIn } from '../../../server/src/model/states';
import { notationOf } from '../../../server/src/syntax/notation';
import { parse } from '../../../server/src/syntax/parse';
import type { ObjectNode, SyntaxProblem } from '../../../server/src/syntax/tree';
import { listed } from '../../../server/src/text/words';
import { Refusal } from './conversation';

/** Lines and columns count from zero. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export class Program {
  /** All states, those inside others too, in the order of the text. */
  readonly states: readonly State[];
  private readonly lines: readonly number[];

  constructor(
    readonly path: string,
    readonly machine: StateMachine,
    readonly text: string,
    /** The resources of all machines of the file, where it is a template. */
    readonly resources: readonly string[],
  ) {
    this.states = statesIn(machine).sort((one, other) => one.property.start - other.property.start);
    this.lines = [0, ...[...text.matchAll(/\r\n?|\n/g)].map(({ index, 0: { length } }) => index + length)];
  }

  placeAt(offset: number): Place {
    let line = 0;
    for (let last = this.lines.length; last - line > 1; ) {
      const middle = (line + last) >> 1;
      if ((this.lines[middle] ?? 0) <= offset) {
        line = middle;
      } else {
        last = middle;
      }
    }
    return { line, column: offset - (this.lines[line] ?? 0) };
  }

  /** The state whose name stands at the line, else the innermost one around it, else the next one below. */
  stateAt({ line, column }: { readonly line: number; readonly column?: number | undefined }): State | undefined {
    const start = this.lines[line] ?? this.text.length;
    const end = this.lines[line + 1] ?? this.text.length + 1;
    const named = this.states.filter(({ nameNode }) => nameNode.start >= start && nameNode.start < end);
    const at = start + (column ?? 0);
    const around = (offset: number): State | undefined => this.states.findLast(({ property }) => property.start <= offset && offset < property.end);
    if (column !== undefined) {
      const inner = around(at);
      if (inner && named.includes(inner)) {
        return inner;
      }
    }
    return named[0] ?? around(at + (/\S/.exec(this.text.slice(at, end))?.index ?? 0)) ?? this.states.find(({ property }) => property.start >= start);
  }

  /** True where the machine itself is written at the line. */
  has(line: number): boolean {
    const { start, end } = this.machine.node;
    return line >= this.placeAt(start).line && line <= this.placeAt(end).line;
  }

  /** Where states begin, from one line to another. */
  namesBetween(first: number, last: number): Place[] {
    return this.states.map(({ nameNode }) => this.placeAt(nameNode.start)).filter(({ line }) => line >= first && line <= last);
  }
}

/**
 * Reads a file. Refuses what has no machine, or can't be read as it stands.
 *
 * @param name the resource that is meant, in a template with several
 */
export function readProgram(path: string, text: string, name: string | undefined): Program {
  const all = definitionsIn(path, text);
  const fitting = name === undefined ? all : all.filter((each) => each.name === name);
  const [only] = fitting;
  if (!only || fitting.length > 1) {
    const names = listed(all.flatMap((each) => each.name ?? []), 'and');
    throw new Refusal(all.length === 0 ? 'The file has no state machine.' : `The file has ${name === undefined ? 'several state machines: name one as "stateMachine"' : `no state machine "${name}"`}.${names === '' ? '' : ` It has ${names}.`}`);
  }
  const [problem] = only.problems;
  if (problem) {
    throw new Refusal(`The state machine can't be read as it is: ${problem.message}`);
  }
  return new Program(path, lower(only.root), text, all.flatMap((each) => each.name ?? []));
}

/** The state that is meant at a line of a file with these machines. */
export function stateIn(programs: readonly Program[], place: { readonly line: number; readonly column?: number | undefined }): State | undefined {
  return (programs.find((each) => each.has(place.line)) ?? programs[0])?.stateAt(place);
}

function definitionsIn(path: string, text: string): { readonly root: ObjectNode; readonly problems: readonly SyntaxProblem[]; readonly name: string | undefined }[] {
  const isTemplate = looksLikeTemplate(text);
  const tree = parse(text, notationOf(path, text), isTemplate);
  const hosts = isTemplate ? hostsIn(tree) : [{ tree, resource: undefined }];
  return hosts.flatMap(({ tree: { root, problems }, resource }) => (root?.kind === 'object' ? [{ root, problems, name: resource?.property.key.value }] : []));
}

/** The machine that a state is in, at whatever depth. */
export function machineOf({ machine }: State): StateMachine {
  let outermost = machine;
  while (outermost.owner) {
    outermost = outermost.owner.machine;
  }
  return outermost;
}
