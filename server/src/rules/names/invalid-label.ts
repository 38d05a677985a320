import { labelProblem, longestLabel, refusedInLabel } from '../../spec/label';
import { member } from '../../syntax/tree';
import { changeTo, preferred } from '../fixes';
import { defineRule } from '../rule';

export const invalidLabel = defineRule({
  code: 'invalid-label',
  severity: 'error',
  docs: {
    what: 'The `Label` of a Map state has 1 to 40 characters, without white space, wildcards, brackets and most other signs.',
    why: 'It becomes part of the ARN of each run of the map, and Step Functions refuses what can\'t stand there (INVALID_LABEL_NAME).',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Label": "score files", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Label": "score-files", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
  },
  on: {
    Map({ node }, ctx) {
      const label = member(node, 'Label');
      if (label?.kind !== 'string') {
        return;
      }
      const { value } = label;
      const message = labelProblem(value);
      if (message === undefined) {
        return;
      }
      if (value === '') {
        ctx.report({ at: label, message });
      } else if (Array.from(value).length > longestLabel) {
        ctx.report({ at: label, message, aws: { code: 'INVALID_LABEL_NAME', message: `Label '${value}' exceeds the 40-character limit` } });
      } else {
        const mended = value.trim().replace(new RegExp(`${refusedInLabel.source}+`, 'gu'), '-');
        ctx.report({ at: label, message, fixes: [preferred(changeTo(label, mended))], aws: { code: 'INVALID_LABEL_NAME', message: `Invalid Label name: ${value}` } });
      }
    },
  },
});
