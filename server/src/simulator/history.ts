// The history of a run, as the service records it. Which event follows which, and its number, is the same in every run.
import type { Json } from '../expressions/value';
import type { StateType } from '../spec/state-types';
import { Failure } from './failure';

type Entered = `${StateType}StateEntered`;
type Exited = `${Exclude<StateType, 'Fail'>}StateExited`;
type Kept = 'Task' | 'Wait' | 'Map' | 'Parallel';

export type EventType =
  | Entered
  | Exited
  | `${Kept}StateAborted`
  | `Execution${'Started' | 'Succeeded' | 'Failed' | 'TimedOut' | 'Aborted'}`
  | `Task${'Scheduled' | 'Started' | 'Submitted' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | `LambdaFunction${'Scheduled' | 'Started' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | `Activity${'Scheduled' | 'Started' | 'Succeeded' | 'Failed' | 'TimedOut'}`
  | `MapState${'Started' | 'Succeeded' | 'Failed'}`
  | `MapIteration${'Started' | 'Succeeded' | 'Failed' | 'Aborted'}`
  | `MapRun${'Started' | 'Succeeded' | 'Failed'}`
  | `ParallelState${'Started' | 'Succeeded' | 'Failed'}`
  | 'EvaluationFailed';

export type Details = Readonly<Record<string, Json>>;

export interface HistoryEvent {
  readonly kind: 'history';
  /** The ARN of the run that it belongs to: children of a distributed Map and nested runs have histories of their own. */
  readonly execution: string;
  readonly id: number;
  readonly previousEventId: number;
  readonly type: EventType;
  /** In milliseconds since 1970, on the clock of the run. */
  readonly timestamp: number;
  /** What the event tells, under the names that the service gives it; values are values, not their texts. */
  readonly details: Details;
}

/** Numbers the events of one run. It keeps none of them. */
export class History {
  private last = 0;

  /** @param most how many events a run can have */
  constructor(
    private readonly execution: string,
    private readonly most: number,
  ) {}

  add(type: EventType, previousEventId: number, timestamp: number, details: Details): HistoryEvent {
    // The last place is for the end of the run.
    if (this.last + 1 >= this.most && !type.startsWith('Execution')) {
      throw new Failure('States.Runtime', `The execution reached the maximum number of history events (${this.most}).`, 'runtime');
    }
    return { kind: 'history', execution: this.execution, id: ++this.last, previousEventId, type, timestamp, details };
  }
}
