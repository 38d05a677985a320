// What the debugger and the extension say to each other beyond the protocol.
import type { Json } from '../../../server/src/expressions/value';

/** How a run is started. All but the program can be left out. */
export interface LaunchArguments {
  readonly program: string;
  /** The resource that is meant, in a template with several machines. */
  readonly stateMachine?: string;
  /** The value, its text, or the path of a file with it. */
  readonly input?: Json;
  /** The path of a file with mocks. */
  readonly mocks?: string;
  /** Which case, in a `MockConfigFile.json` with several. */
  readonly case?: string;
  /** The paths of machines that tasks start, by their names; those beside the program are found by themselves. */
  readonly stateMachines?: Readonly<Record<string, string>>;
  /** A folder with what readers of distributed maps find: `folder/bucket/key`. */
  readonly buckets?: string;
  /** Tasks that no mock answers give what their services answer by default, and nobody is asked. */
  readonly defaultAnswers?: boolean;
  /** The path of a history that is replayed, and which of its runs. */
  readonly history?: string;
  readonly execution?: string;
  readonly stopOnEntry?: boolean;
  /** The name of a state: the run goes to where it is first entered. */
  readonly stopAt?: string;
  readonly workflowType?: 'STANDARD' | 'EXPRESS';
  /** When the run starts, such as `2025-01-01T00:00:00Z`. */
  readonly start?: string;
  readonly seed?: number;
  readonly noDebug?: boolean;
}

/** An event: a task that no mock answers. */
export const askEvent = 'stepwise.ask';

export interface Question {
  readonly state: string;
  readonly resource: string;
  readonly arguments: Json;
  /** The errors that the state retries or catches. */
  readonly errors: readonly string[];
}

/** A request: the answer to it, or another answer for the task that the run stands at. */
export const answerRequest = 'stepwise.answer';

export type TypedAnswer =
  | { readonly is: 'result'; readonly value: Json }
  | { readonly is: 'error'; readonly error: string; readonly cause?: string }
  | { readonly is: 'silence' };

/** A request: what has happened so far, and after a step back what happened behind that. */
export const eventsRequest = 'stepwise.events';

/** An event of the history, in few words. */
export interface Happening {
  /** Where in the run it is: what a seek takes. */
  readonly at: number;
  readonly id: number;
  readonly type: string;
  readonly state?: string;
  /** In milliseconds since 1970, on the clock of the run. */
  readonly timestamp: number;
  /** The run goes there only if nothing is changed before. */
  readonly isAhead: boolean;
}

/** A request: goes to an event, forth or back. From there the run can take another way. */
export const seekRequest = 'stepwise.seek';

export interface Sought {
  readonly at: number;
}

/** An event: the values of the states that were visited, whenever the run stands still or is over. */
export const valuesEvent = 'stepwise.values';

/** What a state was given and gave when it was last visited; neither output nor error while it is at work. */
export interface LastValue {
  readonly visits: number;
  readonly input: Json;
  readonly output?: Json;
  readonly error?: Json;
}
