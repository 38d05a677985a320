// What ends a state, and with it the run, unless something catches it. The words are the service's.

/**
 * `runtime` is what the service never lets a machine handle; `evaluation` has an event of its own in the history;
 * `task` was said by a task; `state` is all else that retriers and catchers get.
 */
export type FailureKind = 'runtime' | 'evaluation' | 'task' | 'timeout' | 'state';

export class Failure extends Error {
  /** Where in the state an expression stands that failed: `Output/total`. */
  readonly location: string | undefined;
  /** A silent task: catchers of heartbeats get it too. */
  readonly isHeartbeat: boolean;
  /** The event of a failed expression has been written; the states around the one that failed write none. */
  isTold = false;

  constructor(
    readonly error: string | undefined,
    readonly reason: string | undefined,
    readonly kind: FailureKind,
    { location, isHeartbeat = false }: { location?: string; isHeartbeat?: boolean } = {},
  ) {
    super(`${error ?? 'no error'}: ${reason ?? 'no cause'}`);
    this.location = location;
    this.isHeartbeat = isHeartbeat;
  }

  /** As the last event of a run tells it. */
  get details(): { error?: string; cause?: string } {
    return { ...(this.error === undefined ? {} : { error: this.error }), ...(this.reason === undefined ? {} : { cause: this.reason }) };
  }
}

/** A result that is too large to be handed on. */
export function tooLarge(what: string): Failure {
  return new Failure('States.DataLimitExceeded', `The state/task '${what}' returned a result with a size exceeding the maximum number of bytes service limit.`, 'state');
}
