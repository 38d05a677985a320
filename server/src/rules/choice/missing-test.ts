import { ruleKinds } from '../../spec/choice';
import { defineRule } from '../rule';

export const missingTest = defineRule({
  code: 'missing-test',
  severity: 'error',
  docs: {
    what: 'A choice rule tests something: a `Variable` by an operator, or other tests by `And`, `Or` or `Not`; in JSONata a `Condition`.',
    why: 'Step Functions refuses a rule without a test (SCHEMA_VALIDATION_FAILED). What holds when no rule does is called `Default`.',
    bad: '{ "StartAt": "Good enough?", "States": { "Good enough?": { "Type": "Choice", "Choices": [{ "Variable": "$.accuracy", "Next": "Deploy" }], "Default": "Retrain" }, "Deploy": { "Type": "Succeed" }, "Retrain": { "Type": "Fail" } } }',
    good: '{ "StartAt": "Good enough?", "States": { "Good enough?": { "Type": "Choice", "Choices": [{ "Variable": "$.accuracy", "NumericGreaterThan": 0.9, "Next": "Deploy" }], "Default": "Retrain" }, "Deploy": { "Type": "Succeed" }, "Retrain": { "Type": "Fail" } } }',
    source: 'https://states-language.net/spec.html#choice-state',
  },
  on: {
    Test({ part: { is, fields, name, queryLanguage }, kinds, operators }, ctx) {
      // An unknown name is most likely the test, or on its way to be one; that it is unknown is said elsewhere.
      if (fields.includes(undefined)) {
        return;
      }
      const [operator] = operators;
      const [only] = kinds;
      if (kinds.length === 0 && queryLanguage === 'JSONPath' && operator) {
        ctx.report({ at: operator.key, message: `"${operator.key.value}" has nothing to compare: the rule has no "Variable".`, aws });
      } else if (kinds.length === 0 && !operator) {
        const wanted = queryLanguage === 'JSONata' ? 'a "Condition"' : 'a "Variable" with an operator, or "And", "Or" or "Not"';
        ctx.report({ at: name, message: `${is === 'choiceRule' ? 'The rule' : 'This'} tests nothing. It needs ${wanted}.`, aws });
      } else if (kinds.length === 1 && only?.key.value === 'Variable' && only.value?.kind === 'string' && !operator && queryLanguage === 'JSONPath') {
        ctx.report({ at: only.key, message: `"${only.value.value}" is compared with nothing: an operator such as "StringEquals" or "IsPresent" is missing.` });
      }
    },
  },
});

const aws = { code: 'SCHEMA_VALIDATION_FAILED', message: `The object must have only one of the following fields, [${ruleKinds.join(', ')}]` };
