// What mocks ask for in a debugged run.
import assert from 'node:assert/strict';
import { prepare } from '../../../client/src/debug/launch';
import type { LaunchArguments } from '../../../client/src/debug/messages';
import { Playback } from '../../../client/src/debug/playback';
import { remembering } from '../../../client/src/debug/remembering';
import type { Outcome } from '../../../server/src/simulator/run';

const machine = '{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true } } }';

suite('what mocks ask for', () => {
  async function outcome(args: Partial<LaunchArguments>, mocks = ''): Promise<Outcome | string> {
    const { setup } = await prepare(
      { program: 'a.asl.json', input: { n: 1 }, ...args },
      {
        readFile: async (path) => (path === 'a.asl.json' ? machine : mocks),
        readFolder: async () => undefined,
        mockHelpers: (path) => ({ defaultAnswer: () => 'usual', callHandler: async (handler) => ({ value: `${handler} from ${String(path)}` }) }),
      },
    );
    const playback = new Playback(setup);
    for (;;) {
      const moment = await playback.next();
      if (moment.kind === 'over' || moment.kind === 'asks') {
        return moment.kind === 'over' ? moment.outcome : 'asks';
      }
    }
  }

  test('an answer by default, for one task or for all that have no mock', async () => {
    assert.deepEqual(await outcome({ mocks: 'm.yaml' }, 'mocks: { A: { default: true } }'), { status: 'SUCCEEDED', output: 'usual' });
    assert.deepEqual(await outcome({ defaultAnswers: true }), { status: 'SUCCEEDED', output: 'usual' });
    assert.equal(await outcome({}), 'asks');
  });

  test('a function of one\'s own, from where the mocks are', async () => {
    assert.deepEqual(await outcome({ mocks: 'm.yaml' }, 'mocks: { A: { handler: ./a.mjs#run } }'), { status: 'SUCCEEDED', output: './a.mjs#run from m.yaml' });
  });

  test('its code runs once for each call of a session, however often the run begins anew', async () => {
    let calls = 0;
    const begin = remembering({ callHandler: async () => ({ value: ++calls }) });
    const first = begin();
    assert.deepEqual([await first.callHandler?.('a', 1), await first.callHandler?.('a', 1), await first.callHandler?.('a', 2)], [{ value: 1 }, { value: 2 }, { value: 3 }]);
    const second = begin();
    assert.deepEqual([await second.callHandler?.('a', 1), await second.callHandler?.('a', 1), await second.callHandler?.('a', 3)], [{ value: 1 }, { value: 2 }, { value: 4 }]);
  });
});
