import { comparisonOf } from '../../model/choice';
import { items, member, property, type Node } from '../../syntax/tree';
import { defineRule } from '../rule';

export const missingDefault = defineRule({
  code: 'missing-default',
  severity: 'info',
  docs: {
    what: 'A Choice state has a `Default`, unless one of its rules always holds.',
    why: 'If no rule holds and there is no `Default`, the run fails with `States.NoChoiceMatched`, and a Choice state has no `Catch` to handle it.',
    bad: '{ "StartAt": "Done?", "States": { "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.status", "StringEquals": "Completed", "Next": "Deploy" }] }, "Deploy": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Done?", "States": { "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.status", "StringEquals": "Completed", "Next": "Deploy" }], "Default": "Give up" }, "Deploy": { "Type": "Succeed" }, "Give up": { "Type": "Fail" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  },
  on: {
    Choice({ node, name, nameNode }, ctx) {
      const rules = items(member(node, 'Choices'));
      if (rules.length > 0 && !property(node, 'Default') && !isExhaustive(rules)) {
        ctx.report({ at: nameNode, message: `"${name}" has no "Default": where no rule holds, the run fails with States.NoChoiceMatched.` });
      }
    },
  },
});

/** Seen at a glance: a rule that always holds, a test and its opposite, or something for each of a boolean's two values. */
function isExhaustive(rules: readonly Node[]): boolean {
  const seen = new Set<string>();
  for (const rule of rules) {
    const condition = member(rule, 'Condition');
    // What a rule tests, and whether that always holds, may not be known.
    if (condition?.kind === 'unknown' || member(rule, 'Variable')?.kind === 'unknown' || member(rule, 'BooleanEquals')?.kind === 'unknown') {
      return true;
    }
    const inverse = comparisonOf(member(rule, 'Not'));
    const comparison = inverse ?? comparisonOf(rule);
    if ((condition?.kind === 'boolean' && condition.value) || (condition?.kind === 'string' && /^\{%\s*true\s*%\}$/.test(condition.value))) {
      return true;
    }
    if (condition?.kind === 'string') {
      const text = condition.value.replace(/^\{%|%\}$/g, '').replace(/\s+/g, '');
      const opposite = /^\$not\((.*)\)$/.exec(text)?.[1] ?? `$not(${text})`;
      if (seen.has(opposite)) {
        return true;
      }
      seen.add(text);
    }
    if (comparison) {
      const { path, name, operand } = comparison;
      const isBoolean = operand.kind === 'boolean';
      const what = operand.kind === 'string' || operand.kind === 'number' ? String(operand.value) : operand.kind === 'unknown' ? operand.text : '';
      const holds = (isBoolean ? operand.value : true) !== (inverse !== undefined);
      if (seen.has(`${path} ${name} ${what} ${String(!holds)}`)) {
        return true;
      }
      seen.add(`${path} ${name} ${what} ${String(holds)}`);
    }
  }
  return false;
}
