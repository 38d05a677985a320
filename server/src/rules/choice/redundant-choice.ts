import { items, member, property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const redundantChoice = defineRule({
  code: 'redundant-choice',
  severity: 'warning',
  docs: {
    what: 'A Choice state leads to at least two states, or assigns something on the way.',
    why: 'Where every rule and `Default` lead to the same state, nothing is decided. Most often one of the names was copied and not changed.',
    bad: '{ "StartAt": "Good?", "States": { "Good?": { "Type": "Choice", "Choices": [{ "Variable": "$.good", "BooleanEquals": true, "Next": "Deploy" }], "Default": "Deploy" }, "Deploy": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Good?", "States": { "Good?": { "Type": "Choice", "Choices": [{ "Variable": "$.good", "BooleanEquals": true, "Next": "Deploy" }], "Default": "Stop" }, "Deploy": { "Type": "Succeed" }, "Stop": { "Type": "Fail" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Choice({ node, name, nameNode }, ctx) {
      const rules = items(member(node, 'Choices'));
      const otherwise = member(node, 'Default');
      if (otherwise?.kind !== 'string' || rules.length === 0) {
        return;
      }
      const isSame = rules.every((rule) => {
        const next = member(rule, 'Next');
        return next?.kind === 'string' && next.value === otherwise.value && !property(rule, 'Assign') && !property(rule, 'Output');
      });
      if (isSame && !property(node, 'Assign') && !property(node, 'Output')) {
        ctx.report({ at: nameNode, message: `"${name}" decides nothing: every way leads to "${otherwise.value}".` });
      }
    },
  },
});
