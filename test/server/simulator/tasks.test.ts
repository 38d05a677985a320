import assert from 'node:assert/strict';
import { checkStory, echo, fails, machineOf, outcomeOf, returns, runStory, staysSilent } from '../../support/story';

const pay = (more: string): string => `{ "StartAt": "Pay", "States": { "Pay": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", ${more} }, "Sorry": { "Type": "Pass", "End": true } } }`;

suite('tasks', () => {
  test('what a task gives goes on', async () => {
    await checkStory(
      pay('"Parameters": { "FunctionName": "pay", "Payload.$": "$.order" }, "ResultSelector": { "paid.$": "$.Payload" }, "ResultPath": "$.receipt", "End": true'),
      { Pay: [(call) => ({ is: 'result', value: { Payload: call.arguments } })] },
      `
        entered Pay
        succeeded with {"order":7,"receipt":{"paid":{"FunctionName":"pay","Payload":7}}}
      `,
      { input: { order: 7 } },
    );
  });

  test('waits longer before each retry', async () => {
    await checkStory(
      pay('"End": true, "Retry": [{ "ErrorEquals": ["Busy"], "IntervalSeconds": 2, "BackoffRate": 3 }]'),
      { Pay: [fails('Busy'), fails('Busy'), returns('paid')] },
      `
        entered Pay
        Pay failed: Busy
        waited 2 s
        entered Pay
        Pay failed: Busy
        waited 6 s
        entered Pay
        succeeded with "paid"
      `,
    );
  });

  test('but no longer than MaxDelaySeconds', async () => {
    const { events } = await runStory(pay('"End": true, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 5, "BackoffRate": 10, "MaxDelaySeconds": 20, "MaxAttempts": 3 }]'), { Pay: [fails('Busy')] });
    assert.deepEqual(events.flatMap((event) => (event.kind === 'waited' ? [event.seconds] : [])), [5, 20, 20]);
  });

  test('with full jitter somewhere before that, the same in each run', async () => {
    const jittered = pay('"End": true, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 100, "MaxAttempts": 2, "JitterStrategy": "FULL" }]');
    const waits = async (): Promise<number[]> => (await runStory(jittered, { Pay: [fails('Busy')] })).events.flatMap((event) => (event.kind === 'waited' ? [event.seconds] : []));
    const [first = NaN, second = NaN] = await waits();
    assert.ok(first > 0 && first < 100 && second > 0 && second < 200);
    assert.deepEqual(await waits(), [first, second]);
  });

  test('each retrier counts for itself, and the first that fits decides', async () => {
    await checkStory(
      pay('"End": true, "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 1 }, { "ErrorEquals": ["Down"], "MaxAttempts": 1 }]'),
      { Pay: [fails('Busy'), fails('Down'), fails('Busy', 'again')] },
      `
        entered Pay
        Pay failed: Busy
        waited 1 s
        entered Pay
        Pay failed: Down
        waited 1 s
        entered Pay
        Pay failed: Busy, again
        failed: Busy, again
      `,
    );
  });

  test('a catcher gets the error beside the input', async () => {
    await checkStory(
      pay('"End": true, "Catch": [{ "ErrorEquals": ["Declined"], "ResultPath": "$.error", "Next": "Sorry" }]'),
      { Pay: [fails('Declined', '{"why":"poor"}')] },
      `
        entered Pay
        Pay failed: Declined, {"why":"poor"}
        entered Sorry
        succeeded with {"order":7,"error":{"Error":"Declined","Cause":"{\\"why\\":\\"poor\\"}"}}
      `,
      { input: { order: 7 } },
    );
  });

  test('States.TaskFailed is for every error but a timeout', async () => {
    const catching = pay('"TimeoutSeconds": 5, "End": true, "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "Sorry" }]');
    assert.equal((await outcomeOf(catching, { Pay: [fails('Declined')] })).status, 'SUCCEEDED');
    assert.deepEqual(await outcomeOf(catching, { Pay: [staysSilent] }), { status: 'FAILED', error: 'States.Timeout' });
  });

  test('a timeout passes on the clock of the run', async () => {
    const { events, outcome } = await runStory(pay('"TimeoutSeconds": 3600, "End": true'), { Pay: [returns('late', { after: 3601 })] });
    assert.deepEqual(outcome, { status: 'FAILED', error: 'States.Timeout' });
    const [first, last] = [events[0], events.at(-1)];
    assert.ok(first?.kind === 'history' && last?.kind === 'history');
    assert.equal(last.timestamp - first.timestamp, 3_600_000);
  });

  test('a heartbeat that stays away is a timeout too, with a name of its own for catchers', async () => {
    const waiting = `{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 10, "TimeoutSeconds": 100, "End": true,
      "Catch": [{ "ErrorEquals": ["States.HeartbeatTimeout"], "Next": "Sorry" }] }, "Sorry": { "Type": "Pass", "Result": "sorry", "End": true } } }`;
    await checkStory(waiting, { Ask: [returns('yes', { after: 25, heartbeats: [8, 16] })] }, `
      entered Ask
      Ask waits for its result
      succeeded with "yes"
    `);
    await checkStory(waiting, { Ask: [returns('yes', { after: 27, heartbeats: [8, 16] })] }, `
      entered Ask
      Ask waits for its result
      Ask timed out
      entered Sorry
      succeeded with "sorry"
    `);
  });

  test('the token is in the context, another one each time', async () => {
    const tokens: unknown[] = [];
    const ask = '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": { "Token.$": "$$.Task.Token" }, "End": true, "Retry": [{ "ErrorEquals": ["No"] }] } } }';
    await outcomeOf(ask, { Ask: [(call) => (tokens.push(call.arguments), fails('No')), (call) => (tokens.push(call.arguments), returns('yes'))] });
    assert.equal(new Set(tokens.map((token) => JSON.stringify(token))).size, 2);
    assert.match(JSON.stringify(tokens), /^\[\{"Token":"[0-9a-f]{32}"\}/);
  });

  test('parameters are worked out anew for each attempt', async () => {
    const counted = pay('"Parameters": { "attempt.$": "$$.State.RetryCount" }, "End": true, "Retry": [{ "ErrorEquals": ["Busy"] }]');
    assert.deepEqual(await outcomeOf(counted, { Pay: [fails('Busy'), echo] }), { status: 'SUCCEEDED', output: { attempt: 1 } });
  });

  test('a result that is too large can be caught, an output that is can not', async () => {
    const large = 'x'.repeat(300_000);
    const blamed = "The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit.";
    assert.deepEqual(await outcomeOf(pay('"End": true, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Sorry" }]'), { Pay: [returns(large)] }), {
      status: 'SUCCEEDED',
      output: { Error: 'States.DataLimitExceeded', Cause: blamed },
    });
    const twice = `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "a.$": "$", "b.$": "$" }, "End": true } } }`;
    const outcome = await outcomeOf(twice, {}, { input: 'x'.repeat(200_000) });
    assert.equal(outcome.status === 'FAILED' && outcome.error, 'States.DataLimitExceeded');
  });

  test('an input that is too large is the failure of the state that it enters', async () => {
    await checkStory(machineOf('{ "Type": "Pass", "Result": "small", "End": true }'), {}, `
      entered A
      failed: States.DataLimitExceeded, The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit.
    `, { input: 'x'.repeat(300_000) });
  });

  test('nothing handles States.Runtime, whatever it lists', async () => {
    await checkStory(
      pay('"Parameters": { "x.$": "$.missing" }, "End": true, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "Catch": [{ "ErrorEquals": ["States.Runtime", "States.ALL"], "Next": "Sorry" }]'),
      {},
      `
        entered Pay
        failed: States.Runtime, An error occurred while executing the state 'Pay' (entered at the event id #2). The JSONPath '$.missing' specified for the field 'x.$' could not be found in the input '{}'
      `,
    );
  });

  test('a nested run is run, where its machine is at hand', async () => {
    const inner = `{ "StartAt": "Double", "States": { "Double": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.n * 2 %}", "End": true } } }`;
    const outer = `{ "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:111111111111:stateMachine:Inner", "Input": { "n": 21 } }, "OutputPath": "$.Output", "End": true } } }`;
    const { parse } = await import('../../../server/src/syntax/parse');
    const { lower } = await import('../../../server/src/model/lower');
    const { root } = parse(inner, 'json');
    assert.equal(root?.kind, 'object');
    const machine = lower(root);
    assert.deepEqual(await outcomeOf(outer, {}, { machine: () => machine }), { status: 'SUCCEEDED', output: 42 });
  });
});
