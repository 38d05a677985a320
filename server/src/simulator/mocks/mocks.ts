// What answers in place of tasks.
import type { Json } from '../../expressions/value';
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

/** What mocks can ask of whoever runs them. What is not there is refused in words for the person. */
export interface MockHelpers {
  /** What the task's service answers when all goes well. */
  defaultAnswer?(call: TaskCall): Json | Promise<Json>;
  /** Calls a function of the person's own, `./src/app.mjs#handler`: their code runs. Throws a `MockMistake` where it may or can not. */
  callHandler?(handler: string, event: Json): Promise<HandlerResult>;
}

/** What a function gave, or the error as AWS Lambda tells it. */
export type HandlerResult = { readonly value: Json } | { readonly errorType: string; readonly error: Json };

/** Tasks that no mock answers give what their services answer by default. */
export function withDefaults(mocks: (call: TaskCall) => Answer | Promise<Answer>, { defaultAnswer }: MockHelpers): (call: TaskCall) => Promise<Answer> {
  return async (call) => {
    try {
      return await mocks(call);
    } catch (error) {
      if (error instanceof MissingMock && defaultAnswer) {
        return { is: 'result', value: await defaultAnswer(call) };
      }
      throw error;
    }
  };
}
