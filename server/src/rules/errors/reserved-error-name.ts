import { member } from '../../syntax/tree';
import { changeTo } from '../fixes';
import { defineRule } from '../rule';

export const reservedErrorName = defineRule({
  code: 'reserved-error-name',
  severity: 'info',
  docs: {
    what: 'The `Error` of a Fail state does not begin with `States.`.',
    why: 'Names that begin so are those of Step Functions itself. Who reads the failure, or catches it, takes it for one of those.',
    bad: '{ "StartAt": "Stop", "States": { "Stop": { "Type": "Fail", "Error": "States.LowScore", "Cause": "The model scores too low." } } }',
    good: '{ "StartAt": "Stop", "States": { "Stop": { "Type": "Fail", "Error": "LowScore", "Cause": "The model scores too low." } } }',
    source: 'https://states-language.net/spec.html#errors',
  },
  on: {
    Fail({ node }, ctx) {
      const error = member(node, 'Error');
      // With parentheses it is meant as an intrinsic function.
      if (error?.kind === 'string' && /^States\.[^(]*$/.test(error.value)) {
        const own = error.value.slice('States.'.length);
        ctx.report({
          at: error,
          message: 'Error names that begin with "States." are those of Step Functions itself.',
          fixes: own === '' ? [] : [changeTo(error, own)],
        });
      }
    },
  },
});
