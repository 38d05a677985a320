// What each state was given and gave when it was last visited.
import type { Point, Visit } from '../../../server/src/simulator/visit';
import { errorOf } from './evaluate';
import type { LastValue } from './messages';

export class LastValues {
  private readonly states = new Map<string, LastValue & { readonly visits: number }>();

  /** Begins with none: another run. */
  clear(): void {
    this.states.clear();
  }

  /** Takes what is known of a visit at one of its points. */
  reached(point: Point, visit: Visit): void {
    const before = this.states.get(visit.name);
    if (point === 'enter') {
      this.states.set(visit.name, { visits: (before?.visits ?? 0) + 1, input: visit.input });
    } else if (before && point === 'exit') {
      this.states.set(visit.name, { visits: before.visits, input: visit.input, ...(visit.output === undefined ? {} : { output: visit.output }) });
    } else if (before && point === 'error') {
      this.states.set(visit.name, { visits: before.visits, input: visit.input, error: errorOf(visit) });
    }
  }

  /** By the state's name. */
  get all(): Readonly<Record<string, LastValue>> {
    return Object.fromEntries(this.states);
  }
}
