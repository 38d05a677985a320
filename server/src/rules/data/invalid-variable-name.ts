import { hasSubstitution } from '../../expressions/problem';
import { variableNameProblem } from '../../expressions/variable-name';
import { defineRule } from '../rule';

export const invalidVariableName = defineRule({
  code: 'invalid-variable-name',
  severity: 'error',
  docs: {
    what: '`Assign` gives whole variables names that are one word of letters, digits and `_`, without `$`.',
    why: 'Step Functions refuses other names (INVALID_VARIABLE_NAME), and `states`, which is reserved (RESERVED_VARIABLE_NAME).',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Pass", "Assign": { "best-score": 1 }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Pass", "Assign": { "bestScore": 1 }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  },
  on: {
    Definition(definition, ctx) {
      for (const { name, key } of definition.variables.assignments) {
        const problem = hasSubstitution(name) ? undefined : variableNameProblem(name);
        if (problem) {
          const aws =
            problem.code === 'reserved-variable'
              ? { code: 'RESERVED_VARIABLE_NAME', message: `Cannot assign to reserved variable '$${name}'.` }
              : { code: 'INVALID_VARIABLE_NAME', message: `Invalid variable name '${name}': the variable name contains invalid characters.` };
          ctx.report({ at: name === '' ? key : ctx.definition.inside(key, problem.span), message: problem.message, aws });
        }
      }
    },
  },
});
