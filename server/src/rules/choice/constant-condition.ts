import { items, member, property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const constantCondition = defineRule({
  code: 'constant-condition',
  severity: 'warning',
  docs: {
    what: 'A `Condition` depends on something. `true` stands in the last rule at most, and then there is no `Default`.',
    why: 'Behind a rule that always holds nothing is ever tried, and one that never holds decides nothing. Most often it was put there to try something out.',
    bad: '{ "QueryLanguage": "JSONata", "StartAt": "New data?", "States": { "New data?": { "Type": "Choice", "Choices": [{ "Condition": "{% true %}", "Next": "Train" }], "Default": "Skip" }, "Train": { "Type": "Succeed" }, "Skip": { "Type": "Succeed" } } }',
    good: '{ "QueryLanguage": "JSONata", "StartAt": "New data?", "States": { "New data?": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.rows > 0 %}", "Next": "Train" }], "Default": "Skip" }, "Train": { "Type": "Succeed" }, "Skip": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  },
  on: {
    Choice({ node, queryLanguage }, ctx) {
      if (queryLanguage !== 'JSONata') {
        return;
      }
      const rules = items(member(node, 'Choices'));
      for (const [index, rule] of rules.entries()) {
        const condition = member(rule, 'Condition');
        const text = condition?.kind === 'boolean' ? String(condition.value) : condition?.kind === 'string' ? /^\{%\s*(true|false)\s*%\}$/.exec(condition.value)?.[1] : undefined;
        const hides = index < rules.length - 1 ? 'the rules below are' : property(node, 'Default') ? '"Default" is' : undefined;
        if (condition && text === 'false') {
          ctx.report({ at: condition, message: 'This never holds, so the rule never decides.' });
        } else if (condition && text === 'true' && hides) {
          ctx.report({ at: condition, message: `This always holds, so ${hides} of no use.` });
        }
      }
    },
  },
});
