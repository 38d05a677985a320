// What answers in place of tasks.
import type { Answer, TaskCall } from '../world';

export type Mocks = (call: TaskCall) => Answer;

/** A task that nothing answers. It is no failure of the run, which would be another one on AWS. */
export class MissingMock extends Error {
  constructor(readonly call: TaskCall, detail = '') {
    super(`No mock answers the task "${call.path.join('/')}"${detail}.`);
  }
}

/** Nothing answers. */
export const noMocks: Mocks = (call) => {
  throw new MissingMock(call);
};
