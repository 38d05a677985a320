import { stateTypes } from '../../spec/state-types';
import { member, property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const missingTransition = defineRule({
  code: 'missing-transition',
  severity: 'error',
  docs: {
    what: 'A Task, Pass, Wait, Parallel or Map state says what follows: by `Next`, or by `"End": true`.',
    why: 'Step Functions refuses a state with neither (SCHEMA_VALIDATION_FAILED). `"End": false` counts as nothing.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "End": true } } }',
    source: 'https://states-language.net/spec.html#transition',
  },
  on: {
    State({ type, node, name, nameNode }, ctx) {
      if (!type || !node || !stateTypes[type].transitions || property(node, 'Next')) {
        return;
      }
      const end = member(node, 'End');
      if (!property(node, 'End')) {
        ctx.report({ at: nameNode, message: `The state "${name}" does not say what follows. Give it a "Next", or "End": true.` });
      } else if (end?.kind === 'boolean' && !end.value) {
        ctx.report({ at: end, message: '"End": false is the same as no "End", and there is no "Next".' });
      }
    },
  },
});
