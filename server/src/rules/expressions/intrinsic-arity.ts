import { defineRule } from '../rule';
import { onProblems } from './report';

export const intrinsicArity = defineRule({
  code: 'intrinsic-arity',
  severity: 'error',
  docs: {
    what: 'An intrinsic function gets as many arguments as it takes.',
    why: 'Step Functions stores the definition, and the run then fails with `States.IntrinsicFailure`.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.ArrayLength($.a, $.b)" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.ArrayLength($.a)" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('intrinsic-arity'),
});
