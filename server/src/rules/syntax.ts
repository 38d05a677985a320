// What the notation itself refuses. It is documented like a rule and has a code, but it can't be turned off: without a tree there is nothing to check.
import type { Rule } from './rule';

export const invalidSyntax: Rule = {
  code: 'invalid-syntax',
  severity: 'error',
  docs: {
    what: 'The text can be read as JSON, or as YAML.',
    why: 'Step Functions reads strict JSON and refuses everything else (INVALID_JSON_DESCRIPTION): comments, trailing commas, single quotes. YAML is turned into JSON before it is deployed, and has to be readable for that.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed", } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  },
  on: {},
};
