// A run with answers that were made up, to see how far it comes with them, and what the states had before them where it did not go well.
import type { Json } from '../../expressions/value';
import type { State, StateMachine } from '../../model/machine';
import type { Failure } from '../../simulator/failure';
import { run, type Outcome } from '../../simulator/run';
import { seeded } from '../../simulator/seeded';
import type { Visit } from '../../simulator/visit';
import type { ObjectStore, TaskCall } from '../../simulator/world';

/** What tasks answer, by the path of their state, and what the run is started with. */
export interface Answers {
  readonly input: Json;
  readonly tasks: ReadonlyMap<string, Json>;
}

/** What a state could read when something was decided in it, or went wrong. */
export interface Moment {
  readonly state: State;
  readonly isError: boolean;
  /** What `$` may be, the input last. */
  readonly roots: readonly Json[];
  readonly result: Json | undefined;
  /** What the run was started with. */
  readonly runInput: Json;
  readonly variables: ReadonlyMap<string, Json>;
}

export interface Trial {
  readonly answers: Answers;
  readonly outcome: Outcome;
  /** Errors first, in their order, then the choices, the last first. */
  readonly moments: readonly Moment[];
  /** The tasks that were asked, the last first. */
  readonly asked: readonly string[];
  /** How many events it went well for: up to the first error, or up to the last choice where it ended badly without one. */
  readonly progress: number;
  /** What was read from buckets: `bucket/key`. */
  readonly objects: readonly string[];
}

/** Whether all went well: no state failed, not even one whose failure was caught. */
export function isFine({ outcome, moments }: Trial): boolean {
  return outcome.status === 'SUCCEEDED' && !moments.some(({ isError }) => isError);
}

/** A machine that waits for something in a loop enters more states than this only if it never comes. */
const mostStates = 400;

export async function tryAnswers(machine: StateMachine, answers: Answers): Promise<Trial> {
  const errors: Moment[] = [];
  const choices: Moment[] = [];
  const asked: string[] = [];
  const seen = new Set<Failure>();
  const objects = new Set<string>();
  let events = 0;
  let atError: number | undefined;
  let atChoice: number | undefined;
  const answer = ({ path }: TaskCall) => {
    const key = path.join('/');
    asked.unshift(key);
    return { is: 'result', value: answers.tasks.get(key) ?? {} } as const;
  };
  const running = run(machine, answers.input, { start: Date.UTC(2025, 0, 1), random: seeded(1), answer, objects: bucketsSeen(objects), points: true, limits: { states: mostStates, events: mostStates * 10 } });
  for (;;) {
    const next = await running.next();
    if (next.done) {
      const progress = atError ?? (next.value.status === 'SUCCEEDED' ? events : (atChoice ?? events));
      return { answers, outcome: next.value, moments: [...errors, ...choices], asked: [...new Set(asked)], progress, objects: [...objects] };
    }
    events++;
    if (next.value.kind === 'point') {
      const { point, visit } = next.value;
      const { failure, type } = visit;
      // A failure comes past the states around, too; and one that a Fail state means is no mistake.
      if (point === 'error' && failure && !seen.has(failure) && type !== 'Fail') {
        seen.add(failure);
        atError ??= events;
        errors.push(momentOf(visit, answers, true));
      } else if (point === 'exit' && type === 'Choice') {
        atChoice = events;
        const again = choices.findIndex(({ state }) => state === visit.state);
        if (again >= 0) {
          choices.splice(again, 1);
        }
        choices.unshift(momentOf(visit, answers, false));
      }
    }
  }
}

/** Buckets in which whatever is asked for has an item, and that remember what it was. */
function bucketsSeen(seen: Set<string>): ObjectStore {
  return {
    read(bucket, key) {
      seen.add(`${bucket}/${key}`);
      return /\.csv$/.test(key) ? 'id,value\n1,2\n' : /\.jsonl$/.test(key) ? '{"id": 1}\n' : /manifest/.test(key) ? undefined : '[{"id": 1}]';
    },
    list(bucket, prefix) {
      seen.add(`${bucket}/${prefix}`);
      return [{ key: `${prefix}1.json`, size: 1 }];
    },
  };
}

function momentOf({ state, input, result, stages, scope }: Visit, answers: Answers, isError: boolean): Moment {
  const roots = [result, stages['afterResultSelector'], stages['afterInputPath'], input].filter((root) => root !== undefined);
  return { state, isError, roots, result, runInput: answers.input, variables: new Map(scope.all()) };
}
