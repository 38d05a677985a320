// Retriers and catchers.
import { isList, isObject, type Json, type JsonObject } from '../expressions/value';
import { assignedBy, assignedByTemplate, resultPut } from './data-flow';
import type { Failure } from './failure';
import type { Exit } from './machine';
import type { Work } from './scheduler';
import type { Visit } from './visit';

export type Handled = { readonly is: 'retry' } | { readonly is: 'caught'; readonly exit: Exit };

/** What a state makes of a failure: another attempt, once its time has come, or the way to another state. Throws the failure where it has neither. */
export function* handled(visit: Visit, failure: Failure): Work<Handled> {
  const delay = nextDelay(visit, failure);
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
  const index = entriesOf(visit.field('Catch')).findIndex((catcher) => matches(catcher, failure));
  if (index < 0) {
    throw failure;
  }
  yield* visit.reach('error');
  return { is: 'caught', exit: yield* caught(visit, failure, index) };
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

/** In seconds; `undefined` where no retrier is for it, or the one that is has done what it can. */
function nextDelay(visit: Visit, failure: Failure): number | undefined {
  const retriers = entriesOf(visit.field('Retry'));
  const index = retriers.findIndex((retrier) => matches(retrier, failure));
  const retrier = retriers[index];
  const used = visit.retries.get(index) ?? 0;
  if (!retrier || used >= numberIn(retrier, 'MaxAttempts', 3)) {
    return undefined;
  }
  visit.retries.set(index, used + 1);
  const delay = Math.min(numberIn(retrier, 'IntervalSeconds', 1) * numberIn(retrier, 'BackoffRate', 2) ** used, numberIn(retrier, 'MaxDelaySeconds', Infinity));
  return retrier['JitterStrategy'] === 'FULL' ? delay * visit.run.random() : delay;
}

function numberIn(entry: JsonObject, name: string, usual: number): number {
  const value = entry[name];
  return typeof value === 'number' ? value : usual;
}

function* caught(visit: Visit, failure: Failure, index: number): Work<Exit> {
  const catcher = entriesOf(visit.field('Catch'))[index] ?? {};
  const { Next: name } = catcher;
  const next = typeof name === 'string' ? visit.state.machine.byName.get(name) : undefined;
  if (!next) {
    throw visit.runtime('Failed to transition out of the state. The state does not point to a next state.');
  }
  const error: JsonObject = { Error: failure.error ?? null, Cause: failure.reason ?? (failure.kind === 'timeout' ? '' : null) };
  if (!visit.isJsonata) {
    return { output: resultPut(visit, catcher['ResultPath'], error), assigned: assignedByTemplate(visit, catcher['Assign'], error), next };
  }
  const members = { errorOutput: error };
  const assigned = yield* assignedBy(visit, catcher['Assign'], `Catch[${index}]/Assign`, members);
  const output = catcher['Output'];
  return { output: output === undefined ? error : yield* visit.evaluated(output, `Catch[${index}]/Output`, members), assigned, next };
}
