// Map states whose items have runs of their own.
import { textOf, type Json } from '../expressions/value';
import { processorOf } from '../model/processor';
import { batched, batchingOf } from './item-batcher';
import { readingOf, readItems } from './item-reader';
import { Failure } from './failure';
import { joined } from './join';
import { answered, type Instead } from './instead';
import { inputFor } from './map';
import { amount, count } from './numbers';
import { writeResults, type ChildRun } from './result-writer';
import type { Strand, Work } from './scheduler';
import type { MapItem } from './scope';
import type { Visit } from './visit';

/** So many children run at a time where the state does not say. */
const usuallyAtOnce = 1_000;

/** Runs the children and gives the list of their outputs, or where these were written. */
export function* runDistributed(visit: Visit, input: Json, given: readonly MapItem[] | undefined, concurrency: number): Work<Json> {
  const { run, strand } = visit;
  const tolerated = yield* toleranceOf(visit, input);
  const instead = visit.run.world.instead?.(visit, given?.length);
  if (instead) {
    return yield* standIn(instead, tolerated);
  }
  const reading = given ? undefined : yield* readingOf(visit, input);
  const batching = yield* batchingOf(visit, input);
  const label = textOf(visit.field('Label') ?? visit.run.uuid());
  const machine = strand.execution.options.machineName;
  const { region, account } = run.names;
  const mapRun = `arn:aws:states:${region}:${account}:mapRun:${machine}/${label}:${run.uuid()}`;
  const started = yield* visit.tell('MapRunStarted', { mapRunArn: mapRun });
  try {
    const items = reading ? readItems(visit, reading) : (given ?? []).map((item) => ({ ...item, Source: 'STATE_DATA' }));
    const inputs: Json[] = [];
    for (const item of items) {
      inputs.push(yield* inputFor(visit, input, item));
    }
    const children = yield* runChildren(visit, batched(inputs, batching), { label, machine, atOnce: concurrency || usuallyAtOnce, tolerated });
    const written = yield* writeResults(visit, input, mapRun, children);
    const succeeded = yield* visit.tell('MapRunSucceeded', {}, { previous: started });
    yield* visit.tell('MapStateSucceeded', {}, { previous: succeeded, aside: true });
    strand.cursor = started;
    return written ?? children.filter(({ failure }) => !failure).map(({ output }) => output);
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'runtime' && error.kind !== 'evaluation') {
      yield* visit.tell('MapRunFailed', error.details);
    }
    throw error;
  }
}

/** What is tolerated; a bound that is not stated bounds nothing, and without any no failure is tolerated. */
interface Tolerance {
  readonly count: number;
  readonly percentage: number;
}

/** True where one of the bounds is exceeded. */
export function isExceeded({ count, percentage }: Tolerance, failures: number, total: number): boolean {
  return failures > count || (total > 0 && (failures / total) * 100 > percentage);
}

export function* toleranceOf(visit: Visit, input: Json): Work<Tolerance> {
  const failures = yield* count(visit, { name: 'ToleratedFailureCount', kind: 'integer' }, input);
  const percentage = yield* amount(visit, { name: 'ToleratedFailurePercentage', kind: 'float' }, input);
  if (percentage < 0 || percentage > 100) {
    throw visit.runtime('ToleratedFailurePercentage must be between 0 and 100.');
  }
  const isStated = (name: string): boolean => visit.field(name) !== undefined || visit.field(`${name}Path`) !== undefined;
  const [byCount, byPercentage] = [isStated('ToleratedFailureCount'), isStated('ToleratedFailurePercentage')];
  if (byCount) {
    visit.stages['toleratedFailureCount'] = failures;
  }
  if (byPercentage) {
    visit.stages['toleratedFailurePercentage'] = percentage;
  }
  return { count: byCount || !byPercentage ? failures : Infinity, percentage: byPercentage ? percentage : 100 };
}

export function thresholdExceeded(): Failure {
  return new Failure('States.ExceedToleratedFailureThreshold', 'The specified tolerated failure threshold was exceeded', 'state');
}

/** What somebody else says became of the items. */
function* standIn({ answer, failures = 0, iterations = 0 }: Instead, tolerated: Tolerance): Work<Json> {
  if (answer.is !== 'error' && isExceeded(tolerated, failures, iterations)) {
    throw thresholdExceeded();
  }
  return yield* answered(answer);
}

interface Plan {
  readonly label: string;
  readonly machine: string;
  readonly atOnce: number;
  readonly tolerated: Tolerance;
}

function* runChildren(visit: Visit, inputs: readonly Json[], { label, machine, atOnce, tolerated }: Plan): Work<ChildRun[]> {
  const { run, strand, state } = visit;
  const [processor] = state.machines;
  const { region, account } = run.names;
  const type = processorOf(processor?.node).executionType ?? 'STANDARD';
  const runs: ChildRun[] = [];
  const started = new Map<Strand, { readonly id: string; readonly name: string; readonly start: number }>();
  let next = 0;
  let failures = 0;
  const startNext = (): void => {
    const input = inputs[next];
    if (input === undefined || !processor) {
      return;
    }
    const name = run.uuid();
    const id = `arn:aws:states:${region}:${account}:${type === 'EXPRESS' ? 'express' : 'execution'}:${machine}/${label}:${name}`;
    const options = { id, name, machine: `arn:aws:states:${region}:${account}:stateMachine:${machine}/${label}`, machineName: `${machine}/${label}`, type, parent: strand.execution };
    started.set(run.execute(processor, input, options, strand, next++), { id, name, start: run.now });
  };
  while (next < inputs.length && started.size < atOnce) {
    startNext();
  }
  while (started.size > 0) {
    for (const child of yield* joined(strand)) {
      const about = started.get(child);
      started.delete(child);
      if (about) {
        runs[child.index] = { ...about, stop: run.now, input: inputs[child.index] ?? null, output: child.output, failure: child.failure };
      }
      failures += child.failure ? 1 : 0;
      if (isExceeded(tolerated, failures, inputs.length)) {
        for (const each of strand.children) {
          each.cancel();
        }
        strand.children.clear();
        strand.ended = [];
        throw thresholdExceeded();
      }
      startNext();
    }
  }
  return runs;
}
