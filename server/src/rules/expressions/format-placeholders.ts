import { defineRule } from '../rule';
import { onProblems } from './report';

export const formatPlaceholders = defineRule({
  code: 'format-placeholders',
  severity: 'error',
  docs: {
    what: 'The template of `States.Format` has as many `{}` as values follow it.',
    why: 'Step Functions stores the definition, and the run then fails with `States.IntrinsicFailure`.',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'{}-{}\', $.a)" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'{}\', $.a)" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('format-placeholders'),
});
