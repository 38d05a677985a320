import assert from 'node:assert/strict';
import type { Json } from '../../../server/src/expressions/value';
import { awsMocks } from '../../../server/src/simulator/mocks/aws';
import { recordedMocks } from '../../../server/src/simulator/mocks/recorded';
import { scriptedMocks } from '../../../server/src/simulator/mocks/scripted';
import type { TaskCall } from '../../../server/src/simulator/world';

const call = (more: Partial<TaskCall> = {}): TaskCall => ({ state: 'Charge', path: ['Each', 'Charge'], resource: 'r', arguments: { amount: 5 }, input: {}, attempt: 0, iteration: undefined, token: undefined, ...more });

suite('mocks', () => {
  test('of AWS\'s own tool: attempts are counted over all visits', () => {
    const mocks = awsMocks({
      StateMachines: { Order: { TestCases: { Later: { Charge: 'Later' } } } },
      MockedResponses: { Later: { '0-1': { Throw: { Error: 'Busy', Cause: 'wait' } }, '2': { Return: 'ok' } } },
    }).mocks('Order', 'Later');
    assert.ok(mocks);
    assert.deepEqual([mocks(call()), mocks(call()), mocks(call())], [
      { is: 'error', error: 'Busy', cause: 'wait' },
      { is: 'error', error: 'Busy', cause: 'wait' },
      { is: 'result', value: 'ok' },
    ]);
    assert.throws(() => mocks(call()), /No mock answers the task "Each\/Charge" at attempt 3: "Later" has no more\./);
    assert.throws(() => mocks(call({ state: 'Other', path: ['Other'] })), /No mock answers the task "Other"\./);
  });

  test('as recorded: each once, by iteration and parameters where several run at once', () => {
    const answer = (output: Json, more: Record<string, Json>): Json => ({ outcome: 'TaskSucceeded', output, ...more });
    const mocks = recordedMocks({ Charge: [answer('b', { iteration: 1 }), answer('x', { iteration: 0, parameters: 1 }), answer('y', { iteration: 0, parameters: 2 })] });
    const value = (iteration: number, parameters: Json): unknown => (mocks(call({ iteration, arguments: parameters })) as { value: unknown }).value;
    assert.deepEqual([value(0, 2), value(0, 2), value(1, 0)], ['y', 'x', 'b']);
    assert.throws(() => value(0, 0), /any more/);
  });

  test('beside a definition: the first rule that fits', async () => {
    const mocks = scriptedMocks(
      [
        { 'Each/Charge': { attempt: '0-1', iteration: 1, throw: { error: 'Busy' }, delay: 2 } },
        { Charge: [{ when: '{% $arguments.amount > 100 %}', timeout: true }, { return: { paid: '{% $arguments.amount * 2 %}' } }] },
      ],
      () => 0.5,
      0,
    );
    assert.deepEqual(await mocks(call({ iteration: 1, attempt: 1 })), { is: 'error', error: 'Busy', cause: undefined, after: 2 });
    assert.deepEqual(await mocks(call({ iteration: 1, attempt: 2 })), { is: 'result', value: { paid: 10 } });
    assert.deepEqual(await mocks(call({ arguments: { amount: 101 } })), { is: 'silence' });
    await assert.rejects(mocks(call({ state: 'Other', path: ['Other'] })), /No mock answers the task "Other"\./);
  });

  test('a mistake in a mock is told, and is no failure of the run', async () => {
    const mocks = scriptedMocks([{ Charge: { return: '{% $nothing %}' }, Empty: [{ delay: 1 }] }], () => 0.5, 0);
    await assert.rejects(mocks(call()), /A mock of "Charge" can't be worked out: \{% \$nothing %\} gives nothing\./);
    await assert.rejects(mocks(call({ state: 'Empty', path: ['Empty'] })), /A mock of "Empty" says nothing to answer/);
  });
});
