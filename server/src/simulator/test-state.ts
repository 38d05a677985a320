// One state by itself, as the service's `TestState` call runs it: with a mock in place of what it calls.
import { isList, isObject, memberOf, parseJson, textOf, type Json, type JsonObject } from '../expressions/value';
import { lower } from '../model/lower';
import type { State, StateMachine } from '../model/machine';
import type { Catalog } from '../services/catalog';
import { parse } from '../syntax/parse';
import { Failure } from './failure';
import { caughtBy, retryFor } from './handlers';
import type { Exit } from './machine';
import { once } from './machine';
import { Run } from './run';
import { Scope } from './scope';
import { seeded } from './seeded';
import type { Work } from './scheduler';
import { lonelyName, refusalOf, stateNotFound, tooManyFailures, type Refusal } from './test-state-refusals';
import { Visit } from './visit';
import type { Answer } from './world';

export interface TestStateCase {
  /** A state, or a machine with `request.stateName`. */
  readonly definition: Json;
  readonly input?: Json;
  /** The rest of the call. */
  readonly request?: Json;
}

export type TestStateResult =
  | Refusal
  | { readonly status: 'SUCCEEDED'; readonly output: Json; readonly nextState?: string; readonly inspectionData: JsonObject }
  | { readonly status: 'FAILED' | 'RETRIABLE'; readonly error?: string; readonly cause?: string; readonly inspectionData: JsonObject }
  | { readonly status: 'CAUGHT_ERROR'; readonly output: Json; readonly error?: string; readonly cause?: string; readonly nextState: string; readonly inspectionData: JsonObject };

/** Runs one state. */
export async function testState({ definition, input = {}, request = {} }: TestStateCase, services?: Catalog): Promise<TestStateResult> {
  const name = memberOf(request, 'stateName');
  const machine = machineOf(definition, name !== undefined);
  const state = machine && stateIn(machine, typeof name === 'string' ? name : lonelyName);
  if (!machine || !state?.type) {
    return state === undefined && name !== undefined ? stateNotFound : { exception: 'InvalidDefinition', message: 'There is no state with a type.' };
  }
  const refused = refusalOf(state, request, services);
  if (refused) {
    return refused;
  }
  const configuration = memberOf(request, 'stateConfiguration') ?? {};
  const given = memberOf(request, 'context');
  const failed = memberOf(configuration, 'mapIterationFailureCount');
  const failures = typeof failed === 'number' ? failed : 0;
  const read = parseJson(textOf(memberOf(configuration, 'mapItemReaderData')));
  let result: TestStateResult | undefined;
  let refusedLater: Refusal | undefined;
  const answer = answerOf(memberOf(request, 'mock'));
  const run = new Run(machine, {
    start: Date.UTC(2025, 0, 1),
    random: seeded(1),
    answer: () => answer,
    workflowType: 'EXPRESS',
    isSynchronous: true,
    instead: (_visit, found) => {
      const iterations = isList(read) ? read.length : found;
      if (iterations !== undefined && failures > iterations) {
        refusedLater = tooManyFailures;
      }
      return { answer, failures, iterations };
    },
    ...(isObject(given) ? { context: () => given } : {}),
  });
  const strand = run.beginWith(input, function* (own): Work<Json> {
    const variables = memberOf(request, 'variables');
    const scope = new Scope(undefined);
    scope.assign(isObject(variables) ? variables : {});
    const visit = new Visit(run, own, scope, state, input, state.type ?? 'Pass');
    visit.enteredId = 2;
    const count = memberOf(configuration, 'retrierRetryCount');
    result = yield* tested(visit, typeof count === 'number' ? count : 0);
    return null;
  });
  for await (const _event of run.scheduler.drive(strand)) {
    // Only the end counts.
  }
  if (strand.failure) {
    throw strand.failure;
  }
  return refusedLater ?? result ?? { exception: 'InvalidDefinition', message: 'The state did not end.' };
}

/** A state alone gets a machine around it, with all that it leads to. */
function machineOf(definition: Json, isMachine: boolean): StateMachine | undefined {
  const whole = isMachine ? definition : { StartAt: lonelyName, States: { ...Object.fromEntries(targetsIn(definition).map((target) => [target, { Type: 'Succeed' }])), [lonelyName]: definition } };
  const { root } = parse(JSON.stringify(whole), 'json');
  return root?.kind === 'object' ? lower(root) : undefined;
}

function targetsIn(state: Json): string[] {
  const lists = ['Choices', 'Catch'].flatMap((list) => {
    const entries = memberOf(state, list);
    return isList(entries) ? entries.map((entry) => memberOf(entry, 'Next')) : [];
  });
  return [memberOf(state, 'Next'), memberOf(state, 'Default'), ...lists].filter((target) => typeof target === 'string');
}

function stateIn(machine: StateMachine, name: string): State | undefined {
  return machine.byName.get(name) ?? machine.states.flatMap(({ machines }) => machines).reduce<State | undefined>((found, inner) => found ?? stateIn(inner, name), undefined);
}

function answerOf(mock: Json | undefined): Answer {
  const failure = memberOf(mock, 'errorOutput');
  if (failure === undefined) {
    return { is: 'result', value: parseJson(textOf(memberOf(mock, 'result'))) ?? null };
  }
  const [error, cause] = [memberOf(failure, 'error'), memberOf(failure, 'cause')];
  return { is: 'error', error: typeof error === 'string' ? error : undefined, cause: typeof cause === 'string' ? cause : undefined };
}

/** @param retried how often the retrier for the failure has been used */
function* tested(visit: Visit, retried: number): Work<TestStateResult> {
  const { stages: inspectionData } = visit;
  try {
    const { output, next, assigned }: Exit = yield* once(visit);
    showVariables(visit, assigned);
    return { status: 'SUCCEEDED', output, ...(next ? { nextState: next.name } : {}), inspectionData };
  } catch (error) {
    if (!(error instanceof Failure)) {
      throw error;
    }
    const { details } = error;
    if (error.kind === 'runtime' || visit.type === 'Fail') {
      return { status: 'FAILED', ...details, inspectionData };
    }
    const first = retryFor(visit, error);
    if (first) {
      visit.retries.set(first.index, retried);
    }
    const retry = retryFor(visit, error);
    if (retry?.delay !== undefined) {
      return { status: 'RETRIABLE', ...details, inspectionData: { ...inspectionData, errorDetails: { retryBackoffIntervalSeconds: retry.delay, retryIndex: retry.index } } };
    }
    const caught = yield* caughtBy(visit, error);
    showVariables(visit, caught?.assigned);
    return caught?.next
      ? { status: 'CAUGHT_ERROR', output: caught.output, ...details, nextState: caught.next.name, inspectionData: { ...inspectionData, errorDetails: { catchIndex: caught.index } } }
      : { status: 'FAILED', ...details, inspectionData: { ...inspectionData, ...(retry ? { errorDetails: { retryIndex: retry.index } } : {}) } };
  }
}

/** The variables that there are once the state is over, those that were sent along too. Source: the service's API reference, `InspectionData`. */
function showVariables({ stages, scope }: Visit, assigned: JsonObject = {}): void {
  const variables = { ...Object.fromEntries(scope.all()), ...assigned };
  if (Object.keys(variables).length > 0) {
    stages['variables'] = variables;
  }
}
