import { intrinsicNamed, intrinsics } from '../../spec/intrinsics';
import { listed } from '../../text/words';
import { defineRule } from '../rule';

/** `any` is what depends on the data: an item of a list may well be text, but a parsed JSON text is an object most of the time. */
const texts = intrinsics.filter(({ name, returns }) => returns === 'text' || name === 'States.ArrayGetItem').map(({ name }) => name);

export const nonTextIntrinsic = defineRule({
  code: 'non-text-intrinsic',
  severity: 'error',
  docs: {
    what: 'An intrinsic function in `ErrorPath` or `CausePath` gives text.',
    why: 'The error and the cause of a failure are text. Step Functions refuses functions that give something else there; `States.Format` and `States.JsonToString` make text of it.',
    bad: '{ "StartAt": "Stop", "States": { "Stop": { "Type": "Fail", "Error": "LowScore", "CausePath": "States.MathAdd($.score, 1)" } } }',
    good: '{ "StartAt": "Stop", "States": { "Stop": { "Type": "Fail", "Error": "LowScore", "CausePath": "States.Format(\'{}\', States.MathAdd($.score, 1))" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-fail.html',
  },
  on: {
    Path({ site, value }, ctx) {
      if (site.use !== 'text-path') {
        return;
      }
      // What is not even a function is `unknown-intrinsic`'s business.
      if (value.kind === 'intrinsic' && intrinsicNamed(value.call.name) && !texts.some((name) => name === value.call.name)) {
        ctx.report({
          at: ctx.definition.inside(site.node, value.call.nameSpan),
          message: `"${site.field.name}" has to be text, and ${value.call.name} gives none. ${listed(texts, 'and')} do.`,
        });
      }
    },
  },
});
