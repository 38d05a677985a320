// Whichever way a person steps, the run is the same.
import assert from 'node:assert/strict';
import { seeded } from '../../../server/src/simulator/seeded';
import { DebugClient } from '../../support/debug';

const machine = `{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "StartAt": "Wait",
        "States": {
          "Wait": { "Type": "Wait", "SecondsPath": "$", "Next": "Ask" },
          "Ask": {
            "Type": "Task",
            "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ask",
            "Retry": [{ "ErrorEquals": ["Busy"], "JitterStrategy": "FULL" }],
            "Catch": [{ "ErrorEquals": ["Broken"], "Next": "Sorry" }],
            "End": true
          },
          "Sorry": { "Type": "Pass", "Parameters": { "id.$": "States.UUID()" }, "End": true }
        }
      },
      "ResultPath": "$",
      "Next": "Both"
    },
    "Both": {
      "Type": "Parallel",
      "Branches": [
        { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "Parameters": { "random.$": "States.MathRandom(1, 1000)" }, "End": true } } },
        { "StartAt": "Right", "States": { "Right": { "Type": "Wait", "Seconds": 3, "End": true } } }
      ],
      "End": true
    }
  }
}`;

const mocks = { mocks: { Ask: [{ attempt: 0, throw: { error: 'Busy' } }, { iteration: 1, throw: { error: 'Broken' } }, { echo: true, delay: 2 }] } };

suite('in any order', () => {
  test('steps over, into, out and back end with the same output', async () => {
    const output = (client: DebugClient): string => client.told.slice(client.told.findIndex((line) => line.startsWith('| SUCCEEDED'))).join('\n');
    const straight = await started();
    await straight.until('configurationDone');
    for (let stops = 0; straight.told.at(-1) !== 'ended'; stops++) {
      assert.ok(stops < 5);
      await straight.until('continue', { threadId: 1 });
    }
    assert.match(output(straight), /random/);
    for (let seed = 1; seed <= 20; seed++) {
      const client = await started();
      const random = seeded(seed);
      await client.until('configurationDone');
      for (let count = 0; count < 40 && client.told.at(-1) !== 'ended'; count++) {
        const command = ['next', 'stepIn', 'stepIn', 'stepIn', 'stepOut', 'stepBack', 'reverseContinue'][Math.floor(random() * 7)] ?? '';
        await client.until(command, { threadId: client.stopped?.threadId ?? 1 });
      }
      while (client.told.at(-1) !== 'ended') {
        await client.until('continue', { threadId: 1 });
      }
      assert.equal(output(client), output(straight), `seed ${seed}`);
      assert.deepEqual(client.complaints, []);
    }
  });
});

async function started(): Promise<DebugClient> {
  const client = new DebugClient({ '/project/sample.asl.json': machine, '/project/mocks.json': JSON.stringify(mocks) });
  await client.ask('initialize', { adapterID: 'asl' });
  await client.ask('launch', { program: '/project/sample.asl.json', mocks: '/project/mocks.json', input: [3, 1, 2], stopOnEntry: true });
  return client;
}
