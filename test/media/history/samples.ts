// Histories for the tests of the page, as AWS would print them.
import { fails, returns } from '../../support/story';
import { asAwsPrints, eventsOf } from '../../client/history/samples';

const definition = `{ "StartAt": "Load", "States": {
  "Load": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "load" }, "ResultPath": "$.rows", "Next": "Score",
    "Retry": [{ "ErrorEquals": ["Busy"] }] },
  "Score": { "Type": "Map", "ItemsPath": "$.rows", "ResultPath": "$.scores", "MaxConcurrency": 2, "Next": "Train",
    "ItemProcessor": { "StartAt": "One", "States": { "One": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } } } },
  "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.failure", "Next": "Tell" }], "Next": "Done" },
  "Tell": { "Type": "Pass", "Next": "Done" },
  "Done": { "Type": "Succeed" } } }`;

/** A task that is tried again, a Map of four items, and an error that is caught. */
export async function training(items = 4): Promise<string> {
  const rows = Array.from({ length: items }, (_, index) => ({ row: index }));
  return asAwsPrints(await eventsOf(definition, { Load: [fails('Busy', 'come back later', { after: 2 }), returns(rows, { after: 1 })], One: [returns(0.5, { after: 3 })], Train: [fails('States.TaskFailed', '{"Status":"Failed","Reason":"no disk"}', { after: 5400 })] }, { input: { run: 7 } }));
}
