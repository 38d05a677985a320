// Machines to draw.

type States = Record<string, object>;

export function machine(states: States, start = Object.keys(states)[0]): string {
  return JSON.stringify({ StartAt: start, States: states }, undefined, 2);
}

/** One of everything that is drawn in a way of its own. */
export const everything = machine({
  'Generate dataset': {
    Type: 'Task',
    Comment: 'Writes the training data to S3.',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'generate' },
    Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], MaxAttempts: 5 }],
    Catch: [{ ErrorEquals: ['States.Timeout', 'States.TaskFailed'], Next: 'Failed' }],
    Next: 'Train model',
  },
  'Train model': { Type: 'Task', Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync', Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }], Next: 'Good enough?' },
  'Good enough?': {
    Type: 'Choice',
    Choices: [
      { Variable: '$.score', NumericGreaterThan: 0.9, Next: 'Both' },
      { And: [{ Variable: '$.tries', NumericLessThan: 3 }, { Variable: '$.status', StringEquals: 'RETRY' }], Next: 'Pause' },
    ],
    Default: 'Failed',
  },
  Pause: { Type: 'Wait', Seconds: 300, Next: 'Train model' },
  Both: {
    Type: 'Parallel',
    Branches: [
      { StartAt: 'Register', States: { Register: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:sagemaker:createModelPackage', Next: 'Notify' }, Notify: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true } } },
      { StartAt: 'Report', States: { Report: { Type: 'Pass', End: true } } },
    ],
    Next: 'Score all',
  },
  'Score all': {
    Type: 'Map',
    MaxConcurrency: 10,
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Score one',
      States: { 'Score one': { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:putItem', Next: 'Fine' }, Fine: { Type: 'Succeed' } },
    },
    Next: 'Done',
  },
  Done: { Type: 'Succeed' },
  Failed: { Type: 'Fail', Error: 'Pipeline.Failed', Cause: 'A step failed' },
  Forgotten: { Type: 'Pass', Next: 'Done' },
});

/** Chains of tasks with a choice now and then; each task leads to the one `Failed`. */
export function chain(count: number): string {
  const states: States = {};
  for (let index = 0; index < count - 2; index++) {
    const next = index === count - 3 ? 'Done' : `Step ${String(index + 1)}`;
    states[`Step ${String(index)}`] =
      index % 5 === 3
        ? { Type: 'Choice', Choices: [{ Variable: '$.ok', BooleanEquals: true, Next: next }], Default: index + 2 < count - 2 ? `Step ${String(index + 2)}` : 'Done' }
        : { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', Parameters: { JobName: 'job' }, ...(index % 3 === 0 && { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Failed' }] }), Next: next };
  }
  return machine({ ...states, Done: { Type: 'Succeed' }, Failed: { Type: 'Fail' } });
}
