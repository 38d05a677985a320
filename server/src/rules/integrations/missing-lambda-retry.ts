import { handlersOf } from '../../model/error-handling';
import { readResource } from '../../model/resource';
import type { State } from '../../model/machine';
import { member, property } from '../../syntax/tree';
import { defineRule } from '../rule';

/** Source: Step Functions Developer Guide, "Best practices", "Handling transient Lambda service exceptions". */
const transient = ['Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException'];
const covering = [...transient, 'States.ALL', 'States.TaskFailed'];

/** The one that AWS recommends. */
const retrier = { ErrorEquals: transient, IntervalSeconds: 2, MaxAttempts: 6, BackoffRate: 2 };

export const missingLambdaRetry = defineRule({
  code: 'missing-lambda-retry',
  severity: 'hint',
  docs: {
    what: 'A task that calls a Lambda function tries again when the Lambda service itself fails for a moment.',
    why: 'That happens now and then with any function, and the execution fails on it. AWS recommends a retrier for these errors in every machine that is in production.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score" }, "Retry": [{ "ErrorEquals": ["Lambda.ClientExecutionTimeoutException", "Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException"], "IntervalSeconds": 2, "MaxAttempts": 6, "BackoffRate": 2 }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/sfn-best-practices.html',
  },
  on: {
    Task(state, ctx) {
      const { node } = state;
      const resource = node && member(node, 'Resource');
      if (!node || resource?.kind !== 'string' || !callsFunction(resource.value) || retries(state)) {
        return;
      }
      const retry = property(node, 'Retry');
      ctx.report({
        at: resource,
        message: 'The Lambda service fails for a moment now and then, and nothing tries again here.',
        fixes: retry ? [] : [{ title: 'Retry the errors that AWS recommends', edit: (editor) => editor.insert(node, 'Retry', [retrier]) }],
      });
    },
  },
});

function callsFunction(text: string): boolean {
  const resource = readResource(text);
  return resource.kind === 'function' || (resource.kind === 'integration' && !resource.sdk && resource.service.text === 'lambda' && resource.action.text === 'invoke');
}

/** True where one of the errors is retried: the author has thought of it. What a deployment brings may do so too. */
function retries(state: State): boolean {
  const retry = state.node && member(state.node, 'Retry');
  return (
    (retry !== undefined && retry.kind !== 'array') ||
    handlersOf(state).some(({ field, entries }) => field === 'Retry' && entries.some(({ node, names }) => member(node, 'ErrorEquals')?.kind === 'unknown' || names.some(({ value }) => covering.includes(value))))
  );
}
