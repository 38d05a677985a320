// Where a run stops, and how it goes on from there.
import { checkDebugging } from '../../support/debug';

const two = `{
  "StartAt": "First",
  "States": {
    "First": {
      "Type": "Pass",
      "Result": { "total": 5 },
      "Next": "Second"
    },
    "Second": { "Type": "Wait", "Seconds": 7200, "Next": "Third" },
    "Third": { "Type": "Succeed" }
  }
}`;

const nested = `{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "StartAt": "Half",
        "States": {
          "Half": { "Type": "Wait", "Seconds": 1, "Next": "Other half" },
          "Other half": { "Type": "Pass", "End": true }
        }
      },
      "Next": "Both"
    },
    "Both": {
      "Type": "Parallel",
      "Branches": [
        { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "End": true } } },
        { "StartAt": "Right", "States": { "Right": { "Type": "Pass", "End": true } } }
      ],
      "Next": "After"
    },
    "After": { "Type": "Succeed" }
  }
}`;

suite('stepping', () => {
  test('from state to state, and a wait of two hours passes at once', async () => {
    await checkDebugging(two, { stopOnEntry: true }, `
      > start
      stopped (entry) in First (Pass):4
      > next
      stopped (step) in Second (Wait):9
      > next
      | 2 h passed in "Second".
      stopped (step) in Third (Succeed):10
      > next
      | SUCCEEDED {
      |   "total": 5
      | }
      ended
    `);
  });

  test('nothing stops a run that is not debugged', async () => {
    await checkDebugging(two, { stopOnEntry: true, noDebug: true }, `
      > break Second
      > start
      | 2 h passed in "Second".
      | SUCCEEDED {
      |   "total": 5
      | }
      ended
    `);
  });

  test('over a Map, into one, and out of one', async () => {
    await checkDebugging(nested, { stopOnEntry: true, input: [1, 2] }, `
      > start
      stopped (entry) in Each (Map):4
      > step in
      stopped (step) in Half (Wait):9 in Each (Map):4
      > next
      | 1 s passed in "Half".
      stopped (step) in Other half (Pass):10 in Each (Map):4
      > threads
      Run, Each[0], Each[1]
      > thread Each[1]
      > next
      | 1 s passed in "Half".
      stopped (step) in Other half (Pass):10 in Each (Map):4
      > step out
      stopped (step) in Each (Map):4
      > show Result
      0 = 1  ({% $states.result[0] %})
      1 = 2  ({% $states.result[1] %})
      > next
      stopped (step) in Both (Parallel):15
      > next
      stopped (step) in After (Succeed):23
    `);
  });

  test('behind the last state of a branch it goes on with the state around', async () => {
    await checkDebugging(nested, { input: [1] }, `
      > break Right
      > start
      | 1 s passed in "Half".
      stopped (breakpoint) in Right (Pass):19 in Both (Parallel):15
      > next
      stopped (step) in Both (Parallel):15
      > next
      stopped (step) in After (Succeed):23
    `);
  });

  test('into a task: what it is given, what it gives, what it hands on', async () => {
    await checkDebugging(task, { stopOnEntry: true, mocks: { Train: [{ outcome: 'TaskSucceeded', output: 7 }] } }, `
      > start
      stopped (entry) in Train (Task):4
      > scopes
      Input, Retries, Context
      > step in
      stopped (step) in Train (Task):4
      > show Arguments
      rate = 0.5
      > step in
      stopped (step) in Train (Task):4
      > show Result
      value = 7  ({% $states.result %})
      > step in
      stopped (step) in Train (Task):4
      > show Output
      model = 7
    `);
  });

  test('back, event by event', async () => {
    await checkDebugging(nested, { input: [1] }, `
      > break After
      > start
      | 1 s passed in "Half".
      stopped (breakpoint) in After (Succeed):23
      > step back
      stopped (step) in Both (Parallel):15
      > step back
      stopped (step) in Each (Map):4
      > step back
      stopped (step) in Each (Map):4
      > continue
      | 1 s passed in "Half".
      stopped (breakpoint) in After (Succeed):23
    `);
  });

  test('back to the breakpoint before, and to the beginning', async () => {
    await checkDebugging(nested, { input: [1] }, `
      > break Other half
      > break Left
      > break After
      > start
      | 1 s passed in "Half".
      stopped (breakpoint) in Other half (Pass):10 in Each (Map):4
      > continue
      stopped (breakpoint) in Left (Pass):18 in Both (Parallel):15
      > continue
      stopped (breakpoint) in After (Succeed):23
      > reverse
      stopped (breakpoint) in Left (Pass):18 in Both (Parallel):15
      > reverse
      stopped (breakpoint) in Other half (Pass):10 in Each (Map):4
      > reverse
      stopped (entry) in Each (Map):4
    `);
  });

  test('a state begins again', async () => {
    await checkDebugging(nested, { input: [1] }, `
      > break Left
      > start
      | 1 s passed in "Half".
      stopped (breakpoint) in Left (Pass):18 in Both (Parallel):15
      > restart Both
      stopped (step) in Both (Parallel):15
    `);
  });
});

const task = `{
  "StartAt": "Train",
  "States": {
    "Train": {
      "Type": "Task",
      "Resource": "arn:aws:lambda:us-east-1:123456789012:function:train",
      "Parameters": { "rate": 0.5 },
      "ResultPath": "$.model",
      "End": true
    }
  }
}`;
