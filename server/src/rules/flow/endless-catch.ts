import type { Reference, State } from '../../model/machine';
import { defineRule } from '../rule';

/** So many Pass states are followed; nobody lines up more of them on the way back. */
const longestWay = 20;

export const endlessCatch = defineRule({
  code: 'endless-catch',
  severity: 'warning',
  docs: {
    what: 'A catcher does not lead straight back to the state that failed.',
    why: 'That tries again without a limit and without a pause, until the run fails after 25,000 events. `Retry` counts the attempts and waits longer before each.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Train" }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 60, "MaxAttempts": 3 }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  },
  on: {
    Reference(reference, ctx) {
      const { kind, from, node } = reference;
      const way = kind === 'catcher' && from ? wayBack(reference, from) : undefined;
      if (way && from) {
        const over = way.length > 0 ? ` by ${way.map((name) => `"${name}"`).join(' and ')}` : '';
        ctx.report({ at: node, message: `A failure leads back to "${from.name}"${over}, again and again, with nothing to stop it.` });
      }
    },
  },
});

/** The Pass states between a catcher and its own state; `undefined` where anything else is on the way, or none leads there. */
function wayBack(catcher: Reference, own: State): string[] | undefined {
  const way: string[] = [];
  let state = catcher.target;
  while (state && state !== own && state.type === 'Pass' && way.length < longestWay) {
    way.push(state.name);
    const [next] = state.references;
    state = next && !state.ends ? next.target : undefined;
  }
  return state === own ? way : undefined;
}
