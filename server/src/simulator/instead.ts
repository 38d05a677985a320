// What somebody else says in place of what is inside a Map or a Parallel state.
import type { Json } from '../expressions/value';
import { Failure } from './failure';
import type { Work } from './scheduler';
import type { Answer } from './world';

export interface Instead {
  readonly answer: Answer;
  /** How many items of a Map are said to have failed. */
  readonly failures?: number;
  /** Of how many. */
  readonly iterations?: number | undefined;
}

/** The result, or the failure, that an answer stands for. */
export function* answered(answer: Answer): Work<Json> {
  if (answer.is === 'result') {
    return answer.value;
  }
  throw answer.is === 'error' ? new Failure(answer.error, answer.cause, 'task') : new Failure('States.Timeout', undefined, 'timeout');
}
