// A run at each of its moments, and what one of its states was given and gave.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { differences } from '../../../client/src/history/difference';
import { eventDetails, visitDetails } from '../../../client/src/history/details';
import { lanesOf } from '../../../client/src/history/lanes';
import { GraphNames, pictureAt } from '../../../client/src/history/moment';
import { rowsOf } from '../../../client/src/history/rows';
import type { Tracker } from '../../../client/src/history/tracker';
import { AslDocument } from '../../../server/src/analysis/document';
import { graph } from '../../../server/src/features/graph/graph';
import { fails, returns } from '../../support/story';
import { services } from '../../support/services';
import { trackerOf } from './samples';

const definition = `{ "StartAt": "Train", "States": {
  "Train": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "train" }, "ResultPath": "$.model", "Retry": [{ "ErrorEquals": ["Busy"] }], "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.why", "Next": "Score" }], "Next": "Score" },
  "Score": { "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "End": true } } }`;

const names = new GraphNames(graph(new AslDocument(definition, 'json', { services }), () => undefined) ?? assert.fail());

/** `Train running (1 retry)`, … of the moment with the first event of that type after `after` others like it. */
function at(tracker: Tracker, type: string, after = 0): string {
  const index = tracker.events.map((event, place) => ({ event, place })).filter(({ event }) => event.type === type)[after]?.place ?? assert.fail(type);
  const { nodes, ways } = pictureAt(tracker, names, index, '', false);
  const told = Object.entries(nodes).map(([id, { status, retries, visits, items, isHere }]) => `${isHere ? '*' : ''}${id} ${status}${retries > 0 ? ` retries ${String(retries)}` : ''}${visits > 1 ? ` visits ${String(visits)}` : ''}${items ? ` items ${String(items.succeeded)}+${String(items.failed)}+${String(items.running)}/${String(items.total)}` : ''}`);
  return [...told, ...ways].join(', ');
}

suite('a run at a moment', () => {
  test('has states that run, have succeeded, were tried again, and a Map that counts its items', async () => {
    const tracker = await trackerOf(definition, { Train: [fails('Busy'), returns(1)] }, { input: { items: [1, 2] } });
    assert.equal(at(tracker, 'ExecutionStarted'), '');
    assert.equal(at(tracker, 'TaskStarted'), '*Train running');
    assert.equal(at(tracker, 'TaskScheduled', 1), '*Train running retries 1');
    assert.equal(at(tracker, 'MapStateEntered'), 'Train succeeded retries 1, *Score running, Train → Score');
    assert.equal(at(tracker, 'PassStateEntered', 1), 'Train succeeded retries 1, Score running items 1+0+1/2, *Score/0/One running visits 2, Train → Score');
    assert.equal(at(tracker, 'ExecutionSucceeded'), 'Train succeeded retries 1, Score succeeded items 2+0+0/2, Score/0/One succeeded visits 2, Train → Score');
  });

  test('goes another way where an error was caught', async () => {
    const tracker = await trackerOf(definition, { Train: [fails('Broken', 'no disk')] }, { input: { items: [] } });
    assert.equal(at(tracker, 'ExecutionSucceeded'), 'Train caught, Score succeeded items 0+0+0/0, Train ⇢ Score');
  });

  test('is told in words, with the time since its start', async () => {
    const tracker = await trackerOf(definition, { Train: [returns(1, { after: 90 })] }, { input: { items: [] } });
    assert.equal(pictureAt(tracker, names, 4, 'x', true).words, 'TaskSucceeded, Train, lambda:invoke, after 1 min 30 s');
  });

  test('of another definition names what that does not have', async () => {
    const tracker = await trackerOf(definition.replaceAll('Train', 'Fit'), { Fit: [returns(1)] }, { input: { items: [] } });
    assert.deepEqual(pictureAt(tracker, names, 99, '', false).unknown, ['Fit']);
  });
});

suite('a visit in all its parts', () => {
  test('what it was given, asked, answered and gave, and what is other in the end', async () => {
    const tracker = await trackerOf(definition, { Train: [fails('Busy', undefined, { after: 2 }), returns({ score: 0.9 })] }, { input: { items: [] } });
    const { title, parts, changes } = visitDetails(tracker.visits[0] ?? assert.fail(), tracker);
    assert.equal(title, 'Train');
    assert.deepEqual(parts.map(({ name, text, note }) => [name, text.replace(/\s+/g, ' '), note].filter((each) => each !== undefined)), [
      ['Input', '{ "items": [] }'],
      ['Arguments', '{ "FunctionName": "train" }', 'lambda:invoke'],
      ['Result', '{ "score": 0.9 }'],
      ['Attempts', '1. Busy after 2 s 2. no failure'],
      ['Output', '{ "items": [], "model": { "score": 0.9 } }'],
    ]);
    assert.deepEqual(changes, { list: [{ path: '$.model', kind: 'added', after: '{"score":0.9}' }], isAll: true });
  });

  test('an error with its cause, unfolded where it is JSON', async () => {
    const tracker = await trackerOf(definition, { Train: [fails('Broken', '{"errorMessage":"no disk"}')] }, { input: { items: [] } });
    assert.equal(visitDetails(tracker.visits[0] ?? assert.fail(), tracker).parts.find(({ kind }) => kind === 'error')?.text, 'Broken\n\n{\n  "errorMessage": "no disk"\n}');
  });

  test('an event alone', async () => {
    const tracker = await trackerOf(definition, { Train: [returns(1)] }, { input: { items: [] } });
    assert.equal(eventDetails(tracker.events[2] ?? assert.fail()).parts[0]?.note, 'Follows event 2.');
  });

  test('differences, key by key', () => {
    assert.deepEqual(differences({ a: 1, b: [1, 2, 3], c: { 'x y': 1 }, same: [{}] }, { a: '1', b: [1, 5], c: { 'x y': null }, same: [{}], d: true }).list, [
      { path: '$.a', kind: 'changed', before: '1', after: '"1"' },
      { path: '$.b[1]', kind: 'changed', before: '2', after: '5' },
      { path: '$.b[2]', kind: 'removed', before: '3' },
      { path: '$.c["x y"]', kind: 'changed', before: '1', after: 'null' },
      { path: '$.d', kind: 'added', after: 'true' },
    ]);
    const many = differences({}, Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${String(index)}`, 1])));
    assert.deepEqual([many.list.length, many.isAll], [500, false]);
    assert.deepEqual(differences([], {}).list, [{ path: '$', kind: 'changed', before: '[]', after: '{}' }]);
  });
});

suite('the lanes of a timeline', () => {
  test('are as many as there are things at once', async () => {
    const lanes = async (atOnce: number): Promise<string[]> => lanesOf(await trackerOf(definition.replace('"MaxConcurrency": 1', `"MaxConcurrency": ${String(atOnce)}`), { Train: [returns(1)] }, { input: { items: [1, 2, 3, 4] } })).rows.map(({ name, depth }) => `${'  '.repeat(depth)}${name}`);
    assert.deepEqual(await lanes(1), ['Run', '  Score 1']);
    assert.deepEqual(await lanes(2), ['Run', '  Score 1', '  Score 2']);
  });

  test('and the rows of 25,000 events are made at once', async () => {
    const tracker = await trackerOf(definition, { Train: [returns(1)] }, { input: { items: Array.from({ length: 6200 }, (_, index) => index) } });
    assert.ok(tracker.events.length > 24_000);
    const { visits, status } = rowsOf(tracker);
    assert.deepEqual([visits.length, status], [6202, 'succeeded']);
  });
});
