import { Leaf } from '../../syntax/nodes';
import { defineRule, type AwsRefusal } from '../rule';

export const invalidDefinition = defineRule({
  code: 'invalid-definition',
  severity: 'error',
  docs: {
    what: 'A definition is an object with `StartAt` and `States`.',
    why: 'A list, a text or a number describes no machine, nor does an empty file, and Step Functions refuses it (SCHEMA_VALIDATION_FAILED).',
    bad: '[{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }]',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#toplevelfields',
  },
  on: {
    Definition({ tree, isFinished, host: { span } }, ctx) {
      const { root } = tree;
      if (root && root.kind !== 'object' && root.kind !== 'unknown' && !tree.isOpen) {
        ctx.report({ at: root, message: 'A definition has to be an object, with "StartAt" and "States".', aws });
      } else if (!root && isFinished) {
        ctx.report({ at: new Leaf('null', null, span.start, span.start, undefined), message: 'There is no definition here, only an empty text.', aws });
      }
    },
  },
});

const aws: AwsRefusal = { code: 'SCHEMA_VALIDATION_FAILED', message: 'Definition must be a valid JSON object' };
