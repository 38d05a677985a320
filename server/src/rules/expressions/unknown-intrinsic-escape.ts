import { defineRule } from '../rule';
import { onProblems } from './report';

export const unknownIntrinsicEscape = defineRule({
  code: 'unknown-intrinsic-escape',
  severity: 'warning',
  docs: {
    what: 'In the text of an intrinsic function, a backslash stands before a quote, a brace or another backslash.',
    why: 'Before anything else it is not read as it was meant.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'a\\\\n{}\', $.b)" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'a {}\', $.b)" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('unknown-escape'),
});
