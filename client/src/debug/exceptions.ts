// The errors at which a run stops: those that a person has asked for, each once, where it arose.
import type { Failure } from '../../../server/src/simulator/failure';
import type { Visit } from '../../../server/src/simulator/visit';
import { fateOf } from './failures';
import type { Stop } from './stop';

export class Exceptions {
  /** The filters that are ticked: `caught`, `uncaught`. */
  filters: ReadonlySet<string> = new Set(['uncaught']);
  private seen = new WeakSet<Failure>();

  /** The run begins anew, and so do its errors. */
  forget(): void {
    this.seen = new WeakSet();
  }

  /** The stop at the failure of a visit; `undefined` where it was looked at already, further in, or nobody wants to see it. */
  at(visit: Visit): Stop | undefined {
    const { failure } = visit;
    if (!failure || this.seen.has(failure)) {
      return undefined;
    }
    this.seen.add(failure);
    const fate = fateOf(visit, failure);
    if (!this.filters.has(fate.is === 'uncaught' ? 'uncaught' : 'caught')) {
      return undefined;
    }
    return { reason: 'exception', description: `Paused on ${failure.error ?? 'an error'}`, text: [failure.error, failure.reason].filter((each) => each !== undefined).join(': '), visit, point: 'error' };
  }
}
