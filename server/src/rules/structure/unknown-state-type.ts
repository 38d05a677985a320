import { stateTypeNames } from '../../spec/state-types';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeTo, preferred } from '../fixes';
import { defineRule } from '../rule';

export const unknownStateType = defineRule({
  code: 'unknown-state-type',
  severity: 'error',
  docs: {
    what: '`Type` is one of the eight state types, letter case included.',
    why: 'Step Functions refuses any other (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true } } }',
    source: 'https://states-language.net/spec.html#state-type-table',
  },
  on: {
    State({ typeNode, type }, ctx) {
      if (typeNode?.kind !== 'string' || type) {
        return;
      }
      const near = nearest(typeNode.value, stateTypeNames, 1);
      ctx.report({
        at: typeNode,
        message: `"${typeNode.value}" is not a state type. ${near.length > 0 ? `Did you mean ${listed(near)}?` : `There are ${listed(stateTypeNames, 'and')}.`}`,
        aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]` },
        fixes: near.map((name) => preferred(changeTo(typeNode, name))),
      });
    },
  },
});
