// One case of a file with mocks, run and held against what it expects.
import { isObject, isSame, memberOf, textOf, type Json } from '../../expressions/value';
import type { State, StateMachine } from '../../model/machine';
import { MissingMock } from '../../simulator/mocks/mocks';
import { MockMistake } from '../../simulator/mocks/scripted';
import { run, type Outcome } from '../../simulator/run';
import { seeded } from '../../simulator/seeded';
import type { MockCase } from '../../simulator/mocks/file';
import { mocksFrom } from '../run/mocks';

export interface CaseReport {
  readonly name: string;
  /** What is not as expected, a line each; empty where all is. */
  readonly problems: readonly string[];
  /** The states that were entered, and what led from one to the next. */
  readonly entered: ReadonlySet<State>;
  readonly took: ReadonlySet<string>;
}

/** Runs a case. Every case starts from the same seed, whatever ran before it. */
export async function runTestCase(machine: StateMachine, file: Json, name: string, { input, expected }: MockCase): Promise<CaseReport> {
  const start = Date.UTC(2025, 0, 1);
  const random = seeded(1);
  const entered = new Set<State>();
  const took = new Set<string>();
  const path: string[] = [];
  const before = new Map<object, State>();
  const running = run(machine, input ?? {}, { start, random, answer: mocksFrom(file, name, random, start), points: true });
  try {
    for (;;) {
      const next = await running.next();
      if (next.done) {
        return { name, problems: problemsOf(next.value, path, expected), entered, took };
      }
      if (next.value.kind === 'point' && next.value.point === 'enter') {
        const { state, strand } = next.value.visit;
        entered.add(state);
        const last = before.get(strand);
        if (last) {
          took.add(transition(last, state));
        }
        before.set(strand, state);
        if (!strand.parent) {
          path.push(state.name);
        }
      }
    }
  } catch (error) {
    if (error instanceof MissingMock || error instanceof MockMistake) {
      return { name, problems: [error.message], entered, took };
    }
    throw error;
  }
}

export function transition(from: State, to: State): string {
  return `${from.name} → ${to.name}`;
}

function problemsOf(outcome: Outcome, path: readonly string[], expected: Json | undefined): string[] {
  const wanted = isObject(expected) ? expected : {};
  const failed = wanted['error'] !== undefined || wanted['cause'] !== undefined;
  const actual: Readonly<Record<string, Json | undefined>> = {
    status: outcome.status,
    output: outcome.status === 'SUCCEEDED' ? outcome.output : undefined,
    error: outcome.status === 'SUCCEEDED' ? undefined : outcome.error,
    cause: outcome.status === 'SUCCEEDED' ? undefined : outcome.cause,
    path,
  };
  return Object.entries({ status: failed ? 'FAILED' : 'SUCCEEDED', ...wanted }).flatMap(([aspect, value]) => {
    if (!Object.hasOwn(actual, aspect)) {
      return [`"${aspect}" can't be expected; status, output, error, cause and path can.`];
    }
    const found = actual[aspect];
    const reason = aspect === 'status' && outcome.status !== 'SUCCEEDED' ? ` (${textOf(memberOf({ ...outcome }, 'error'))}: ${textOf(memberOf({ ...outcome }, 'cause'))})` : '';
    return found !== undefined && isSame(found, value) ? [] : [`${aspect} is ${found === undefined ? 'not there' : JSON.stringify(found)}${reason}, and not ${JSON.stringify(value)}`];
  });
}
