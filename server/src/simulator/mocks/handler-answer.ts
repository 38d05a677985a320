// A Lambda function of the person's own in place of the one that a task calls: what it is given, and what the task makes of its answer.
// Source: Step Functions Developer Guide, "Invoke an AWS Lambda function with Step Functions"; Lambda Developer Guide, "Function errors".
import { memberOf, parseJson, type Json } from '../../expressions/value';
import { readResource } from '../../model/resource';
import type { Answer, TaskCall } from '../world';
import { MockMistake } from './mistake';
import type { HandlerResult, MockHelpers } from './mocks';

/** Calls the function. Throws a `MockMistake` where nobody may run it. */
export async function handlerAnswer(handler: string, call: TaskCall, { callHandler }: MockHelpers): Promise<Answer> {
  if (!callHandler) {
    throw new MockMistake(`A mock of "${call.state}" calls ${handler}, and no code is run here: that needs a trusted workspace on this machine, or --allow-handlers on the command line.`);
  }
  const read = readResource(call.resource);
  const isInvoke = read.kind === 'integration' && read.service.text === 'lambda' && read.action.text === 'invoke';
  const isSdk = read.kind === 'integration' && read.sdk;
  const payload = memberOf(call.arguments, 'Payload') ?? {};
  const event = !isInvoke ? call.arguments : isSdk && typeof payload === 'string' ? (parseJson(payload) ?? payload) : payload;
  const result = await callHandler(handler, event);
  if (isInvoke && isSdk) {
    return { is: 'result', value: sdkAnswer(result) };
  }
  if ('errorType' in result) {
    return { is: 'error', error: result.errorType, cause: JSON.stringify(result.error) };
  }
  const isWaited = read.kind === 'integration' && read.pattern.text !== '';
  return { is: 'result', value: isInvoke && !isWaited ? { ExecutedVersion: '$LATEST', Payload: result.value, StatusCode: 200 } : result.value };
}

/** An API call succeeds even where the function fails, and its payload is a text. */
function sdkAnswer(result: HandlerResult): Json {
  const failed = 'errorType' in result;
  return { ExecutedVersion: '$LATEST', ...(failed && { FunctionError: 'Unhandled' }), Payload: JSON.stringify(failed ? result.error : result.value), StatusCode: 200 };
}
