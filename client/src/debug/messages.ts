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
  readonly stopOnEntry?: boolean;
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
