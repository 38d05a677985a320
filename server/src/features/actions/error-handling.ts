// What can go wrong is caught, or tried again.
import { calledAction } from '../../analysis/called-action';
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import { callOf, type Call } from '../../model/call';
import type { State } from '../../model/machine';
import { visitStateParts } from '../../model/parts';
import { states } from '../../spec/states';
import { membersOf } from '../../syntax/compose';
import { property } from '../../syntax/tree';
import { notWrittenOut, quoted, refused, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';

/** A Catch for all errors, with a Fail state that tells which one it was. */
export const catchErrors: Refactoring = ({ definition, state }) => {
  if (!state?.node || !canHave(state, 'Catch')) {
    return [];
  }
  const title = `Catch errors of ${quoted(state)}`;
  const rewriting = Rewriting.of(definition, state.machine);
  if (property(state.node, 'Catch') || !rewriting) {
    return [{ title, kind: 'refactor.rewrite', outcome: rewriting ? refused(`${quoted(state)} has a "Catch" already.`) : notWrittenOut }];
  }
  const name = freeName(definition, `${state.name.slice(0, 70)} failed`);
  const isJsonata = state.queryLanguage === 'JSONata';
  // The input stays: the error is put beside it.
  const kept = isJsonata ? { Output: '{% $merge([$states.input, { "error": $states.errorOutput }]) %}' } : { ResultPath: '$.error' };
  rewriting.editor.insert(state.node, 'Catch', [{ ErrorEquals: ['States.ALL'], ...kept, Next: name }]);
  const told =
    state.machine.queryLanguage === 'JSONata'
      ? { Error: '{% $states.input.error.Error %}', Cause: '{% $states.input.error.Cause %}' }
      : { ErrorPath: '$.error.Error', CausePath: '$.error.Cause' };
  rewriting.insertAfter(state, [{ name, holds: { object: membersOf({ Type: 'Fail', ...told }) } }]);
  return [{ title, kind: 'refactor.rewrite', outcome: { text: rewriting.finish() } }];
};

/** A Retry for the errors that pass by themselves. */
export const retryErrors: Refactoring = ({ definition, state }) => {
  if (!state?.node || !canHave(state, 'Retry')) {
    return [];
  }
  const { title, retrier } = recommended(definition, state);
  const rewriting = Rewriting.of(definition, state.machine);
  if (property(state.node, 'Retry') || !rewriting) {
    return [{ title, kind: 'refactor.rewrite', outcome: rewriting ? refused(`${quoted(state)} has a "Retry" already.`) : notWrittenOut }];
  }
  rewriting.editor.insert(state.node, 'Retry', [retrier]);
  return [{ title, kind: 'refactor.rewrite', outcome: { text: rewriting.finish() } }];
};

function canHave({ type }: State, field: string): boolean {
  return type !== undefined && states[type].byName.has(field);
}

interface Recommended {
  readonly title: string;
  readonly retrier: Readonly<Record<string, unknown>>;
}

function recommended(definition: Definition, state: State): Recommended {
  const call = callIn(state);
  const { resource } = call ?? {};
  if (resource?.kind === 'function' || (resource?.kind === 'integration' && resource.service.text === 'lambda' && resource.action.text === 'invoke')) {
    return { title: 'Add Retry for transient errors of Lambda', retrier: retrier(lambdaErrors, { IntervalSeconds: 2, MaxAttempts: 6 }) };
  }
  const called = call && calledAction(call, definition.services);
  const passing = called?.action.errors.filter((name) => isPassing(name)) ?? [];
  const general = called?.action.errors.find((name) => isGeneral(name));
  const errors = passing.length === 0 && general !== undefined ? [general] : passing;
  if (!call || errors.length === 0) {
    return { title: 'Add Retry', retrier: retrier(['States.TaskFailed'], { IntervalSeconds: 2, MaxAttempts: 3 }) };
  }
  return { title: `Add Retry for transient errors of ${call.title}`, retrier: retrier(errors, { IntervalSeconds: 2, MaxAttempts: 5 }) };
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
