import { handlersOf } from '../../model/error-handling';
import { reservedPrefix } from '../../spec/error-names';
import type { StringNode } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export const shadowedError = defineRule({
  code: 'shadowed-error',
  severity: 'warning',
  docs: {
    what: 'An error name in `Retry` or `Catch` is not covered by an earlier one of the same list.',
    why: 'The first entry that names the error decides, and no later one is looked at. In a Task, `States.TaskFailed` covers every error of the service or the function that is called.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": { "TrainingJobName.$": "$.name" }, "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }, { "ErrorEquals": ["SageMaker.ResourceLimitExceededException"], "IntervalSeconds": 600 }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": { "TrainingJobName.$": "$.name" }, "Retry": [{ "ErrorEquals": ["SageMaker.ResourceLimitExceededException"], "IntervalSeconds": 600 }, { "ErrorEquals": ["States.TaskFailed"] }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  },
  on: {
    State(state, ctx) {
      for (const { entries } of handlersOf(state)) {
        const seen = new Map<string, StringNode>();
        for (const { names } of entries) {
          const anyTaskError = state.type === 'Task' ? seen.get('States.TaskFailed') : undefined;
          for (const name of names) {
            const same = seen.get(name.value);
            const broader = name.value.startsWith(reservedPrefix) ? undefined : anyTaskError;
            const before = same ?? broader;
            if (before && name.value !== 'States.ALL') {
              ctx.report({
                at: name,
                message: same ? `"${name.value}" is named above already, and the first entry decides.` : `"${name.value}" is covered by "States.TaskFailed" above, and the first entry decides.`,
                related: [{ at: before, message: 'This decides.' }],
                fixes: names.length > 1 ? [remove(name)] : [],
              });
            } else {
              seen.set(name.value, name);
            }
          }
        }
      }
    },
  },
});

function remove(name: StringNode): Fix {
  return {
    title: `Remove "${name.value}"`,
    preferred: true,
    edit: (editor) => {
      editor.remove(name);
    },
  };
}
