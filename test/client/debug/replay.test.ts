// A recorded run, run again in the debugger: its tasks answer what they answered then, and what comes out otherwise is told.
import { suite, test } from 'mocha';
import { checkDebugging } from '../../support/debug';
import { fails, returns, staysSilent, type Script, type StoryOptions } from '../../support/story';
import { asAwsPrints, eventsOf } from '../history/samples';

async function replay(definition: string, script: Script, transcript: string, { as = definition, change = (text) => text, ...options }: StoryOptions & { as?: string; change?: (text: string) => string } = {}): Promise<void> {
  const text = change(asAwsPrints(await eventsOf(definition, script, options)));
  await checkDebugging(as, { history: '/project/run.json', files: { '/project/run.json': text } }, transcript);
}

const task = (more: string): string => `{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", ${more} }`;
const retried = `{ "StartAt": "Train", "States": {
  "Train": ${task('"Retry": [{ "ErrorEquals": ["Busy"], "JitterStrategy": "NONE" }], "Catch": [{ "ErrorEquals": ["Broken"], "Next": "Tell" }], "Next": "Save"')},
  "Save": ${task('"End": true')},
  "Tell": { "Type": "Pass", "End": true } } }`;

suite('a replay', () => {
  test('retries, takes its time and ends as recorded', async () => {
    await replay(retried, { Train: [fails('Busy', 'later', { after: 4 }), returns({ model: 7 }, { after: 90 })], Save: [returns('saved')] }, `
      > break Save
      > start
      | 4 s passed in "Train".
      | 1 s passed before "Train" is tried again.
      | 1 min 30 s passed in "Train".
      stopped (breakpoint) in Save (Task):3
      > show Input
      model = 7  ($.model)
      > continue
      | SUCCEEDED "saved"
      | The replay came out as recorded.
      ended
    `, { input: { run: 7 } });
  });

  test('of a failure that was caught goes the same way', async () => {
    await replay(retried, { Train: [fails('Broken', 'no disk')] }, `
      > start
      | SUCCEEDED {
      |   "Error": "Broken",
      |   "Cause": "no disk"
      | }
      | The replay came out as recorded.
      ended
    `);
  });

  test('answers each item as its own was answered, and a task that ran out of time with nothing', async () => {
    const map = `{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "One", "States": { "One": ${task('"TimeoutSeconds": 60, "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Late" }], "End": true')}, "Late": { "Type": "Pass", "Result": "late", "End": true } } } } } }`;
    await replay(map, { One: [returns('slow', { after: 9 }), returns('quick', { after: 2 }), staysSilent] }, `
      > start
      | 2 s passed in "One".
      | 9 s passed in "One".
      | 1 min passed in "One".
      | SUCCEEDED [
      |   "slow",
      |   "quick",
      |   "late"
      | ]
      | The replay came out as recorded.
      ended
    `, { input: [1, 2, 3] });
  });

  test('of a machine that was changed since tells where it goes another way', async () => {
    await replay(retried, { Train: [returns({ model: 7 })], Save: [returns('saved')] }, `
      > start
      | The replay is not as recorded: it goes to "Tell", where "Save" was recorded.
      | SUCCEEDED {
      |   "model": 7
      | }
      ended
    `, { as: retried.replace('"Next": "Save"', '"Next": "Tell"') });
  });

  test('tells what came out otherwise, by its place', async () => {
    await replay(retried, { Train: [fails('Broken', 'no disk')] }, `
      > start
      | The replay is not as recorded: "Train" gave another output. At $.why it is {"Error":"Broken","Cause":"no disk"}, and was not there.
      | The replay is not as recorded: "Tell" gave another output. At $.why it is {"Error":"Broken","Cause":"no disk"}, and was not there.
      | SUCCEEDED {
      |   "run": 7,
      |   "why": {
      |     "Error": "Broken",
      |     "Cause": "no disk"
      |   }
      | }
      ended
    `, { input: { run: 7 }, as: retried.replace('"Next": "Tell"', '"ResultPath": "$.why", "Next": "Tell"'), change: (text) => text.replaceAll(String.raw`{\"Error\":\"Broken\",\"Cause\":\"no disk\"}`, String.raw`{\"run\":7}`) });
  });

  test('tells what it told once when one goes back and forth', async () => {
    await replay(retried, { Train: [returns({ model: 7 })], Save: [returns('saved')] }, `
      > break Tell
      > start
      | The replay is not as recorded: it goes to "Tell", where "Save" was recorded.
      stopped (breakpoint) in Tell (Pass):4
      > step back
      stopped (step) in Train (Task):2
      > continue
      stopped (breakpoint) in Tell (Pass):4
      > continue
      | SUCCEEDED {
      |   "model": 7
      | }
      ended
    `, { as: retried.replace('"Next": "Save"', '"Next": "Tell"') });
  });

  test('asks the person for what the recording does not have', async () => {
    await replay(`{ "StartAt": "Tell", "States": { "Tell": { "Type": "Pass", "End": true } } }`, {}, `
      > start
      | The replay is not as recorded: it goes to "Save", where "Tell" was recorded.
      | No mock answers "Save" (arn:aws:states:::lambda:invoke). Type .return {…} or .throw Error cause here to go on.
      stopped (pause) in Save (Task):1  No mock answers "Save".
      > answer .return 1
      | SUCCEEDED 1
      ended
    `, { as: `{ "StartAt": "Save", "States": { "Save": ${task('"End": true')} } }` });
  });

  test('gives what a distributed Map gave, of whose inside a history tells nothing', async () => {
    const map = `{ "StartAt": "All", "States": { "All": { "Type": "Map", "ResultPath": "$.scores", "ItemsPath": "$.rows", "End": true, "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": ${task('"End": true')} } } } } }`;
    await replay(map, { One: [returns(0.5)] }, `
      > start
      | SUCCEEDED {
      |   "rows": [
      |     1,
      |     2
      |   ],
      |   "scores": [
      |     0.5,
      |     0.5
      |   ]
      | }
      | The replay came out as recorded.
      ended
    `, { input: { rows: [1, 2] } });
  });

  test('says why it cannot be', async () => {
    const refused = async (text: string, message: string): Promise<void> => {
      const { rejects } = await import('node:assert/strict');
      await rejects(checkDebugging(retried, { history: '/project/run.json', files: { '/project/run.json': text } }, ''), { message });
    };
    await refused('{}', 'No events of an execution are in this file. A history is what "aws stepfunctions get-execution-history --output json" prints.');
    await refused('{ "events": [{ "id": 2, "previousEventId": 0, "type": "PassStateEntered" }] }', 'The history does not tell what the run was started with: its first event is missing. Without it nothing can be replayed.');
    await refused('{ "events": [{ "id": 1, "previousEventId": 0, "type": "ExecutionStarted", "executionStartedEventDetails": { "input": "{", "inputDetails": { "truncated": true } } }] }', 'The history does not tell all of the input: AWS has cut it off. Without it nothing can be replayed.');
  });
});
