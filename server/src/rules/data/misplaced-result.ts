import { member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const misplacedResult = defineRule({
  code: 'misplaced-result',
  severity: 'warning',
  docs: {
    what: 'A `ResultPath` puts its result into an object: what comes before hands on one.',
    why: 'A list, a text or a number has no place for a name, and the run fails with `States.ResultPathMatchFailure`. A Parallel or Map state hands on a list.',
    bad: '{ "StartAt": "Sizes", "States": { "Sizes": { "Type": "Pass", "Result": [10, 20], "Next": "Mark" }, "Mark": { "Type": "Pass", "Result": true, "ResultPath": "$.marked", "End": true } } }',
    good: '{ "StartAt": "Sizes", "States": { "Sizes": { "Type": "Pass", "Result": { "sizes": [10, 20] }, "Next": "Mark" }, "Mark": { "Type": "Pass", "Result": true, "ResultPath": "$.marked", "End": true } } }',
    source: 'https://states-language.net/spec.html#using-paths',
  },
  on: {
    State(state, ctx) {
      const input = state.queryLanguage === 'JSONPath' ? ctx.inputOf(state) : undefined;
      if (input && input.kind !== 'object') {
        for (const holder of [state.node, ...state.catchers]) {
          const path = member(holder, 'ResultPath');
          if (path?.kind === 'string' && /^\$\.\w/.test(path.value)) {
            ctx.report({ at: path, message: `What comes before hands on a ${input.kind}, so there is no place for "${path.value}" in it.` });
          }
        }
      }
    },
  },
});
