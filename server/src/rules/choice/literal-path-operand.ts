import { changeTo } from '../fixes';
import { defineRule } from '../rule';

export const literalPathOperand = defineRule({
  code: 'literal-path-operand',
  severity: 'warning',
  docs: {
    what: 'A path to compare with stands behind an operator that ends in `Path`.',
    why: 'Any other operator compares with the text as it stands, dollar sign and all, and is not likely to hold ever.',
    bad: '{ "StartAt": "Same?", "States": { "Same?": { "Type": "Choice", "Choices": [{ "Variable": "$.now", "StringEquals": "$.before", "Next": "Skip" }], "Default": "Train" }, "Skip": { "Type": "Succeed" }, "Train": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Same?", "States": { "Same?": { "Type": "Choice", "Choices": [{ "Variable": "$.now", "StringEqualsPath": "$.before", "Next": "Skip" }], "Default": "Train" }, "Skip": { "Type": "Succeed" }, "Train": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Test({ comparison }, ctx) {
      if (comparison?.operand.kind !== 'string' || !/^String\w+(?<!Path|Matches)$/.test(comparison.name) || !/^\$\$?[.[]/.test(comparison.operand.value)) {
        return;
      }
      const { operand, operator, name } = comparison;
      ctx.report({
        at: operand,
        message: `"${name}" compares with this text as it stands, not with what is at the path.`,
        fixes: [changeTo(operator.key, `${name}Path`)],
        aws: { code: 'NO_PATH', message: 'Field value looks like a path, but field name does not end with \'Path\'' },
      });
    },
  },
});
