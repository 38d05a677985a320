import { member } from '../../syntax/tree';
import { changeTo, preferred } from '../fixes';
import { defineRule } from '../rule';

const longest = 40;
const refused = /[\s?*<>{}[\]:;,\\|^~$#%&"`\u0000-\u001f\u007f-\u009f]/u;

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
      const bad = refused.exec(value)?.[0];
      const length = Array.from(value).length;
      const mended = value.trim().replace(new RegExp(`${refused.source}+`, 'gu'), '-');
      if (value === '') {
        ctx.report({ at: label, message: 'A label can\'t be empty. Without "Label" there is one made from the state\'s name.' });
      } else if (length > longest) {
        ctx.report({
          at: label,
          message: `A label has at most ${String(longest)} characters, and this one has ${String(length)}.`,
          aws: { code: 'INVALID_LABEL_NAME', message: `Label '${value}' exceeds the 40-character limit` },
        });
      } else if (bad !== undefined) {
        ctx.report({
          at: label,
          message: `${/\s/.test(bad) ? 'White space' : JSON.stringify(bad)} can't stand in a label.`,
          fixes: [preferred(changeTo(label, mended))],
          aws: { code: 'INVALID_LABEL_NAME', message: `Invalid Label name: ${value}` },
        });
      }
    },
  },
});
