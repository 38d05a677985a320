import { reservedPrefix } from '../../spec/error-names';
import type { StringNode } from '../../syntax/tree';
import { defineRule, type Finding } from '../rule';

export const shadowedError = defineRule({
  code: 'shadowed-error',
  severity: 'warning',
  docs: {
    what: 'An error name in `Retry` or `Catch` is not covered by an earlier one of the same list.',
    why: 'The first entry that names the error decides, and no later one is looked at. In a Task, `States.TaskFailed` covers every error of the service or the function that is called.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.TaskFailed"] }, { "ErrorEquals": ["SageMaker.ResourceLimitExceededException"], "IntervalSeconds": 600 }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["SageMaker.ResourceLimitExceededException"], "IntervalSeconds": 600 }, { "ErrorEquals": ["States.TaskFailed"] }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  },
  on: {
    Handlers({ state, entries }, ctx) {
      const seen = new Map<string, StringNode>();
      for (const { names } of entries) {
        const covered: { name: StringNode; by: StringNode }[] = [];
        const anyTaskError = state.type === 'Task' ? seen.get('States.TaskFailed') : undefined;
        for (const name of names) {
          const by = seen.get(name.value) ?? (name.value.startsWith(reservedPrefix) ? undefined : anyTaskError);
          if (by && name.value !== 'States.ALL') {
            covered.push({ name, by });
          } else {
            seen.set(name.value, name);
          }
        }
        const [first] = covered;
        if (first) {
          ctx.report(report(first.name, first.by, covered.map(({ name }) => name), names.length));
        }
      }
    },
  },
});

/** One finding for an entry, however many of its names are covered. */
function report(at: StringNode, by: StringNode, covered: readonly StringNode[], all: number): Finding {
  const others = covered.length === 1 ? 'is' : `and ${String(covered.length - 1)} more here are`;
  const how = by.value === at.value ? 'named above already' : `covered by "${by.value}" above`;
  return {
    at,
    message: `"${at.value}" ${others} ${how}, and the first entry that fits decides.`,
    related: [{ at: by, message: 'This decides.' }],
    fixes:
      covered.length === 1 && all > 1
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
  };
}
