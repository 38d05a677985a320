import { canOccur, errorNames, reservedPrefix } from '../../spec/error-names';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeTo, preferredIfOnly } from '../fixes';
import { defineRule } from '../rule';

export const unknownErrorName = defineRule({
  code: 'unknown-error-name',
  severity: 'warning',
  docs: {
    what: 'An error name that begins with `States.` is one that Step Functions gives, letter case included.',
    why: 'The prefix is reserved, so no task can fail with another such name: the entry never matters, and the error it was meant for is not handled.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.All"] }], "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "train" }, "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html',
  },
  on: {
    Handlers({ entries }, ctx) {
      for (const { names } of entries) {
        for (const name of names) {
          // A Fail state inside may use the prefix all the same.
          if (canOccur(name.value) || ctx.definition.failNames.has(name.value)) {
            continue;
          }
          const near = nearestNames(name.value);
          ctx.report({
            at: name,
            message: `Step Functions has no error "${name.value}".${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''}`,
            fixes: preferredIfOnly(near.map((each) => changeTo(name, each))),
          });
        }
      }
    },
  },
});

/** Compared without the prefix, which would make all of them look alike. */
function nearestNames(name: string): string[] {
  const bare = (text: string): string => text.slice(reservedPrefix.length);
  return nearest(bare(name), errorNames.map((each) => bare(each.name))).map((each) => reservedPrefix + each);
}
