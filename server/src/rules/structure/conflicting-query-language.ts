import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const conflictingQueryLanguage = defineRule({
  code: 'conflicting-query-language',
  severity: 'error',
  docs: {
    what: 'In a machine whose `QueryLanguage` is JSONata no state says JSONPath.',
    why: 'Step Functions takes JSONata states in a JSONPath machine, but not the other way round (SCHEMA_VALIDATION_FAILED). To move to JSONata state by state, leave the machine at JSONPath until the last one is done.',
    bad: '{ "QueryLanguage": "JSONata", "StartAt": "Train", "States": { "Train": { "Type": "Pass", "QueryLanguage": "JSONPath", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "QueryLanguage": "JSONata", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html',
  },
  on: {
    State({ node, name, machine, queryLanguage }, ctx) {
      const said = property(node, 'QueryLanguage');
      if (said?.value && queryLanguage === 'JSONPath' && machine.queryLanguage === 'JSONata') {
        ctx.report({
          at: said.value,
          message: `"${name}" can't be in JSONPath, as the whole machine is in JSONata.`,
          fixes: [
            {
              title: 'Remove "QueryLanguage"',
              edit: (editor) => {
                editor.remove(said);
              },
            },
          ],
          aws: { code: 'SCHEMA_VALIDATION_FAILED', message: '\'QueryLanguage\' can not be \'JSONPath\' if set to \'JSONata\' for whole state machine' },
        });
      }
    },
  },
});
