import { defineRule } from '../rule';
import { onProblems } from './report';

export const intrinsicArgument = defineRule({
  code: 'intrinsic-argument',
  severity: 'error',
  docs: {
    what: 'A literal argument of an intrinsic function is of the kind that the function takes.',
    why: 'Step Functions stores the definition, and the run then fails with `States.IntrinsicFailure`.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Hash($.a, \'SHA-2\')" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Hash($.a, \'SHA-256\')" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('intrinsic-argument'),
});
