import { defineRule } from '../rule';
import { onProblems } from './report';

export const missingIntrinsicComma = defineRule({
  code: 'missing-intrinsic-comma',
  severity: 'warning',
  docs: {
    what: 'The arguments of an intrinsic function are separated by commas.',
    why: 'Step Functions stores a call without them, but what it makes of the arguments is not promised.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'{}-{}\' $.a, $.b)" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'{}-{}\', $.a, $.b)" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('missing-comma'),
});
