import { operators, ruleKinds } from '../../spec/choice';
import { toValue, type ObjectNode, type ObjectProperty } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';

export const conflictingTests = defineRule({
  code: 'conflicting-tests',
  severity: 'error',
  docs: {
    what: 'A choice rule tests one thing: exactly one of `And`, `Or`, `Not` and `Variable`, and with `Variable` one operator.',
    why: 'Step Functions does not guess how two tests go together; it refuses the rule (SCHEMA_VALIDATION_FAILED). A range is two tests under `And`.',
    bad: '{ "StartAt": "Fair?", "States": { "Fair?": { "Type": "Choice", "Choices": [{ "Variable": "$.f1", "NumericGreaterThan": 0.5, "NumericLessThan": 0.9, "Next": "Tune" }], "Default": "Stop" }, "Tune": { "Type": "Succeed" }, "Stop": { "Type": "Fail" } } }',
    good: '{ "StartAt": "Fair?", "States": { "Fair?": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.f1", "NumericGreaterThan": 0.5 }, { "Variable": "$.f1", "NumericLessThan": 0.9 }], "Next": "Tune" }], "Default": "Stop" }, "Tune": { "Type": "Succeed" }, "Stop": { "Type": "Fail" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Test({ part, kinds, operators: there }, ctx) {
      // In the other query language each of these is refused by itself.
      if (part.queryLanguage !== 'JSONPath') {
        return;
      }
      const [kind, second] = kinds.filter(({ key }) => key.value !== 'Condition');
      const [operator, another] = there;
      if (kind && second && kind.key.value !== second.key.value) {
        ctx.report({
          at: second.key,
          message: `A rule tests one thing, and "${kind.key.value}" is here already.`,
          related: [{ at: kind.key, message: `"${kind.key.value}" is here.` }],
          aws: { code, message: `The object must have only one of the following fields, [${ruleKinds.join(', ')}]` },
        });
      } else if (kind && operator && kind.key.value !== 'Variable') {
        ctx.report({
          at: operator.key,
          message: `"${operator.key.value}" compares a "Variable", and this rule has "${kind.key.value}" instead.`,
          related: [{ at: kind.key, message: `"${kind.key.value}" is here.` }],
        });
      } else if (kind && operator && another && operator.key.value !== another.key.value) {
        ctx.report({
          at: another.key,
          message: `One operator a rule: "${operator.key.value}" is here already. Both together take an "And".`,
          related: [{ at: operator.key, message: `"${operator.key.value}" is here.` }],
          fixes: [combine(part.node, there)],
          aws: { code, message: `There should only be one of the following fields: [${operators.map(({ name }) => name).join(', ')}]` },
        });
      }
    },
  },
});

const code = 'SCHEMA_VALIDATION_FAILED';

function combine(node: ObjectNode, together: readonly ObjectProperty[]): Fix {
  return {
    title: 'Combine with "And"',
    edit: (editor) => {
      const { Variable, ...rest } = toValue(node) as Record<string, unknown>;
      const names = new Set(together.map(({ key }) => key.value));
      const tests = [...names].map((name) => ({ Variable, [name]: rest[name] }));
      const others = Object.entries(rest).filter(([name]) => !names.has(name));
      editor.setValue(node, { And: tests, ...Object.fromEntries(others) });
    },
  };
}
