// Going to any event of a run, and another way from there.
import { checkDebugging } from '../../support/debug';

const order = `{
  "StartAt": "Charge",
  "States": {
    "Charge": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "charge" }, "ResultPath": "$.charged", "Next": "Paid?" },
    "Paid?": { "Type": "Choice", "Choices": [{ "Variable": "$.charged", "BooleanEquals": true, "Next": "Ship" }], "Default": "Refuse" },
    "Ship": { "Type": "Pass", "End": true },
    "Refuse": { "Type": "Fail", "Error": "NoCard" }
  }
}`;
const mocks = { Charge: { return: true } };

suite('seeking', () => {
  test('back to an event, to what lies ahead, and another way from there', async () => {
    await checkDebugging(order, { mocks, stopAt: 'Ship' }, `
      > start
      stopped (goto) in Ship (Pass):6
      > events
      1 ExecutionStarted
      2 TaskStateEntered Charge
      3 TaskScheduled Charge
      4 TaskStarted Charge
      5 TaskSucceeded Charge
      6 TaskStateExited Charge
      7 ChoiceStateEntered Paid?
      8 ChoiceStateExited Paid?
      9 PassStateEntered Ship
      > seek 5
      stopped (goto) in Charge (Task):4
      > seek 7
      stopped (goto) in Paid? (Choice):5
      > seek 5
      stopped (goto) in Charge (Task):4
      > set Result value = false
      > events
      1 ExecutionStarted
      2 TaskStateEntered Charge
      3 TaskScheduled Charge
      4 TaskStarted Charge
      5 TaskSucceeded Charge
      > continue
      stopped (exception) in Refuse (Fail):7  NoCard
      > continue
      | FAILED NoCard
      ended
    `);
  });

  test('without a change the run comes out as it did', async () => {
    await checkDebugging(order, { mocks, stopAt: 'Ship' }, `
      > start
      stopped (goto) in Ship (Pass):6
      > seek 1
      stopped (goto) in Charge (Task):4
      > continue
      | SUCCEEDED {
      |   "charged": true
      | }
      ended
    `);
  });

  test('a state that is never entered', async () => {
    await checkDebugging(order, { mocks, stopAt: 'Refuse' }, `
      > start
      | The run never came to "Refuse".
      | SUCCEEDED {
      |   "charged": true
      | }
      ended
    `);
  });

  test('the last values of each state are told where the run stands still, and at its end', async () => {
    await checkDebugging(order, { mocks: { Charge: [{ attempt: 0, return: false }] }, input: { order: 7 } }, `
      > start
      stopped (exception) in Refuse (Fail):7  NoCard
      > values
      Charge: {"order":7} -> {"order":7,"charged":false}
      Paid?: {"order":7,"charged":false} -> {"order":7,"charged":false}
      Refuse: {"order":7,"charged":false} !! {"Error":"NoCard","Cause":null}
      > step back
      stopped (step) in Refuse (Fail):7
      > step back
      stopped (step) in Paid? (Choice):5
      > values
      Charge: {"order":7} -> {"order":7,"charged":false}
      Paid?: {"order":7,"charged":false}
    `);
  });
});
