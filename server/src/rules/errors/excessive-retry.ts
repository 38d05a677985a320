import { longestRun } from '../../spec/workflow-types';
import { member, type ObjectNode } from '../../syntax/tree';
import { defineRule } from '../rule';

/** A standard run ends after 25,000 events. A retry takes at least two of them. */
const mostRetries = 12_500;
const day = 86_400;

export const excessiveRetry = defineRule({
  code: 'excessive-retry',
  severity: 'warning',
  docs: {
    what: 'All retries of one retrier fit into a run: its waits into a year, or five minutes for an Express workflow, its attempts into 25,000 events.',
    why: 'A run that goes beyond is ended by Step Functions, and then nothing catches the error. With `BackoffRate` the waits grow faster than one thinks; `MaxDelaySeconds` bounds each of them.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 3600, "MaxAttempts": 20, "BackoffRate": 2 }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 3600, "MaxAttempts": 20, "BackoffRate": 2, "MaxDelaySeconds": 86400 }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    retrier({ node, machine }, ctx) {
      const attempts = member(node, 'MaxAttempts');
      // A number that a deployment fills in can be any.
      if ((attempts && attempts.kind !== 'number') || node.properties.some(({ value }) => value?.kind === 'unknown')) {
        return;
      }
      const type = ctx.workflowType(machine) ?? 'STANDARD';
      if (attempts && attempts.value > mostRetries && type === 'STANDARD') {
        ctx.report({ at: attempts, message: `A run ends after 25,000 events, long before the last of ${attempts.value.toLocaleString('en-US')} retries.` });
        return;
      }
      const seconds = waits(node, attempts?.value ?? 3);
      const at = attempts ?? member(node, 'IntervalSeconds');
      if (at && seconds > longestRun[type]) {
        const end = type === 'EXPRESS' ? 'an Express run ends after five minutes' : 'a run ends after one year';
        ctx.report({ at, message: `${started(seconds, node, attempts?.value ?? 3, longestRun[type])}, and ${end}.` });
      }
    },
  },
});

/** How long all waits take together, in seconds; no longer counted once it is beyond any run. */
function waits(retrier: ObjectNode, attempts: number): number {
  const rate = numberIn(retrier, 'BackoffRate') ?? 2;
  const longest = numberIn(retrier, 'MaxDelaySeconds') ?? Infinity;
  let wait = Math.min(numberIn(retrier, 'IntervalSeconds') ?? 1, longest);
  let all = 0;
  for (let attempt = 0; attempt < attempts && all < Number.MAX_SAFE_INTEGER; attempt++) {
    all += wait;
    wait = Math.min(wait * rate, longest);
  }
  return all;
}

function started(seconds: number, retrier: ObjectNode, attempts: number, longest: number): string {
  const before = waits(retrier, attempts - 1);
  return seconds - before > longest
    ? `The last of these retries alone would wait ${span(seconds - before)}`
    : `The waits between these retries add up to ${span(seconds)}`;
}

function span(seconds: number): string {
  const years = seconds / longestRun.STANDARD;
  if (years > 3) {
    return years > 1000 ? 'more than 1,000 years' : `${whole(years)} years`;
  }
  return seconds > 2 * day ? `${whole(seconds / day)} days` : `${whole(seconds)} seconds`;
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US', { maximumSignificantDigits: 3 });
}

function numberIn(node: ObjectNode, name: string): number | undefined {
  const value = member(node, name);
  return value?.kind === 'number' ? value.value : undefined;
}
