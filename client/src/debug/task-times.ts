// How long tasks took on the clock of the run.
import type { HistoryEvent } from '../../../server/src/simulator/history';

/** Shorter ones are not worth a line. */
const worthTelling = 1000;

export class TaskTimes {
  /** When tasks that have not ended were started, by the event that says so. */
  private readonly started = new Map<string, number>();

  /** The milliseconds that a task took which ends with this event, if they were many. */
  took({ id, previousEventId, execution, type, timestamp }: HistoryEvent): number | undefined {
    const key = (event: number): string => `${execution}#${event}`;
    if (/^(?:Task|LambdaFunction|Activity)(?:Started|Submitted)$/.test(type)) {
      this.started.set(key(id), timestamp);
      return undefined;
    }
    const before = this.started.get(key(previousEventId));
    this.started.delete(key(previousEventId));
    return before !== undefined && timestamp - before >= worthTelling ? timestamp - before : undefined;
  }
}
