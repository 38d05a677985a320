import type { State } from '../../model/machine';
import { defineRule } from '../rule';

/** White space other than single spaces between words. */
const unusualSpace = /\s\s|[^\S ]|^\s|\s$/;

export const confusableStateName = defineRule({
  code: 'confusable-state-name',
  severity: 'info',
  docs: {
    what: 'The names of two states differ by more than case and white space.',
    why: 'For Step Functions they are two states; for a reader they are one, and a `Next` that means the other one is accepted without a word.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "train" }, "train": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Deploy" }, "Deploy": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#toplevelfields',
  },
  on: {
    Machine({ kind }, ctx) {
      if (kind !== 'machine') {
        return;
      }
      const seen = new Map<string, State>();
      for (const state of ctx.definition.states) {
        const lower = state.name.toLowerCase();
        const folded = unusualSpace.test(lower) ? lower.replace(/\s+/g, ' ').trim() : lower;
        const other = seen.get(folded);
        if (other && other.name !== state.name) {
          ctx.report({
            at: state.nameNode,
            message: `"${state.name}" and "${other.name}" are two states, and easily taken for one.`,
            related: [{ at: other.nameNode, message: `"${other.name}" is here.` }],
          });
        }
        seen.set(folded, other ?? state);
      }
    },
  },
});
