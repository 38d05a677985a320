// One case, run to its end: a definition, an input and mocks in the form of recorded runs, and what came of it in the same form.
import { isList, isObject, memberOf, textOf, type Json } from '../expressions/value';
import { lower } from '../model/lower';
import { parse } from '../syntax/parse';
import type { EventType, HistoryEvent } from './history';
import { MissingMock } from './mocks/mocks';
import { recordedMocks } from './mocks/recorded';
import { run } from './run';
import { seeded } from './seeded';
import { storeOf } from './object-store';
import type { ObjectStore, World } from './world';

export interface Case {
  readonly id?: string;
  readonly definition: Json;
  readonly input?: Json;
  readonly type?: string;
  readonly mocks?: Json;
  readonly environment?: Json;
}

export interface CaseResult {
  readonly id: string | undefined;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly FlatEvent[];
}

/** An event with its details beside its number. */
export type FlatEvent = { readonly id: number; readonly prev: number; readonly type: EventType } & Readonly<Record<string, Json>>;

/** Runs a case. A task without a mock ends it with an error of our own, which no machine can catch. */
export async function runCase({ id, definition, input = {}, type, mocks = {}, environment = null }: Case, world: Partial<World> = {}): Promise<CaseResult> {
  const events: FlatEvent[] = [];
  const tree = parse(JSON.stringify(definition), 'json');
  if (tree.root?.kind !== 'object') {
    return { id, status: 'FAILED', error: 'Stepwise.InvalidDefinition', cause: 'The definition is no object.', events };
  }
  const running = run(lower(tree.root), input, {
    start: Date.UTC(2025, 0, 1),
    random: seeded(1),
    answer: recordedMocks(mocks),
    objects: bucketsOf(environment),
    workflowType: type === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    ...world,
  });
  let root: string | undefined;
  try {
    for (;;) {
      const next = await running.next();
      if (next.done) {
        return { id, ...next.value, events };
      }
      if (next.value.kind === 'history') {
        root ??= next.value.execution;
        if (next.value.execution === root) {
          events.push(flat(next.value));
        }
      }
    }
  } catch (error) {
    if (error instanceof MissingMock) {
      return { id, status: 'FAILED', error: 'Stepwise.MissingMock', cause: error.message, events };
    }
    throw error;
  }
}

export function flat({ id, previousEventId, type, details }: HistoryEvent): FlatEvent {
  return { ...details, id, prev: previousEventId, type };
}

/** Buckets from a list of objects: `{ "s3Objects": [{ "Bucket", "Key", "Body" }] }`. */
function bucketsOf(environment: Json): ObjectStore {
  const given = memberOf(environment, 's3Objects');
  return storeOf((isList(given) ? given : []).filter((each) => isObject(each)).map((each) => ({ bucket: textOf(each['Bucket']), key: textOf(each['Key']), body: textOf(each['Body']) })));
}
