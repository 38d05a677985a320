// What is shown of a state, what can be asked, and what can be changed.
import { checkDebugging } from '../../support/debug';

const jsonata = `{
  "QueryLanguage": "JSONata",
  "StartAt": "Set",
  "States": {
    "Set": {
      "Type": "Pass",
      "Assign": { "rate": "{% $states.input.rate * 2 %}", "names": ["a", "b"] },
      "Next": "Train"
    },
    "Train": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:train",
      "Arguments": { "rate": "{% $rate %}" },
      "Output": "{% { 'model': $states.result.id, 'rate': $rate } %}",
      "End": true
    }
  }
}`;

const path = `{
  "StartAt": "Train",
  "States": {
    "Train": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:train",
      "Parameters": { "rate.$": "$.rate" },
      "ResultPath": "$.model",
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}`;

suite('values', () => {
  test('are shown under names that can be asked', async () => {
    await checkDebugging(jsonata, { input: { 'rate': 1, 'a b': { deep: [true, null] } }, mocks: { Train: [{ outcome: 'TaskSucceeded', output: { id: 'm' } }] } }, `
      > break Train
      > start
      stopped (breakpoint) in Train (Task):10
      > scopes
      Input, Variables, Retries, Context
      > show Input
      rate = 1  ($states.input.rate)
      a b = {"deep":[true,null]}  ($states.input.\`a b\`)
      > show Input/a b/deep
      0 = true  ($states.input.\`a b\`.deep[0])
      1 = null  ($states.input.\`a b\`.deep[1])
      > evaluate $states.input.\`a b\`.deep[0]
      = true
      > show Variables
      rate = 2  ($rate)
      names = ["a","b"]  ($names)
      > show Context/State
      Name = "Train"  ($states.context.State.Name)
      EnteredTime = "2025-01-01T00:00:00.000Z"  ($states.context.State.EnteredTime)
      RetryCount = 0  ($states.context.State.RetryCount)
      > show Retries
      attempt = 1
    `);
  });

  test('are asked in the language of the state', async () => {
    await checkDebugging(jsonata, { input: { rate: 1 } }, `
      > break Train
      > start
      stopped (breakpoint) in Train (Task):10
      > evaluate $rate + $states.input.rate
      = 3
      > evaluate $missing
      refused: nothing (undefined)
      > evaluate $rate +
      refused: S0207: Unexpected end of expression
    `);
    await checkDebugging(path, { input: { rate: 1 }, stopOnEntry: true }, `
      > start
      stopped (entry) in Train (Task):4
      > evaluate $.rate
      = 1
      > evaluate $$.State.Name
      = "Train"
      > evaluate States.Format('{}!', $.rate)
      = "1!"
      > evaluate $.rate + 1
      = 2
      > evaluate {% $states.input.rate %}
      = 1
      > evaluate $.nothing
      refused: No results for path: $['nothing']
    `);
  });

  test('are completed in the console', async () => {
    await checkDebugging(jsonata, { input: { rate: 1 } }, `
      > break Train
      > start
      stopped (breakpoint) in Train (Task):10
      > complete $states.
      input context
      > complete $sum($states.input.
      rate
      > complete .
      .return .throw .silence
    `);
  });

  test('an input is changed where the state is entered, a variable anywhere', async () => {
    await checkDebugging(jsonata, { input: { rate: 1 }, stopOnEntry: true, mocks: { Train: [{ outcome: 'TaskSucceeded', output: { id: 'm' } }] } }, `
      > start
      stopped (entry) in Set (Pass):5
      > set Input rate = 5
      > next
      stopped (step) in Train (Task):10
      > evaluate $rate
      = 10
      > set Variables rate = $rate + 1
      > step in
      stopped (step) in Train (Task):10
      > show Arguments
      rate = 11
      > set Input rate = 0
      refused: The state has begun its work with this input. Step back to where it is entered to change it.
      > continue
      | SUCCEEDED {
      |   "model": "m",
      |   "rate": 11
      | }
      ended
    `);
  });

  test('a result is changed where it has come, and stays changed when the run goes back', async () => {
    await checkDebugging(path, { input: { rate: 1 }, stopOnEntry: true, mocks: { Train: [{ outcome: 'TaskSucceeded', output: 'm' }] } }, `
      > start
      stopped (entry) in Train (Task):4
      > step in
      stopped (step) in Train (Task):4
      > step in
      stopped (step) in Train (Task):4
      > set Result value = "better"
      > next
      stopped (step) in Done (Succeed):11
      > evaluate $.model
      = "better"
      > step back
      stopped (step) in Train (Task):4
      > next
      stopped (step) in Done (Succeed):11
      > evaluate $.model
      = "better"
    `);
  });
});

suite('tasks without a mock', () => {
  test('wait for an answer that is typed, and remember it', async () => {
    await checkDebugging(path, { input: { rate: 1 }, stopOnEntry: true }, `
      > start
      stopped (entry) in Train (Task):4
      > next
      | No mock answers "Train" (arn:aws:lambda:us-east-1:123456789012:function:train). Type .return {…} or .throw Error cause here to go on.
      stopped (pause) in Train (Task):4  No mock answers "Train".
      > answer .return { "id": 7 }
      stopped (step) in Done (Succeed):11
      > evaluate $.model.id
      = 7
      > step back
      stopped (step) in Train (Task):4
      > next
      stopped (step) in Done (Succeed):11
      > evaluate $.model.id
      = 7
    `);
  });

  test('that take their time say so', async () => {
    await checkDebugging(path, { input: { rate: 1 }, mocks: { mocks: { Train: { delay: 5400, return: 1 } } } }, `
      > break Done
      > start
      | 1 h 30 min passed in "Train".
      stopped (breakpoint) in Done (Succeed):11
    `);
  });

  test('can be made to fail', async () => {
    await checkDebugging(path, { input: { rate: 1 } }, `
      > start
      | No mock answers "Train" (arn:aws:lambda:us-east-1:123456789012:function:train). Type .return {…} or .throw Error cause here to go on.
      stopped (pause) in Train (Task):4  No mock answers "Train".
      > answer .throw Lambda.Unknown it broke
      stopped (exception) in Train (Task):4  Lambda.Unknown: it broke
    `);
  });

  test('a mock is overruled where the task is about to be asked', async () => {
    await checkDebugging(path, { input: { rate: 1 }, stopOnEntry: true, mocks: { Train: [{ outcome: 'TaskSucceeded', output: 'mocked' }] } }, `
      > start
      stopped (entry) in Train (Task):4
      > evaluate .return "typed"
      = So it will be answered.
      > next
      stopped (step) in Done (Succeed):11
      > evaluate $.model
      = "typed"
      > evaluate .return 1
      refused: No task is about to be answered here. Step to one, or back to where it is entered.
      > evaluate .dance
      refused: There is no .dance. There are .return { "ok": true }, .throw Error cause, .silence.
    `);
  });
});
