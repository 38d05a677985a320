import { member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const ineffectiveMaxDelay = defineRule({
  code: 'ineffective-max-delay',
  severity: 'warning',
  docs: {
    what: '`MaxDelaySeconds` is not shorter than `IntervalSeconds`.',
    why: 'Otherwise it cuts even the first wait short: neither `IntervalSeconds` nor `BackoffRate` has any effect.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 600, "MaxDelaySeconds": 60 }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 60, "MaxDelaySeconds": 600 }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  },
  on: {
    retrier({ node }, ctx) {
      const interval = member(node, 'IntervalSeconds');
      const longest = member(node, 'MaxDelaySeconds');
      if (interval?.kind === 'number' && longest?.kind === 'number' && longest.value > 0 && longest.value < interval.value) {
        ctx.report({
          at: longest,
          message: `Every wait is cut to ${String(longest.value)} s, so the interval of ${String(interval.value)} s and "BackoffRate" have no effect.`,
          related: [{ at: interval, message: 'The interval is here.' }],
          fixes: [
            {
              title: 'Swap the two',
              edit: (editor) => {
                editor.setValue(interval, longest.value);
                editor.setValue(longest, interval.value);
              },
            },
          ],
        });
      }
    },
  },
});
