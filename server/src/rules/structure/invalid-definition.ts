import { defineRule } from '../rule';

export const invalidDefinition = defineRule({
  code: 'invalid-definition',
  severity: 'error',
  docs: {
    what: 'A definition is an object with `StartAt` and `States`.',
    why: 'A list, a text or a number describes no machine, and Step Functions refuses it (SCHEMA_VALIDATION_FAILED).',
    bad: '[{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }]',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#toplevelfields',
  },
  on: {
    Definition({ tree: { root, notation } }, ctx) {
      // In YAML the first letters of a key are a text until its colon is there.
      const isBegun = root?.kind === 'string' && notation === 'yaml';
      if (root && root.kind !== 'object' && root.kind !== 'unknown' && !isBegun) {
        ctx.report({
          at: root,
          message: 'A definition has to be an object, with "StartAt" and "States".',
          aws: { code: 'SCHEMA_VALIDATION_FAILED', message: 'Definition must be a valid JSON object' },
        });
      }
    },
  },
});
