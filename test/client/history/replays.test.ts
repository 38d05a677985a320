// Recorded executions, replayed: what AWS's histories tell is enough to run them again, and they go the same ways.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { answersOf, insteadOf } from '../../../client/src/history/answers';
import { Comparison } from '../../../client/src/history/comparison';
import { recorded } from '../../../client/src/history/events';
import { readHistory } from '../../../client/src/history/read';
import { Tracker } from '../../../client/src/history/tracker';
import type { Json } from '../../../server/src/expressions/value';
import { lower } from '../../../server/src/model/lower';
import { statePath } from '../../../server/src/model/state-path';
import { awsEvent } from '../../../server/src/simulator/aws-history';
import type { EventType } from '../../../server/src/simulator/history';
import { MissingMock } from '../../../server/src/simulator/mocks/mocks';
import { recordedMocks } from '../../../server/src/simulator/mocks/recorded';
import { run } from '../../../server/src/simulator/run';
import { seeded } from '../../../server/src/simulator/seeded';
import { parse } from '../../../server/src/syntax/parse';
import { corpusFolder, jsonFiles } from '../../support/corpus';

interface Recorded {
  readonly definition: Json;
  readonly input: Json;
  readonly type: string;
  readonly placeholders: readonly string[];
  readonly tasksWithoutResult?: readonly string[];
  readonly orderedEvents?: boolean;
  readonly expected: { readonly status: string; readonly events?: readonly ({ readonly id: number; readonly prev: number; readonly type: EventType } & Readonly<Record<string, Json>>)[] };
}

/** What is not as recorded; `undefined` where the history is none that tells all. */
async function troubles({ definition, input, expected, orderedEvents, tasksWithoutResult, type }: Recorded): Promise<string[] | undefined> {
  if (!expected.events || orderedEvents === false || tasksWithoutResult) {
    return undefined;
  }
  const events = expected.events.map(({ id, prev, type: name, ...details }) => ({ kind: 'history' as const, execution: '', id, previousEventId: prev, type: name, timestamp: 0, details }));
  const history = readHistory(JSON.stringify({ events: events.map(awsEvent) }));
  const { root } = parse(JSON.stringify(definition), 'json');
  if (typeof history === 'string' || root?.kind !== 'object') {
    return undefined;
  }
  const recording = new Tracker(history.events);
  const comparison = new Comparison(recording);
  const running = run(lower(root), input, {
    start: Date.UTC(2025, 0, 1),
    random: seeded(1),
    workflowType: type === 'EXPRESS' ? 'EXPRESS' : 'STANDARD',
    answer: recordedMocks(answersOf(recording)),
    instead: ({ state, scope, fields }) => insteadOf(recording, statePath(state), scope.item?.Index, fields['ResultPath']),
  });
  const found: string[] = [];
  try {
    for (let next = await running.next(); !next.done; next = await running.next()) {
      const trouble = next.value.kind === 'history' ? comparison.add(recorded(next.value)) : undefined;
      found.push(...(trouble === undefined ? [] : [trouble]));
    }
  } catch (error) {
    if (!(error instanceof MissingMock)) {
      throw error;
    }
    found.push(error.message);
  }
  return found;
}

suite('recorded executions, replayed', function () {
  this.timeout(60_000);

  test('go the same ways, and nearly all give the same', async function () {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    const others: string[] = [];
    let replayed = 0;
    let same = 0;
    for (const file of jsonFiles(join(folder, 'executions'))) {
      const found = await troubles(JSON.parse(readFileSync(join(folder, 'executions', file), 'utf8')) as Recorded);
      if (found) {
        replayed++;
        same += found.length === 0 ? 1 : 0;
        others.push(...found.map((each) => `${file}: ${each}`));
      }
    }
    assert.ok(replayed > 200);
    assert.deepEqual(others.filter((each) => !each.includes('gave another output')), []);
    // Names, times and chance, for which the recordings have words of their own.
    assert.ok(same / replayed > 0.94, `${String(same)} of ${String(replayed)}\n${others.join('\n')}`);
  });
});
