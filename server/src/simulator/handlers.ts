// Retriers and catchers.
import { isList, isObject, type Json, type JsonObject } from '../expressions/value';
import { assignedBy, assignedByTemplate, resultPut } from './data-flow';
import type { Failure } from './failure';
import type { Exit } from './machine';
import type { Work } from './scheduler';
import { wayFrom, type Visit } from './visit';

export type Handled = { readonly is: 'retry' } | { readonly is: 'caught'; readonly exit: Exit };

/** What a state makes of a failure: another attempt, once its time has come, or the way to another state. Throws the failure where it has neither. */
export function* handled(visit: Visit, failure: Failure): Work<Handled> {
  const { delay } = retryFor(visit, failure) ?? {};
  visit.failure = failure;
  visit.untilRetry = delay;
  if (delay !== undefined) {
    yield* visit.reach('error');
    yield { do: 'sleep', until: visit.run.now + delay * 1000 };
    yield { do: 'tell', event: { kind: 'waited', state: visit.name, seconds: delay, before: 'retry' } };
    visit.retryCount++;
    visit.forgetContext();
    return { is: 'retry' };
  }
  if (visit.type === 'Map' || visit.type === 'Parallel') {
    yield* visit.tell(`${visit.type}StateFailed`, {});
  }
  if (catches(visit, failure)) {
    yield* visit.reach('error');
  }
  const exit = yield* caughtBy(visit, failure);
  if (!exit) {
    throw failure;
  }
  return { is: 'caught', exit };
}

/** True where a retrier of the state is for the failure and has attempts left. */
export function retries(visit: Visit, failure: Failure): boolean {
  const retriers = entriesOf(visit.field('Retry'));
  const index = retriers.findIndex((retrier) => matches(retrier, failure));
  const retrier = retriers[index];
  return failure.kind !== 'runtime' && retrier !== undefined && (visit.retries.get(index) ?? 0) < numberIn(retrier, 'MaxAttempts', 3);
}

/** True where a catcher of the state is for the failure. */
export function catches(visit: Visit, failure: Failure): boolean {
  return failure.kind !== 'runtime' && entriesOf(visit.field('Catch')).some((catcher) => matches(catcher, failure));
}

function entriesOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter((entry) => isObject(entry)) : [];
}

function matches(entry: JsonObject, { error, kind, isHeartbeat }: Failure): boolean {
  const names = entry['ErrorEquals'];
  return (
    isList(names) &&
    names.some((name) => name === 'States.ALL' || (error !== undefined && name === error) || (name === 'States.TaskFailed' && error !== 'States.Timeout' && kind === 'task') || (name === 'States.HeartbeatTimeout' && isHeartbeat))
  );
}

/** The retrier that is for a failure, and how long it waits, in seconds; without a delay it has done what it can. */
export function retryFor(visit: Visit, failure: Failure): { readonly index: number; readonly delay: number | undefined } | undefined {
  const retriers = entriesOf(visit.field('Retry'));
  const index = retriers.findIndex((retrier) => matches(retrier, failure));
  const retrier = retriers[index];
  if (!retrier) {
    return undefined;
  }
  const used = visit.retries.get(index) ?? 0;
  if (used >= numberIn(retrier, 'MaxAttempts', 3)) {
    return { index, delay: undefined };
  }
  visit.retries.set(index, used + 1);
  const delay = Math.min(numberIn(retrier, 'IntervalSeconds', 1) * numberIn(retrier, 'BackoffRate', 2) ** used, numberIn(retrier, 'MaxDelaySeconds', Infinity));
  return { index, delay: retrier['JitterStrategy'] === 'FULL' ? delay * visit.run.random() : delay };
}

function numberIn(entry: JsonObject, name: string, usual: number): number {
  const value = entry[name];
  return typeof value === 'number' ? value : usual;
}

/** The way that the first catcher for a failure takes. */
export function* caughtBy(visit: Visit, failure: Failure): Work<(Exit & { readonly index: number }) | undefined> {
  const catchers = entriesOf(visit.field('Catch'));
  const index = catchers.findIndex((each) => matches(each, failure));
  const catcher = catchers[index];
  if (!catcher) {
    return undefined;
  }
  visit.way = wayFrom(visit, visit.state.catchers[index]);
  const next = visit.way?.target;
  if (!next) {
    throw visit.runtime('Failed to transition out of the state. The state does not point to a next state.');
  }
  const error: JsonObject = { Error: failure.error ?? null, Cause: failure.reason ?? (failure.kind === 'timeout' ? '' : null) };
  if (!visit.isJsonata) {
    return { index, output: resultPut(visit, catcher['ResultPath'], error), assigned: assignedByTemplate(visit, catcher['Assign'], error), next };
  }
  const members = { errorOutput: error };
  const assigned = yield* assignedBy(visit, catcher['Assign'], `Catch[${index}]/Assign`, members);
  const output = catcher['Output'];
  return { index, output: output === undefined ? error : yield* visit.evaluated(output, `Catch[${index}]/Output`, members), assigned, next };
}
