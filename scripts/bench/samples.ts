// Machines to measure on, made here so that their size and shape are known.

/** A machine of about that many bytes with nothing wrong in it: tasks with parameters, retriers and catchers, choices, Maps and waits, in turn, in both query languages. */
export function mixedMachine(bytes: number): string {
  const states: Record<string, object> = {};
  let size = 0;
  for (let index = 0; size < bytes; index++) {
    const state = mixedState(index);
    states[`Step ${String(index)}`] = state;
    // In the machine each line is two levels further in.
    const text = JSON.stringify(state, undefined, 2);
    size += text.length + 4 * text.split('\n').length + 20;
  }
  states[`Step ${String(Object.keys(states).length)}`] = { Type: 'Succeed' };
  states['Failed'] = { Type: 'Fail', Error: 'Pipeline', Cause: 'A step failed' };
  return machine('Step 0', states);
}

/** One of that many states, in such a mix. What is inside Maps comes on top. */
export function mixedMachineOf(count: number): string {
  const steps = Array.from({ length: count - 2 }, (_, index): [string, object] => [`Step ${String(index)}`, mixedState(index)]);
  return machine('Step 0', Object.fromEntries([...steps, [`Step ${String(count - 2)}`, { Type: 'Succeed' }], ['Failed', { Type: 'Fail', Error: 'Pipeline' }]]));
}

function mixedState(index: number): object {
  const next = `Step ${String(index + 1)}`;
  const shapes: readonly (() => object)[] = [
    () => ({
      Type: 'Task',
      Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync',
      Parameters: {
        'TrainingJobName.$': `States.Format('train-{}-${String(index)}', $$.Execution.Name)`,
        ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 },
        'RoleArn.$': '$.role.arn',
        OutputDataConfig: { S3OutputPath: 's3://amzn-s3-demo-bucket/models' },
      },
      Retry: [{ ErrorEquals: ['SageMaker.AmazonSageMakerException'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
      ResultPath: '$.training',
      Next: next,
    }),
    () => ({ Type: 'Choice', Choices: [{ Variable: '$.training.accuracy', NumericGreaterThan: 0.9, Next: next }], Default: 'Failed' }),
    () => ({
      Type: 'Pass',
      QueryLanguage: 'JSONata',
      Output: { name: '{% $states.input.name & "-scored" %}', total: `{% $sum($states.input.items[price > ${String(index)}].price) %}` },
      Next: next,
    }),
    () => ({
      Type: 'Map',
      ItemsPath: '$.items',
      ItemProcessor: { StartAt: `Score ${String(index)}`, States: { [`Score ${String(index)}`]: { Type: 'Pass', End: true } } },
      ResultPath: '$.scores',
      Next: next,
    }),
    () => ({ Type: 'Wait', Seconds: 30, Comment: 'Let the endpoint settle before it is asked for the first time', Next: next }),
  ];
  return shapes[index % shapes.length]?.() ?? {};
}

/** Shapes that are hard on a checker whose work is not linear. */
export const oddShapes: Readonly<Record<string, () => string>> = {
  '6,500 tiny states': () => {
    const count = 6_500;
    const states = Object.fromEntries(Array.from({ length: count }, (_, index) => [`S${String(index)}`, index + 1 < count ? { Type: 'Pass', Next: `S${String(index + 1)}` } : { Type: 'Succeed' }]));
    return machine('S0', states);
  },
  '300 levels deep': () => {
    let value: object = { leaf: true };
    for (let depth = 0; depth < 300; depth++) {
      value = { inner: value };
    }
    return machine('Deep', { Deep: { Type: 'Pass', Result: value, End: true } });
  },
  'a Choice of 5,000 rules': () => {
    const rules = Array.from({ length: 5_000 }, (_, index) => ({ Variable: '$.kind', StringEquals: `kind-${String(index)}`, Next: 'Done' }));
    return machine('Pick', { Pick: { Type: 'Choice', Choices: rules, Default: 'Done' }, Done: { Type: 'Succeed' } });
  },
  'a 500 KB string': () => machine('Long', { Long: { Type: 'Pass', Comment: 'x'.repeat(500_000), End: true } }),
};

function machine(startAt: string, states: object): string {
  return JSON.stringify({ Comment: 'A machine to measure on', StartAt: startAt, States: states }, undefined, 2);
}
