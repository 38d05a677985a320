import { errorNames } from '../../spec/error-names';
import { defineRule } from '../rule';

export const uncatchableError = defineRule({
  code: 'uncatchable-error',
  severity: 'warning',
  docs: {
    what: '`Retry` and `Catch` don\'t name `States.Runtime`.',
    why: 'It is the error of a run that can\'t go on, such as a path to nothing. Neither its own name nor `States.ALL` catches it: the run fails.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Catch": [{ "ErrorEquals": ["States.Runtime"], "Next": "Tell" }], "End": true }, "Tell": { "Type": "Fail" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "Tell" }], "End": true }, "Tell": { "Type": "Fail" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  },
  on: {
    Handlers({ field, entries }, ctx) {
      for (const { names } of entries) {
        const at = names.find(({ value }) => uncatchable.has(value));
        if (at) {
          const what = field === 'Retry' ? 'retried' : 'caught';
          ctx.report({
            at,
            message: `"${at.value}" is never ${what}: it fails the run, whatever stands here.`,
            fixes:
              names.length > 1
                ? [
                    {
                      title: `Remove "${at.value}"`,
                      preferred: true,
                      edit: (editor) => {
                        editor.remove(at);
                      },
                    },
                  ]
                : [],
          });
        }
      }
    },
  },
});

const uncatchable: ReadonlySet<string> = new Set(errorNames.filter((each) => each.uncatchable).map(({ name }) => name));
