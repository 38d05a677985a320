// Breakpoints on states: where they stand, and whether one of them holds a state that has just been entered.
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { State } from '../../../server/src/model/machine';
import type { Visit } from '../../../server/src/simulator/visit';
import { textOf } from '../../../server/src/expressions/value';
import { evaluate, isTrue } from './evaluate';
import { stateIn, type Program } from './program';

interface Breakpoint {
  readonly id: number;
  readonly state: State;
  readonly condition: string | undefined;
  readonly hitCondition: string | undefined;
  readonly logMessage: string | undefined;
  hits: number;
}

/** Where one has come to stand, or why it stands nowhere. */
export interface Bound {
  readonly id: number;
  readonly state: State | undefined;
  readonly trouble?: string;
}

/** What comes of the breakpoints on a state. */
export interface Hit {
  /** Those that hold it. */
  readonly ids: readonly number[];
  /** What is written to the console. */
  readonly lines: readonly string[];
}

export class Breakpoints {
  /** By the path of the file. */
  private readonly all = new Map<string, readonly Breakpoint[]>();
  private readonly wanted = new Map<string, readonly (DebugProtocol.SourceBreakpoint & { readonly id: number })[]>();
  private last = 0;

  /**
   * Puts these in place of all others of the file, and tells where each of them has come to stand. Lines count from zero.
   *
   * @param programs the machines of the file that take part; at least one
   */
  set(path: string, programs: readonly Program[], wanted: readonly DebugProtocol.SourceBreakpoint[]): readonly Bound[] {
    this.wanted.set(path, wanted.map((each) => ({ ...each, id: ++this.last })));
    return this.bindAgain(path, programs);
  }

  /** Looks where they stand in another version of the file. */
  bindAgain(path: string, programs: readonly Program[]): readonly Bound[] {
    const told = (this.wanted.get(path) ?? []).map(({ id, line, column, condition, hitCondition, logMessage }) => {
      const state = stateIn(programs, { line, column });
      if (!state) {
        return { id, state, trouble: 'No state stands here or below.' };
      }
      if (hitCondition !== undefined && hitCondition.trim() !== '' && !readHits(hitCondition)) {
        return { id, state: undefined, trouble: `A hit count is a number, or one behind >, >=, <, <=, = or %, not "${hitCondition}".` };
      }
      return { id, state, breakpoint: { id, state, condition: filled(condition), hitCondition: filled(hitCondition), logMessage: filled(logMessage), hits: 0 } };
    });
    this.all.set(path, told.flatMap(({ breakpoint }) => breakpoint ?? []));
    return told;
  }

  /** The hits are counted from the start of the run. */
  restart(): void {
    for (const each of [...this.all.values()].flat()) {
      each.hits = 0;
    }
  }

  /** Called once for each state that is entered. */
  async entered(visit: Visit): Promise<Hit> {
    const ids: number[] = [];
    const lines: string[] = [];
    for (const each of [...this.all.values()].flat()) {
      if (each.state !== visit.state) {
        continue;
      }
      const condition = each.condition === undefined ? undefined : await evaluate(each.condition, visit);
      if (condition?.value === undefined && condition && !condition.isNothing) {
        lines.push(`The condition "${each.condition ?? ''}" of the breakpoint on "${visit.name}" can't be evaluated: ${condition.trouble}`);
        ids.push(each.id);
        continue;
      }
      if (condition && (condition.value === undefined || !isTrue(condition.value))) {
        continue;
      }
      each.hits++;
      if (each.hitCondition !== undefined && !readHits(each.hitCondition)?.(each.hits)) {
        continue;
      }
      if (each.logMessage === undefined) {
        ids.push(each.id);
      } else {
        lines.push(await filledIn(each.logMessage, visit));
      }
    }
    return { ids, lines };
  }
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

/** `5`, `>= 5`, `% 3`: when a count of hits is one that counts. */
function readHits(text: string): ((hits: number) => boolean) | undefined {
  const [, operator = '', digits = ''] = /^\s*(>=?|<=?|={0,3}|%)\s*(\d+)\s*$/.exec(text) ?? [];
  const number = Number(digits);
  if (digits === '' || (operator === '%' && number === 0)) {
    return undefined;
  }
  switch (operator) {
    case '>':
      return (hits) => hits > number;
    case '>=':
      return (hits) => hits >= number;
    case '<':
      return (hits) => hits < number;
    case '<=':
      return (hits) => hits <= number;
    case '%':
      return (hits) => hits % number === 0;
    default:
      return (hits) => hits === number;
  }
}

/** A log message with what stands between braces evaluated. */
async function filledIn(message: string, visit: Visit): Promise<string> {
  let text = '';
  let end = 0;
  for (const found of message.matchAll(/\{([^{}]*)\}/g)) {
    const given = await evaluate(found[1] ?? '', visit);
    text += message.slice(end, found.index) + (given.value === undefined ? `{${given.trouble}}` : textOf(given.value));
    end = found.index + found[0].length;
  }
  return text + message.slice(end);
}
