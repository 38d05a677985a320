// Breakpoints on states, and on errors.
import { checkDebugging } from '../../support/debug';

const loop = `{
  "StartAt": "Count",
  "States": {
    "Count": {
      "Type": "Pass",
      "Parameters": { "n.$": "States.MathAdd($.n, 1)" },
      "Next": "Enough?"
    },
    "Enough?": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.n", "NumericLessThan": 5, "Next": "Count" }],
      "Default": "Done"
    },
    "Done": { "Type": "Succeed" }
  }
}`;

const yaml = `StartAt: A
States:
  A:
    Type: Pass
    QueryLanguage: JSONata
    Output: '{% $states.input.n + 1 %}'
    Next: B

  B:
    Type: Succeed
`;

suite('breakpoints', () => {
  test('anywhere in a state they move to its name, and below the last one there is none', async () => {
    await checkDebugging(loop, {}, `
      > break line 6
      moved to line 4
      > break line 1
      moved to line 4
      > break line 9
      > break line 15
      not verified: No state stands here or below.
    `);
    await checkDebugging(yaml, { path: '/project/sample.asl.yaml', input: { n: 1 } }, `
      > break line 8
      moved to line 9
      > start
      stopped (breakpoint) in B (Succeed):9
      > evaluate $
      = 2
    `);
  });

  test('with a condition: JSONata, where $ is the input of a JSONPath state', async () => {
    await checkDebugging(loop, { input: { n: 0 } }, `
      > break Enough? if $.n >= 3 and $.n % 2 = 0
      > start
      stopped (breakpoint) in Enough? (Choice):9
      > evaluate $.n
      = 4
    `);
  });

  test('with a condition: a path that leads to something true', async () => {
    await checkDebugging(loop, { input: { n: 0 } }, `
      > break Enough? if $.nothing
      > break Done if $.n
      > start
      stopped (breakpoint) in Done (Succeed):14
    `);
  });

  test('a condition that is none holds the run and says so', async () => {
    await checkDebugging(loop, { input: { n: 0 } }, `
      > break Done if $.n >
      > start
      | The condition "$.n >" of the breakpoint on "Done" can't be evaluated: S0207: Unexpected end of expression
      stopped (breakpoint) in Done (Succeed):14
    `);
  });

  test('with a count of hits, which going back counts again', async () => {
    await checkDebugging(loop, { input: { n: 0 } }, `
      > break Count hits %2
      > start
      stopped (breakpoint) in Count (Pass):4
      > evaluate $.n
      = 1
      > continue
      stopped (breakpoint) in Count (Pass):4
      > evaluate $.n
      = 3
      > reverse
      stopped (breakpoint) in Count (Pass):4
      > evaluate $.n
      = 1
      > continue
      stopped (breakpoint) in Count (Pass):4
      > evaluate $.n
      = 3
      > break Done hits often
      not verified: A hit count is a number, or one behind >, >=, <, <=, = or %, not "often".
    `);
  });

  test('that only write a line', async () => {
    await checkDebugging(loop, { input: { n: 3 } }, `
      > break Enough? log n is {$.n}, twice that {$.n * 2}, and {$.m}
      > break Done
      > start
      | n is 4, twice that 8, and {No results for path: $['m']}
      | n is 5, twice that 10, and {No results for path: $['m']}
      stopped (breakpoint) in Done (Succeed):14
    `);
  });
});

const training = `{
  "StartAt": "Train",
  "States": {
    "Train": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
      "Retry": [{ "ErrorEquals": ["SageMaker.Busy"], "IntervalSeconds": 3600, "MaxAttempts": 1 }],
      "Catch": [{ "ErrorEquals": ["SageMaker.Failed"], "Next": "Tell" }],
      "End": true
    },
    "Tell": { "Type": "Pass", "End": true }
  }
}`;

const throws = (error: string, cause: string): object => ({ outcome: 'TaskFailed', error, cause });

suite('breakpoints on errors', () => {
  test('one that is tried again, then one that is caught', async () => {
    await checkDebugging(training, { mocks: { Train: [throws('SageMaker.Busy', 'no machine'), throws('SageMaker.Failed', 'no data')] } }, `
      > errors caught, uncaught
      > start
      stopped (exception) in Train (Task):4  SageMaker.Busy: no machine
      > why
      SageMaker.Busy, always: no machine It is tried again in 3600 s.
      > show Error
      Error = "SageMaker.Busy"  ({% $states.errorOutput.Error %})
      Cause = "no machine"  ({% $states.errorOutput.Cause %})
      > continue
      | 1 h passed before "Train" is tried again.
      stopped (exception) in Train (Task, attempt 2):4  SageMaker.Failed: no data
      > why
      SageMaker.Failed, always: no data It is caught.
      > next
      stopped (step) in Tell (Pass):11
      > reverse
      stopped (breakpoint) in Train (Task, attempt 2):4
      > reverse
      stopped (breakpoint) in Train (Task):4
    `);
  });

  test('one that nothing catches, which ends the run', async () => {
    await checkDebugging(training, { mocks: { Train: [throws('Other', 'who knows')] } }, `
      > start
      stopped (exception) in Train (Task):4  Other: who knows
      > why
      Other, unhandled: who knows Nothing catches it.
      > continue
      | FAILED Other: who knows
      ended
    `);
  });

  test('one that is caught further out is no uncaught one', async () => {
    const within = `{ "StartAt": "Both", "States": {
      "Both": { "Type": "Parallel", "Branches": [${training}], "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Rescue" }], "End": true },
      "Rescue": { "Type": "Pass", "End": true } } }`;
    await checkDebugging(within, { mocks: { Train: [throws('Other', 'who knows')] } }, `
      > errors uncaught
      > break Rescue
      > start
      stopped (breakpoint) in Rescue (Pass):15
    `);
    await checkDebugging(within, { mocks: { Train: [throws('Other', 'who knows')] } }, `
      > errors caught
      > start
      stopped (exception) in Train (Task):5 in Both (Parallel):2  Other: who knows
      > why
      Other, always: who knows It is caught by "Both".
    `);
  });
});
