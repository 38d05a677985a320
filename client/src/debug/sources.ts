// The files that take part in a run: the machine that is debugged and those that it starts, where their states stand, and the breakpoints in them.
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { State } from '../../../server/src/model/machine';
import type { Visit } from '../../../server/src/simulator/visit';
import { Breakpoints, type Bound } from './breakpoints';
import type { Places } from './places';
import { machineOf, type Program } from './program';

export class Sources {
  readonly breakpoints = new Breakpoints();
  private programs: readonly Program[] = [];

  /** @param places how the editor counts lines and columns */
  constructor(private readonly places: Places) {}

  /** Puts these in place of what was there before. */
  load(programs: readonly Program[]): void {
    this.programs = programs;
  }

  /** Where the breakpoints stand now that the files have been read again. */
  rebound(): DebugProtocol.Breakpoint[] {
    const paths = [...new Set(this.programs.map(({ path }) => path))];
    return paths.flatMap((path) => this.breakpoints.bindAgain(path, this.at(path)).map((bound) => this.told(bound, path)));
  }

  setBreakpoints({ source, breakpoints = [] }: DebugProtocol.SetBreakpointsArguments): DebugProtocol.SetBreakpointsResponse['body'] {
    const programs = this.at(source.path);
    const [program] = programs;
    if (!program) {
      return { breakpoints: breakpoints.map(({ line }) => ({ verified: false, line, message: 'This run is of another state machine.' })) };
    }
    const wanted = breakpoints.map((each) => ({ ...each, line: this.places.lineIn(each.line), ...(each.column === undefined ? {} : { column: this.places.columnIn(each.column) }) }));
    return { breakpoints: this.breakpoints.set(program.path, programs, wanted).map((each) => this.told(each, program.path)) };
  }

  /** Where breakpoints can stand. */
  locations({ source, line, endLine = line }: DebugProtocol.BreakpointLocationsArguments): DebugProtocol.BreakpointLocation[] {
    return this.at(source.path).flatMap((program) => program.namesBetween(this.places.lineIn(line), this.places.lineIn(endLine)).map((place) => this.places.out(place)));
  }

  /** Where the state of a visit stands. */
  placeOf({ state }: Visit): { source: DebugProtocol.Source; line: number; column: number } {
    const program = this.programOf(state);
    const path = program?.path ?? '';
    return { source: { path, name: /[^\\/]*$/.exec(path)?.[0] ?? path }, ...this.places.out(program?.placeAt(state.nameNode.start) ?? { line: 0, column: 0 }) };
  }

  private told({ id, state, trouble }: Bound, path: string): DebugProtocol.Breakpoint {
    const place = state && this.programOf(state)?.placeAt(state.nameNode.start);
    return {
      id,
      verified: state !== undefined,
      source: { path },
      ...(place ? this.places.out(place) : {}),
      ...(trouble === undefined ? {} : { message: trouble }),
    };
  }

  private at(path: string | undefined): readonly Program[] {
    return this.programs.filter((each) => isSamePath(path, each.path));
  }

  private programOf(state: State): Program | undefined {
    const machine = machineOf(state);
    return this.programs.find((each) => each.machine === machine);
  }
}

/** Windows writes the letter of a drive one way or the other. */
function isSamePath(one: string | undefined, other: string): boolean {
  return one === other || (/^[a-z]:\\/i.test(other) && one?.toLowerCase() === other.toLowerCase());
}
