import { defineRule } from '../rule';
import { onProblems } from './report';

export const excessiveIntrinsicNesting = defineRule({
  code: 'excessive-intrinsic-nesting',
  severity: 'warning',
  docs: {
    what: 'Calls of intrinsic functions are nested at most ten deep.',
    why: 'Deeper calls fail when the state runs.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array($.a)))))))))))" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Array(States.Array($.a))" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('intrinsic-nesting'),
});
