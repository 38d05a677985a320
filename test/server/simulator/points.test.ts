// What a debugger is told of a state, and what it can change there.
import assert from 'node:assert/strict';
import { lower } from '../../../server/src/model/lower';
import { catches } from '../../../server/src/simulator/handlers';
import { run, type Outcome } from '../../../server/src/simulator/run';
import { seeded } from '../../../server/src/simulator/seeded';
import type { Point, Visit } from '../../../server/src/simulator/visit';
import type { Answer } from '../../../server/src/simulator/world';
import { parse } from '../../../server/src/syntax/parse';
import { fails, returns } from '../../support/story';

const task = `{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:train", "End": true,
  "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 1 }], "Catch": [{ "ErrorEquals": ["Broken"], "Next": "Tell" }] }, "Tell": { "Type": "Pass", "End": true } } }`;

suite('the points of a state', () => {
  test('a task is entered, asked, answered and left', async () => {
    const points: string[] = [];
    await look(task, [returns(1)], (point, visit) => points.push(`${point}: ${JSON.stringify([visit.input, visit.result, visit.output])}`));
    assert.deepEqual(points, ['enter: [{},null,null]', 'arguments: [{},null,null]', 'result: [{},1,null]', 'exit: [{},1,1]']);
  });

  test('an input that is changed on entering, and a result that is changed before it is worked on, go on', async () => {
    const given = await look(task, [returns(1)], (point, visit) => {
      if (point === 'result') {
        visit.result = { better: visit.input };
      }
      if (point === 'enter') {
        visit.input = 'changed';
      }
    });
    assert.deepEqual(given, { status: 'SUCCEEDED', output: { better: 'changed' } });
  });

  test('a failure is told with what becomes of it', async () => {
    const fates: string[] = [];
    const note = (point: Point, visit: Visit): void => {
      const { failure } = visit;
      if (point === 'error' && failure) {
        fates.push(`${String(failure.error)}: ${visit.untilRetry === undefined ? (catches(visit, failure) ? 'caught' : 'thrown') : `tried again after ${visit.untilRetry} s`}`);
      }
    };
    await look(task, [fails('Busy'), fails('Broken')], note);
    await look(task, [fails('Other')], note);
    assert.deepEqual(fates, ['Busy: tried again after 1 s', 'Broken: caught', 'Other: thrown']);
  });
});

async function look(definition: string, answers: readonly Answer[], note: (point: Point, visit: Visit) => unknown): Promise<Outcome> {
  const { root } = parse(definition, 'json');
  assert.equal(root?.kind, 'object');
  const left = [...answers];
  const running = run(lower(root), {}, { start: 0, random: seeded(1), points: true, answer: () => left.shift() ?? { is: 'silence' } });
  for (;;) {
    const next = await running.next();
    if (next.done) {
      return next.value;
    }
    if (next.value.kind === 'point') {
      note(next.value.point, next.value.visit);
    }
  }
}
