import { defineRule } from '../rule';
import { onProblems } from './report';

export const unquotedFilterText = defineRule({
  code: 'unquoted-filter-text',
  severity: 'warning',
  docs: {
    what: 'Text in a filter stands in single quotes.',
    why: 'A word without quotes is not reliably read as text, so the filter may let nothing through.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "$.files[?(@.kind == csv)]" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "$.files[?(@.kind == \'csv\')]" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html',
  },
  on: onProblems('unquoted-text'),
});
