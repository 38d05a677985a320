// A history for people: a line an event.
import { visible, type Paint } from '../text/paint';
import type { HistoryEvent } from './history';
import type { Outcome, RunEvent } from './run';

const beginOfBranches = /^(?:Map|Parallel)StateStarted$/;
const endOfBranches = /^(?:Map|Parallel)State(?:Succeeded|Failed|Aborted)$/;

/** Gives the lines of a run as it goes on, each with its line break. */
export class PrettyHistory {
  /** The state that an event belongs to, by the number of the event. */
  private readonly states = new Map<number, string>();

  private readonly origins = new Map<number, { readonly type: string; readonly from: number }>();

  constructor(
    private readonly paint: Paint,
    /** When the run starts: times are told from there. */
    private readonly start: number,
    private readonly columns = 160,
  ) {}

  line(event: RunEvent): string | undefined {
    return event.kind === 'history' ? this.ofHistory(event) : event.kind === 'waited' ? `${' '.repeat(17)}${this.paint('dim', `waited ${String(Number(event.seconds.toFixed(3)))} s`)}\n` : undefined;
  }

  private ofHistory({ id, previousEventId, type, timestamp, details }: HistoryEvent): string {
    const name = [details['name'], details['state'], this.around(type, previousEventId), this.states.get(previousEventId)].find((each) => typeof each === 'string') ?? '';
    this.states.set(id, name);
    this.origins.set(id, { type, from: previousEventId });
    const failed = /Failed|TimedOut|Aborted/.test(type);
    const shown = [details['error'], details['cause']].filter((each) => typeof each === 'string').join(': ') || this.data(details);
    const head = `${clock(timestamp - this.start).padStart(11)} ${String(id).padStart(4)}  `;
    const index = typeof details['index'] === 'number' ? ` #${String(details['index'])}` : '';
    const room = Math.max(20, this.columns - head.length - type.length - name.length - 6);
    const line = `${this.paint('dim', head)}${this.paint(failed ? 'red' : type.endsWith('Succeeded') ? 'green' : 'bold', type)} ${this.paint('cyan', visible(name))}${index}`;
    return `${line}${shown === '' ? '' : `  ${cut(visible(shown), room)}`}\n`;
  }

  /** The end of a Map or Parallel state comes from an event inside of it: the name is where the state began. */
  private around(type: string, from: number): string | undefined {
    if (!endOfBranches.test(type)) {
      return undefined;
    }
    let open = 1;
    for (let id = from; open > 0; ) {
      const origin = this.origins.get(id);
      if (!origin) {
        return undefined;
      }
      open += endOfBranches.test(origin.type) ? 1 : beginOfBranches.test(origin.type) ? -1 : 0;
      if (open === 0) {
        return this.states.get(id);
      }
      id = origin.from;
    }
    return undefined;
  }

  private data(details: HistoryEvent['details']): string {
    const value = details['output'] ?? details['parameters'] ?? details['input'];
    return value === undefined ? '' : JSON.stringify(value);
  }

  end(outcome: Outcome): string {
    return outcome.status === 'SUCCEEDED'
      ? `${this.paint('green', 'SUCCEEDED')}\n${JSON.stringify(outcome.output, undefined, 2)}\n`
      : `${this.paint('red', outcome.status)} ${visible([outcome.error, outcome.cause].filter((each) => each !== undefined).join(': '))}\n`;
  }
}

function cut(text: string, columns: number): string {
  return text.length > columns ? `${text.slice(0, columns - 1)}…` : text;
}

/** Since the start: `0:00:02.500`. */
function clock(milliseconds: number): string {
  const pad = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return `${String(Math.floor(milliseconds / 3_600_000))}:${pad((milliseconds / 60_000) % 60, 2)}:${pad((milliseconds / 1000) % 60, 2)}.${pad(milliseconds % 1000, 3)}`;
}
