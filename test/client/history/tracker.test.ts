// What became of each state, from the events alone.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { recorded } from '../../../client/src/history/events';
import { Tracker } from '../../../client/src/history/tracker';
import { fails, returns, staysSilent, type Script, type StoryOptions } from '../../support/story';
import { eventsOf, toldOf, trackerOf } from './samples';

async function check(definition: string, script: Script, told: string, options?: StoryOptions): Promise<void> {
  assert.equal(toldOf(await trackerOf(definition, script, options)).join('\n'), told.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n'));
}

const retried = `{ "StartAt": "Train", "States": {
  "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Next": "Save",
    "Retry": [{ "ErrorEquals": ["Busy"] }], "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Clean up" }] },
  "Save": { "Type": "Succeed" }, "Clean up": { "Type": "Fail", "Error": "Gone" } } }`;

suite('a history tells what became of each state', () => {
  test('that succeeded, at once or after it was tried again', async () => {
    await check(retried, { Train: [returns(1)] }, 'Train succeeded\nSave succeeded');
    await check(retried, { Train: [fails('Busy'), fails('Busy'), returns(1)] }, 'Train succeeded after 2 retries\nSave succeeded');
  });

  test('that failed and was caught, and the Fail state that it went to', async () => {
    await check(retried, { Train: [fails('Busy'), fails('Broken')] }, 'Train caught after 1 retry: Broken\nClean up failed');
  });

  test('that ran out of time', async () => {
    await check(`{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 5, "End": true } } }`, { A: [staysSilent] }, 'A timedOut: States.Timeout');
  });

  test('that failed before anything was asked', async () => {
    await check(`{ "StartAt": "A", "States": { "A": { "Type": "Pass", "InputPath": "$.none", "End": true } } }`, {}, 'A failed: States.Runtime');
    await check(`{ "StartAt": "A", "QueryLanguage": "JSONata", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": "{% $nothing %}", "Next": "B", "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "B" }] }, "B": { "Type": "Succeed" } } }`, {}, 'A caught: States.QueryEvaluationError\nB succeeded');
  });

  const map = (more: string, inner: string): string => `{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Next": "Done", ${more} "ItemProcessor": { "StartAt": "One", "States": { "One": ${inner} } } }, "Done": { "Type": "Succeed" } } }`;
  const task = `{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true }`;

  test('in iterations one by one, and at once', async () => {
    const told = 'Score succeeded (2 of 2 items)\nOne succeeded in Score #0\nOne succeeded in Score #1\nDone succeeded';
    await check(map('"MaxConcurrency": 1,', task), { One: [returns(1)] }, told, { input: [1, 2] });
    await check(map('', task), { One: [returns(1)] }, told, { input: [1, 2] });
  });

  test('in iterations of which one fails: the others are given up, and the Map catches it', async () => {
    await check(map('"Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Done" }],', task), { One: [fails('Bad', undefined, { after: 5 }), returns(1, { after: 9 })] },
      'Score caught (0 of 2 items): MapStateFailed\nOne failed in Score #0: Bad\nOne aborted in Score #1\nDone succeeded', { input: [1, 2] });
  });

  test('in a Map that is tried again: the last round counts', async () => {
    await check(map('"Retry": [{ "ErrorEquals": ["States.ALL"] }],', task), { One: [fails('Bad'), returns(1)] },
      'Score succeeded after 1 retry (1 of 1 items)\nOne failed in Score #0: Bad\nOne succeeded in Score #0\nDone succeeded', { input: [1] });
  });

  test('in branches, each named by the state that it begins with', async () => {
    const both = (more: string): string => `{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "Next": "Done", ${more} "Branches": [
      { "StartAt": "L", "States": { "L": ${task} } }, { "StartAt": "R", "States": { "R": { "Type": "Wait", "Seconds": 60, "Next": "R2" }, "R2": { "Type": "Pass", "End": true } } }] }, "Done": { "Type": "Succeed" } } }`;
    await check(both(''), { L: [returns(1)] }, 'Both succeeded\nL succeeded in Both, branch from L\nR succeeded in Both, branch from R\nR2 succeeded in Both, branch from R\nDone succeeded');
    await check(both('"Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Done" }],'), { L: [fails('Bad')] }, 'Both caught: ParallelStateFailed\nL failed in Both, branch from L: Bad\nR aborted in Both, branch from R\nDone succeeded');
    await check(both(''), { L: [fails('Bad')] }, 'Both failed: ParallelStateFailed\nL failed in Both, branch from L: Bad\nR aborted in Both, branch from R');
  });

  test('in Maps inside Maps', async () => {
    const inner = `{ "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Deep", "States": { "Deep": ${task} } } }`;
    await check(map('"Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Done" }],', inner), { Deep: [returns(1), fails('Bad')] },
      `Score caught (0 of 1 items): MapStateFailed
       One failed (1 of 2 items) in Score #0: MapStateFailed
       Deep succeeded in Score #0 › One #0
       Deep failed in Score #0 › One #1: Bad
       Done succeeded`, { input: [[1, 2]] });
  });

  test('in the runs that a distributed Map starts, where their events are told too', async () => {
    const definition = map('', task).replace('"ItemProcessor": {', '"ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },');
    await check(definition, { One: [returns(1)] }, 'Score succeeded (2 of 2 items)\nOne succeeded in Score #0\nOne succeeded in Score #1\nDone succeeded', { input: [1, 2] });
  });

  test('of a run that is taken up again after it failed', async () => {
    const events = (await eventsOf(retried.replace(/"Retry".*\n/, '"End": true },\n').replace('"Next": "Save",', ''), { Train: [fails('Broken')] })).map(recorded);
    const more = (id: number, previousEventId: number, type: string, details = {}) => ({ ...recorded({ kind: 'history', execution: events[0]?.execution ?? '', id, previousEventId, type: 'ExecutionStarted', timestamp: 0, details }), type });
    const last = events.length;
    const again = [more(last + 1, last, 'ExecutionRedriven'), more(last + 2, last - 1, 'TaskScheduled'), more(last + 3, last + 2, 'TaskSucceeded'), more(last + 4, last + 3, 'TaskStateExited', { name: 'Train' })];
    assert.deepEqual(toldOf(new Tracker([...events, ...again])), ['Train succeeded after 1 retry']);
  });

  test('as far as it has come', async () => {
    const events = (await eventsOf(retried, { Train: [returns(1)] })).map(recorded);
    assert.deepEqual(toldOf(new Tracker(events.slice(0, 4))), ['Train running']);
  });
});
