import { defineRule } from '../rule';

export const foreignPattern = defineRule({
  code: 'foreign-pattern',
  severity: 'warning',
  docs: {
    what: 'A `StringMatches` pattern has `*` as its only wildcard; `\\*` is a star, `\\\\` a backslash, and no other letter has a backslash before it.',
    why: 'It is no regular expression. Their signs stand for themselves here, and the rule does not hold when it should; a stray backslash fails the run.',
    bad: '{ "StartAt": "Log?", "States": { "Log?": { "Type": "Choice", "Choices": [{ "Variable": "$.key", "StringMatches": "^log-.*$", "Next": "Skip" }], "Default": "Train" }, "Skip": { "Type": "Succeed" }, "Train": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Log?", "States": { "Log?": { "Type": "Choice", "Choices": [{ "Variable": "$.key", "StringMatches": "log-*", "Next": "Skip" }], "Default": "Train" }, "Skip": { "Type": "Succeed" }, "Train": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Test({ comparison }, ctx) {
      if (comparison?.name !== 'StringMatches' || comparison.operand.kind !== 'string') {
        return;
      }
      const { operand } = comparison;
      const pattern = operand.value.replace(/\\[*\\]/g, '');
      const escape = /\\./.exec(pattern)?.[0] ?? (pattern.endsWith('\\') ? '\\' : undefined);
      const sign = /^\^|\.[*+]|\[[^\]]+-[^\]]+\]|\$$/.exec(pattern)?.[0];
      if (escape) {
        ctx.report({ at: operand, message: `"${escape}" is no escape in a pattern: only "\\*" and "\\\\" are, and any other fails the run.` });
      } else if (sign) {
        ctx.report({ at: operand, message: `This is no regular expression: "*" is any text, and everything else in "${sign}" stands for itself.` });
      }
    },
  },
});
