import assert from 'node:assert/strict';
import { checkStory, fails, machineOf, outcomeOf, returns, runStory, staysSilent } from '../../support/story';

const both = (left: string, right: string, more = '"End": true'): string => `{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", ${more}, "Branches": [
  { "StartAt": "Left", "States": { "Left": ${left} } }, { "StartAt": "Right", "States": { "Right": ${right} } }] },
  "After": { "Type": "Pass", "End": true } } }`;
const task = '{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true }';

suite('parallel branches', () => {
  test('each gets the same input, and the results stand in the order of the branches', async () => {
    await checkStory(both(task, task), { Left: [returns('left', { after: 9 })], Right: [returns('right', { after: 1 })] }, `
      entered Both
      entered Left
      entered Right
      succeeded with ["left","right"]
    `);
  });

  test('all run on one clock', async () => {
    const { events } = await runStory(both('{ "Type": "Wait", "Seconds": 10, "End": true }', '{ "Type": "Wait", "Seconds": 7, "End": true }'));
    const [first, last] = [events[0], events.at(-1)];
    assert.ok(first?.kind === 'history' && last?.kind === 'history');
    assert.equal(last.timestamp - first.timestamp, 10_000);
  });

  test('the first failure ends the others', async () => {
    const { events, outcome } = await runStory(both(task, '{ "Type": "Wait", "Seconds": 10, "End": true }'), { Left: [fails('Broken', 'very')] });
    assert.deepEqual(outcome, { status: 'FAILED', error: 'Broken', cause: 'very' });
    assert.deepEqual(events.flatMap((event) => (event.kind === 'history' ? [`${event.type} < ${event.previousEventId}`] : [])), [
      'ExecutionStarted < 0', 'ParallelStateEntered < 0', 'ParallelStateStarted < 2', 'TaskStateEntered < 3', 'TaskScheduled < 4', 'WaitStateEntered < 3',
      'TaskStarted < 5', 'TaskFailed < 7', 'TaskStateAborted < 8', 'WaitStateAborted < 8', 'ParallelStateFailed < 8', 'ExecutionFailed < 11',
    ]);
  });

  test('an expression that fails is told once, however much is around it', async () => {
    const bad = '{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $nothing %}", "End": true }';
    const inner = `{ "Type": "Parallel", "End": true, "Branches": [{ "StartAt": "Bad", "States": { "Bad": ${bad} } }] }`;
    const { events } = await runStory(machineOf(`{ "Type": "Parallel", "End": true, "Branches": [{ "StartAt": "Inner", "States": { "Inner": ${inner} } }] }`));
    assert.deepEqual(events.flatMap((event) => (event.kind === 'history' ? [`${event.type} < ${event.previousEventId}`] : [])), [
      'ExecutionStarted < 0', 'ParallelStateEntered < 0', 'ParallelStateStarted < 2', 'ParallelStateEntered < 3', 'ParallelStateStarted < 4', 'PassStateEntered < 5',
      'EvaluationFailed < 5', 'ParallelStateFailed < 7', 'ParallelStateFailed < 8', 'ExecutionFailed < 9',
    ]);
  });

  test('a branch is its own world: variables of it are gone when it ends', async () => {
    const assign = '{ "Type": "Pass", "Assign": { "inner.$": "$outer" }, "Parameters": { "seen.$": "$outer" }, "End": true }';
    const machine = (look: string): string => `{ "StartAt": "Set", "States": {
      "Set": { "Type": "Pass", "Assign": { "outer": 1 }, "Next": "Both" },
      "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "A", "States": { "A": ${assign} } }, { "StartAt": "B", "States": { "B": ${assign} } }], "Next": "Look" },
      "Look": { "Type": "Pass", "Parameters": { "x.$": "${look}" }, "End": true } } }`;
    assert.deepEqual(await outcomeOf(machine('$')), { status: 'SUCCEEDED', output: { x: [{ seen: 1 }, { seen: 1 }] } });
    assert.equal((await outcomeOf(machine('$inner'))).status, 'FAILED');
  });

  test('States.Runtime in a branch ends the whole run, whatever is caught around it', async () => {
    const outcome = await outcomeOf(both('{ "Type": "Pass", "InputPath": "$.missing", "End": true }', '{ "Type": "Succeed" }', '"End": true, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "After" }]'));
    assert.equal(outcome.status === 'FAILED' && outcome.error, 'States.Runtime');
  });

  test('a Fail state in a branch can be caught, and retried', async () => {
    await checkStory(
      both('{ "Type": "Fail", "Error": "Oh" }', task, '"End": true, "Retry": [{ "ErrorEquals": ["Oh"], "MaxAttempts": 1 }], "Catch": [{ "ErrorEquals": ["Oh"], "Next": "After" }]'),
      { Right: [staysSilent] },
      `
        entered Both
        entered Left
        entered Right
        waited 1 s
        entered Both
        entered Left
        entered Right
        entered After
        succeeded with {"Error":"Oh","Cause":null}
      `,
    );
  });
});
