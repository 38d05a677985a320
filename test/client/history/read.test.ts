// Histories in all the forms in which people have them.
import assert from 'node:assert/strict';
import { suite, suiteSetup, test } from 'mocha';
import { payloadOf } from '../../../client/src/history/events';
import { eventsOfRun, looksLikeHistory, readHistory, type ReadHistory } from '../../../client/src/history/read';
import { Tracker } from '../../../client/src/history/tracker';
import type { Json, JsonObject } from '../../../server/src/expressions/value';
import { awsEvent } from '../../../server/src/simulator/aws-history';
import type { HistoryEvent } from '../../../server/src/simulator/history';
import { fails, returns } from '../../support/story';
import { asAwsPrints, eventsOf, toldOf } from './samples';

const definition = `{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{ "ErrorEquals": ["Busy"] }], "Next": "Done" }, "Done": { "Type": "Succeed" } } }`;
const told = ['Train succeeded after 1 retry', 'Done succeeded'];
let recordedEvents: HistoryEvent[];
let printed: JsonObject[];

function read(text: string): ReadHistory {
  const found = readHistory(text);
  return typeof found === 'string' ? assert.fail(found) : found;
}

/** The text says the same run, wholly. */
function check(text: string): void {
  const found = read(text);
  assert.deepEqual(found.notes, []);
  assert.deepEqual(toldOf(new Tracker(found.events)), told);
  assert.equal(found.events[0]?.timestamp, Date.UTC(2025, 0, 1));
  assert.deepEqual(found.events[0] && payloadOf(found.events[0], 'input'), { text: '{"run":7}', value: { run: 7 }, isCut: false });
  assert.ok(looksLikeHistory(text));
}

const map = (change: (event: JsonObject) => unknown): string => JSON.stringify({ events: printed.map(change) });
const big = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
const withBigNames = (value: Json): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).map(([name, each]) => [big(name), withBigNames(each)])) : value);

suite('a history is read', () => {
  suiteSetup(async () => {
    recordedEvents = await eventsOf(definition, { Train: [fails('Busy'), returns({ score: 0.9 })] }, { input: { run: 7 } });
    printed = recordedEvents.map(awsEvent);
  });

  test('as the command line prints it, with times as texts or as numbers', () => {
    check(asAwsPrints(recordedEvents));
    check(map((event) => ({ ...event, timestamp: Date.parse(String(event['timestamp'])) / 1000 })));
    check(map((event) => ({ ...event, timestamp: String(event['timestamp']).replace('Z', '+00:00').replace('T', ' ') })));
  });

  test('as the console exports it: the events alone', () => check(JSON.stringify(printed)));

  test('as PowerShell and .NET write it', () => check(JSON.stringify(withBigNames({ events: [] })).replace('[]', JSON.stringify(printed.map(withBigNames)))));

  test('in pages: in a list, or one behind the other, with an event in two of them', () => {
    const pages = [{ events: printed.slice(0, 4), nextToken: 'more' }, { events: printed.slice(3) }];
    check(JSON.stringify(pages));
    check(pages.map((page) => JSON.stringify(page, undefined, 2)).join('\n'));
  });

  test('the last event first', () => check(JSON.stringify({ events: [...printed].reverse() })));

  test('as Express workflows log it: lines, and what CloudWatch makes of them', () => {
    const lines = recordedEvents.map((event) => {
      const { type, id, previousEventId, timestamp: _time, ...details } = awsEvent(event);
      return JSON.stringify({ id: String(id), type, details: Object.values(details)[0] ?? {}, previous_event_id: String(previousEventId), event_timestamp: String(event.timestamp), execution_arn: 'arn:aws:states:us-east-1:111122223333:express:Train:a:b' });
    });
    check(lines.join('\n'));
    check(JSON.stringify({ events: lines.map((message, at) => ({ logStreamName: 's', timestamp: at, message })) }));
    check(JSON.stringify(lines.map((line) => ({ '@timestamp': '2025-01-01 00:00:00.000', '@message': JSON.parse(line) as unknown }))));
    check(JSON.stringify({ results: lines.map((value) => [{ field: '@message', value }, { field: '@ptr', value: 'x' }]) }));
  });

  test('of several runs in one log each by itself, with the children of a distributed Map', () => {
    const arn = (name: string): string => `arn:aws:states:us-east-1:111122223333:execution:${name}`;
    const all = [arn('Train:one'), arn('Train/Label:child'), arn('Train:two')].flatMap((execution_arn) => printed.map((event) => ({ ...event, execution_arn })));
    const found = read(JSON.stringify(all));
    assert.deepEqual(found.runs, [arn('Train:one'), arn('Train:two')]);
    assert.equal(eventsOfRun(found, arn('Train:two')).filter(({ execution }) => execution === arn('Train:two')).length, printed.length);
    assert.equal(eventsOfRun(found, arn('Train:two')).some(({ execution }) => execution === arn('Train:one')), false);
  });

  test('as far as it goes, and what is missing is told', () => {
    assert.deepEqual(read(JSON.stringify({ events: printed.slice(0, 3), nextToken: 'more' })).notes, ['The history goes on: the file ends with a nextToken, and later pages are not in it.']);
    assert.deepEqual(read(JSON.stringify([...printed.slice(0, 2), ...printed.slice(4)])).notes, ['Events 3 to 4 are missing.']);
    for (const text of [asAwsPrints(recordedEvents), JSON.stringify(printed)]) {
      const cut = read(text.slice(0, -200));
      assert.deepEqual(cut.notes, ['The file ends in the middle of an event. What stands before it is shown.']);
      assert.deepEqual(toldOf(new Tracker(cut.events)).slice(0, 1), told.slice(0, 1));
    }
  });

  test('with a long output before the events, as stepwise run writes it', () => {
    check(JSON.stringify({ status: 'SUCCEEDED', output: 'long '.repeat(10_000), events: printed }));
  });

  test('with an input that AWS has cut off', () => {
    const found = read(map((event) => ({ ...event, ...(event['executionStartedEventDetails'] ? { executionStartedEventDetails: { input: '{"run', inputDetails: { truncated: true } } } : {}) })));
    assert.deepEqual(found.events[0] && payloadOf(found.events[0], 'input'), { text: '{"run', isCut: true });
  });

  test('and what is none says what would be one', () => {
    for (const text of ['', 'no JSON', '{"StartAt":"A"}', '[1, 2]', 'null', '{"events":[]}', '{"events":[{"id":1}]}', '{"events":[{"type":"X","id":"one","previousEventId":0}]}']) {
      const trouble = readHistory(text);
      assert.match(typeof trouble === 'string' ? trouble : '', /get-execution-history --output json/, text);
      assert.equal(looksLikeHistory(text), false);
    }
  });

  test('whatever is wrong with the links', () => {
    for (const id of [0, 1, 5, 99]) {
      const tracker = new Tracker(read(map((event) => ({ ...event, previousEventId: id }))).events);
      assert.deepEqual(tracker.visits.map(({ name, ended }) => [name, ended !== undefined]), [['Train', true], ['Done', true]]);
    }
  });
});
