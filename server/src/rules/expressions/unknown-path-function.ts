import { defineRule } from '../rule';
import { onProblems } from './report';

export const unknownPathFunction = defineRule({
  code: 'unknown-path-function',
  severity: 'warning',
  docs: {
    what: 'A path calls only functions that the dialect has: `length()`, `sum()`, `min()` and a few more.',
    why: 'Step Functions stores the definition, and the run then fails at this path.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "$.names.count()" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "$.names.length()" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html',
  },
  on: onProblems('unknown-path-function'),
});
