// One case of a file with mocks, run and held against what it expects.
import type { Json } from '../../expressions/value';
import type { Reference, State, StateMachine } from '../../model/machine';
import { statePath } from '../../model/state-path';
import type { Failure } from '../failure';
import { awsMocks, isAwsMocks } from '../mocks/aws';
import { casesIn, mocksFrom } from '../mocks/file';
import { MockMistake } from '../mocks/mistake';
import { MissingMock, type MockHelpers } from '../mocks/mocks';
import { run, type Outcome, type RunEvent } from '../run';
import { seeded } from '../seeded';
import type { World } from '../world';
import { judge, type Problem } from './judge';

/** When the run of every case starts. */
export const startOfCases = Date.UTC(2025, 0, 1);

export interface TestCase {
  /** As it is called where one is chosen. */
  readonly name: string;
  readonly input: Json | undefined;
  /** `null` where the file has no way to say it. */
  readonly expected: Json | undefined;
}

export interface CaseReport {
  readonly name: string;
  /** What is not as expected; empty where all is. */
  readonly problems: readonly Problem[];
  /** `undefined` where the run could not go on to its end: a task without a mock, or a mistake in a mock. */
  readonly outcome: Outcome | undefined;
  /** Where the run failed, or stood when it could not go on; `undefined` where it succeeded. */
  readonly stoppedAt: State | undefined;
  /** How often each state was entered, and each way from one state to the next gone. */
  readonly entered: ReadonlyMap<State, number>;
  readonly taken: ReadonlyMap<Reference, number>;
}

/** What there is around a case. */
export type Around = MockHelpers & Pick<World, 'machine' | 'objects'>;

/**
 * The cases of a file with mocks, in their order.
 *
 * @param machine of AWS's file, the machine whose cases are meant
 */
export function testCasesIn(file: Json, machine?: string): TestCase[] {
  if (isAwsMocks(file)) {
    return (awsMocks(file).machines.get(machine ?? '') ?? []).map((name) => ({ name: `${machine ?? ''}#${name}`, input: undefined, expected: null }));
  }
  return [...casesIn(file)].map(([name, { input, expected }]) => ({ name, input, expected }));
}

/**
 * Runs a case, and tells all that happens on the way. Every case starts from the same seed, whatever ran before it.
 *
 * @param around what mocks can ask for, without which `default` and `handler` are refused; what is in buckets; and the machines that tasks start
 */
export async function* runTestCase(machine: StateMachine, file: Json, { name, input, expected }: TestCase, { objects, machine: started, ...helpers }: Around = {}): AsyncGenerator<RunEvent, CaseReport, undefined> {
  const random = seeded(1);
  const seen = new Seen();
  try {
    const answer = mocksFrom(file, name, random, startOfCases, 'its name', helpers);
    const running = run(machine, input ?? {}, { start: startOfCases, random, answer, points: true, ...(objects && { objects }), ...(started && { machine: started }) });
    for (;;) {
      const next = await running.next();
      if (next.done) {
        const outcome = next.value;
        return { name, outcome, problems: judge(outcome, seen.path, expected), ...seen.counts, stoppedAt: outcome.status === 'SUCCEEDED' ? undefined : seen.failedAt };
      }
      seen.add(next.value);
      yield next.value;
    }
  } catch (error) {
    if (error instanceof MissingMock) {
      const { path, state } = error.call;
      return { name, outcome: undefined, problems: [{ message: `${error.message} Say what it gives under "mocks": ${JSON.stringify(state)}: { return: … }` }], ...seen.counts, stoppedAt: seen.at(path) };
    }
    if (error instanceof MockMistake) {
      return { name, outcome: undefined, problems: [{ message: error.message }], ...seen.counts, stoppedAt: seen.last };
    }
    throw error;
  }
}

/** What has been seen of a run so far. */
class Seen {
  /** The states of the machine itself that were entered. */
  readonly path: string[] = [];
  readonly counts = { entered: new Map<State, number>(), taken: new Map<Reference, number>() };
  /** The state that was entered last. */
  last: State | undefined;
  /** Where the last failure arose. */
  failedAt: State | undefined;
  private failure: Failure | undefined;

  add(event: RunEvent): void {
    if (event.kind !== 'point') {
      return;
    }
    const { state, strand, failure, way } = event.visit;
    switch (event.point) {
      case 'enter':
        this.last = state;
        count(this.counts.entered, state);
        if (!strand.parent) {
          this.path.push(state.name);
        }
        break;
      case 'error':
        // It comes past the states around, too.
        if (failure !== this.failure) {
          this.failure = failure;
          this.failedAt = state;
        }
        break;
      case 'exit':
        if (way) {
          count(this.counts.taken, way);
        }
    }
  }

  /** The state behind its name and those of the states around it, among those that were entered. */
  at(path: readonly string[]): State | undefined {
    return [...this.counts.entered.keys()].find((state) => statePath(state).join('/') === path.join('/'));
  }
}

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
