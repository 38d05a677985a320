// The states of one scope, one after the other, from its start to its end.
import type { Json } from '../expressions/value';
import type { State, StateMachine } from '../model/machine';
import type { StateType } from '../spec/state-types';
import { choose } from './choice';
import { finish } from './data-flow';
import { fail } from './fail';
import { Failure } from './failure';
import { handled, type Handled } from './handlers';
import { runMap } from './map';
import { runParallel } from './parallel';
import type { Run } from './run';
import type { Strand, Work } from './scheduler';
import type { Scope } from './scope';
import { runTask } from './task';
import { Visit } from './visit';
import { wait } from './wait';

/** What a state hands on, and where to; `next` is `undefined` at the end. */
export interface Exit {
  readonly output: Json;
  readonly assigned?: Readonly<Record<string, Json>> | undefined;
  readonly next: State | undefined;
}

/** Runs a scope and gives the output of its last state. Throws the `Failure` that nothing in it caught. */
export function* runMachine(run: Run, strand: Strand, machine: StateMachine, scope: Scope, input: Json): Work<Json> {
  const first = machine.startAt?.target;
  if (!first) {
    throw new Failure('States.Runtime', 'The state machine does not start at any of its states.', 'runtime');
  }
  let exit: Exit = { output: input, next: first };
  while (exit.next) {
    exit = yield* runState(run, strand, scope, exit.next, exit.output);
  }
  return exit.output;
}

function* runState(run: Run, strand: Strand, scope: Scope, state: State, input: Json): Work<Exit> {
  const { type } = state;
  run.count();
  if (!type) {
    throw new Failure('States.Runtime', `The state '${state.name}' has no type.`, 'runtime');
  }
  const visit = new Visit(run, strand, scope, state, input, type);
  visit.enteredId = yield* visit.tell(`${type}StateEntered`, { name: state.name, input });
  strand.visit = visit;
  yield* visit.reach('enter');
  let exit: Exit;
  try {
    run.checkSize(input, state.name);
    exit = yield* work(visit);
    run.checkSize(exit.output, state.name);
  } catch (error) {
    if (error instanceof Failure) {
      yield* tellEvaluation(visit, error);
      visit.failure = error;
      visit.untilRetry = undefined;
      yield* visit.reach('error');
    }
    throw error;
  }
  const { output, assigned } = exit;
  if (assigned) {
    scope.assign(assigned);
  }
  visit.output = output;
  yield* visit.reach('exit');
  if (type !== 'Fail') {
    yield* visit.tell(`${type}StateExited`, { name: state.name, output, ...(assigned ? { assignedVariables: assigned } : {}) });
  }
  strand.visit = undefined;
  return exit;
}

/** Failed expressions have an event of their own, which follows what the state itself followed. */
function* tellEvaluation(visit: Visit, failure: Failure): Work<void> {
  const { kind, error, reason, location } = failure;
  if (kind === 'evaluation' && !failure.isTold) {
    failure.isTold = true;
    yield* visit.tell('EvaluationFailed', { error: error ?? '', cause: reason ?? '', ...(location === undefined ? {} : { location }), state: visit.name }, { previous: visit.evaluationFollows });
  }
}

/** What a state does, but for its retriers and catchers. */
export function* once(visit: Visit): Work<Exit> {
  const attempt = attempts[visit.type];
  return attempt ? yield* finish(visit, yield* attempt(visit)) : yield* work(visit);
}

const attempts: Partial<Record<StateType, (visit: Visit) => Work<Json>>> = { Task: runTask, Parallel: runParallel, Map: runMap };

function* work(visit: Visit): Work<Exit> {
  switch (visit.type) {
    case 'Pass':
    case 'Succeed':
      return yield* finish(visit, undefined);
    case 'Choice':
      return yield* choose(visit);
    case 'Wait':
      yield* wait(visit);
      return yield* finish(visit, undefined);
    case 'Fail':
      return yield* fail(visit);
    case 'Task':
      return yield* withHandlers(visit, runTask);
    case 'Parallel':
      return yield* withHandlers(visit, runParallel);
    case 'Map':
      return yield* withHandlers(visit, runMap);
  }
}

/** Tries again, or goes where a catcher says, as long as the failure is one that a machine can handle. */
function* withHandlers(visit: Visit, attempt: (visit: Visit) => Work<Json>): Work<Exit> {
  for (;;) {
    try {
      const result = yield* attempt(visit);
      return yield* finish(visit, result);
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'runtime') {
        throw error;
      }
      yield* tellEvaluation(visit, error);
      const what: Handled = yield* handled(visit, error);
      if (what.is === 'caught') {
        return what.exit;
      }
    }
  }
}
