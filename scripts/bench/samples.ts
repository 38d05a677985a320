// Machines to measure on, made here so that their size and shape are known.

/** A machine of about that many bytes: tasks with parameters, retriers and catchers, choices, a Parallel and a Map, in turn. */
export function mixedMachine(bytes: number): string {
  const states: Record<string, unknown> = {};
  const sample = (index: number, next: string): Record<string, unknown> =>
    [
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
        Parameters: { 'TrainingJobName.$': `States.Format('train-{}-${String(index)}', $$.Execution.Name)`, ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 } },
        Retry: [{ ErrorEquals: ['SageMaker.AmazonSageMakerException'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
        ResultPath: '$.training',
        Next: next,
      },
      { Type: 'Choice', Choices: [{ Variable: '$.training.accuracy', NumericGreaterThan: 0.9, Next: next }], Default: 'Failed' },
      { Type: 'Map', ItemsPath: '$.items', ItemProcessor: { StartAt: `Score ${String(index)}`, States: { [`Score ${String(index)}`]: { Type: 'Pass', End: true } } }, Next: next },
      { Type: 'Wait', Seconds: 30, Comment: 'Let the endpoint settle before it is asked for the first time', Next: next },
    ][index % 4] ?? {};
  let size = 0;
  for (let index = 0; size < bytes; index++) {
    const state = sample(index, `Step ${String(index + 1)}`);
    states[`Step ${String(index)}`] = state;
    size += JSON.stringify(state, undefined, 2).length + 30;
  }
  states[`Step ${String(Object.keys(states).length)}`] = { Type: 'Succeed' };
  states['Failed'] = { Type: 'Fail', Error: 'Pipeline', Cause: 'A step failed' };
  return JSON.stringify({ Comment: 'A machine to measure on', StartAt: 'Step 0', States: states }, undefined, 2);
}
