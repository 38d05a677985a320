// Recorded executions: AWS wrote these histories. Every event finds its state, and what became of each is what the definition and the end of the
// run say too.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'mocha';
import { pictureAt, GraphNames } from '../../../client/src/history/moment';
import { readHistory } from '../../../client/src/history/read';
import { rowsOf } from '../../../client/src/history/rows';
import { Tracker } from '../../../client/src/history/tracker';
import { AslDocument } from '../../../server/src/analysis/document';
import type { Json } from '../../../server/src/expressions/value';
import { graph } from '../../../server/src/features/graph/graph';
import { awsEvent } from '../../../server/src/simulator/aws-history';
import type { EventType } from '../../../server/src/simulator/history';
import { corpusFolder, jsonFiles } from '../../support/corpus';
import { services } from '../../support/services';

interface Recorded {
  readonly definition: Json;
  readonly expected: { readonly status: string; readonly events?: readonly ({ readonly id: number | readonly [0]; readonly prev: number; readonly type: EventType } & Readonly<Record<string, Json>>)[] };
  readonly orderedEvents?: boolean;
}

suite('recorded executions', function () {
  this.timeout(60_000);

  test('are understood event by event', function () {
    const folder = corpusFolder();
    if (folder === undefined) {
      this.skip();
    }
    let histories = 0;
    for (const file of jsonFiles(join(folder, 'executions'))) {
      const { definition, expected, orderedEvents } = JSON.parse(readFileSync(join(folder, 'executions', file), 'utf8')) as Recorded;
      if (!expected.events) {
        continue;
      }
      histories++;
      const events = expected.events.map(({ id, prev, type, ...details }) => ({ kind: 'history' as const, execution: '', id: Number(id), previousEventId: prev, type, timestamp: 0, details }));
      const read = readHistory(JSON.stringify({ events: events.map(awsEvent) }));
      if (typeof read === 'string') {
        assert.fail(`${file}: ${read}`);
      }
      const tracker = new Tracker(read.events);
      // With numbers blanked inside a Parallel state nobody can tell more than how many states there were.
      const isNumbered = orderedEvents !== false;
      const { visits, visitOf } = tracker;
      // As many visits as were entered; every one comes to an end with the run, and each event but those of the run has a state.
      assert.equal(visits.length, events.filter(({ type }) => type.endsWith('StateEntered')).length, file);
      if (!isNumbered) {
        continue;
      }
      assert.deepEqual(visits.filter(({ ended }) => ended === undefined).map(({ name }) => name), [], file);
      assert.deepEqual(events.filter(({ type }, at) => !type.startsWith('Execution') && !visitOf[at]).map(({ type }) => type), [], file);
      for (const [at, { type, details }] of events.entries()) {
        if (typeof details['name'] === 'string') {
          assert.equal(visitOf[at]?.name, details['name'], `${file}: ${type}`);
        }
      }
      assert.equal(rowsOf(tracker).status.toUpperCase(), expected.status === 'TIMED_OUT' ? 'TIMEDOUT' : expected.status, file);
      // A run fails where a state of its own fails, and only there.
      const outermost = visits.filter(({ strand }) => !strand.owner);
      assert.equal(outermost.some(({ status }) => status === 'failed' || status === 'timedOut'), expected.status !== 'SUCCEEDED', file);
      assert.deepEqual(outermost.filter(({ status }) => status === 'aborted').map(({ name }) => name), [], file);
      // Whatever was left was left well, or an error was caught.
      for (const visit of visits) {
        const left = visit.ended !== undefined && events[visit.ended]?.type.endsWith('StateExited');
        assert.equal(visit.status === 'succeeded' || visit.status === 'caught', left, `${file}: ${visit.name} ${visit.status}`);
      }
      // Each state is one of the definition's, at every moment.
      const drawn = graph(new AslDocument(JSON.stringify(definition), 'json', { services }), () => undefined);
      assert.ok(drawn, file);
      const names = new GraphNames(drawn);
      for (const at of events.keys()) {
        const picture = pictureAt(tracker, names, at, '', false);
        assert.deepEqual(picture.unknown, [], file);
        assert.equal(Object.values(picture.nodes).some(({ isHere }) => isHere), visitOf[at] !== undefined, file);
      }
    }
    assert.ok(histories > 200);
  });
});
