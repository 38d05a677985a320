import { defineRule } from '../rule';
import { onProblems } from './report';

export const invalidIntrinsic = defineRule({
  code: 'invalid-intrinsic',
  severity: 'error',
  docs: {
    what: 'A call of an intrinsic function is complete: its name, parentheses, and arguments that are paths, numbers, text in single quotes, or further calls.',
    why: 'Step Functions reads the call when the definition is stored and refuses what it can\'t read (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'model-{}\', $.id" }, "End": true } } }',
    good: '{ "StartAt": "Name", "States": { "Name": { "Type": "Pass", "Parameters": { "name.$": "States.Format(\'model-{}\', $.id)" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html',
  },
  on: onProblems('intrinsic-syntax'),
});
