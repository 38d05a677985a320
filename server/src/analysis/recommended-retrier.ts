// The retrier that AWS's guides and a service's own errors suggest for a state.
import { callOf, type Call } from '../model/call';
import type { State } from '../model/machine';
import { visitStateParts } from '../model/parts';
import { calledAction } from './called-action';
import type { Definition } from './definition';

export interface Recommended {
  /** The call whose errors it is for, as people name it; `undefined` where it is for whatever a task fails with. */
  readonly by: string | undefined;
  readonly retrier: Readonly<Record<string, unknown>> & { readonly ErrorEquals: readonly string[] };
}

/** The retrier for errors that pass by themselves. */
export function recommendedRetrier(definition: Definition, state: State): Recommended {
  const call = callIn(state);
  const { resource } = call ?? {};
  if (resource?.kind === 'function' || (resource?.kind === 'integration' && resource.service.text === 'lambda' && resource.action.text === 'invoke')) {
    return { by: 'Lambda', retrier: retrier(lambdaErrors, { IntervalSeconds: 2, MaxAttempts: 6 }) };
  }
  const called = call && calledAction(call, definition.services);
  const passing = called?.action.errors.filter((name) => isPassing(name)) ?? [];
  const general = called?.action.errors.find((name) => isGeneral(name));
  const errors = passing.length === 0 && general !== undefined ? [general] : passing;
  if (!call || errors.length === 0) {
    return { by: undefined, retrier: retrier(['States.TaskFailed'], { IntervalSeconds: 2, MaxAttempts: 3 }) };
  }
  return { by: call.title, retrier: retrier(errors, { IntervalSeconds: 2, MaxAttempts: 5 }) };
}

/** Waits grow, and with jitter not all that failed together come back together. */
function retrier(errors: readonly string[], { IntervalSeconds, MaxAttempts }: { IntervalSeconds: number; MaxAttempts: number }): Recommended['retrier'] {
  return { ErrorEquals: errors, IntervalSeconds, MaxAttempts, BackoffRate: 2, JitterStrategy: 'FULL' };
}

/** Source: Step Functions Developer Guide, "Handle Lambda service exceptions". */
const lambdaErrors = ['Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException'];

/** An error that the same call may not meet again a little later. */
function isPassing(name: string): boolean {
  return /Throttl|TooManyRequests|Concurrent|Internal|ServerException|SdkClient|Unavailable|NotReady|Limit|Timeout|TimedOut|SlowDown|ThroughputExceeded/.test(name) && !/Size|Invalid|TooLarge/.test(name);
}

/** What a service says where it has no name for the error: `S3.S3Exception`, `Batch.AWSBatchException`. */
function isGeneral(name: string): boolean {
  const [prefix = '', error = ''] = name.split('.');
  return error === `${prefix}Exception` || /^(?:Amazon|AWS)\w*Exception$/.test(error);
}

function callIn(state: State): Call | undefined {
  let call: Call | undefined;
  visitStateParts(state, (part) => {
    call ??= part.is === 'state' ? callOf(part) : undefined;
  });
  return call;
}
