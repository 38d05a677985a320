// Functions of the person's own are run once for each call of a session: going back is running again, and what has been answered is answered the
// same, without their code having its effects again.
import type { HandlerResult, MockHelpers } from '../../../server/src/simulator/mocks/mocks';

/** Makes helpers for each time that a run begins anew. */
export function remembering(helpers: MockHelpers): () => MockHelpers {
  const { callHandler } = helpers;
  if (!callHandler) {
    return () => helpers;
  }
  const answered = new Map<string, Promise<HandlerResult>>();
  return () => {
    const counts = new Map<string, number>();
    return {
      ...helpers,
      callHandler: (handler, event) => {
        const call = JSON.stringify([handler, event]);
        const number = counts.get(call) ?? 0;
        counts.set(call, number + 1);
        const key = `${String(number)} ${call}`;
        const result = answered.get(key) ?? callHandler(handler, event);
        answered.set(key, result);
        return result;
      },
    };
  };
}
