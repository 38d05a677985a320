// What Step Functions itself finds wrong with arguments, before anything is called.
import { isList, isObject, memberOf, type Json } from '../expressions/value';
import type { Visit } from './visit';

/** Throws what the service says of arguments that it would not send. */
export function checkArguments(visit: Visit, title: string, handed: Json): void {
  const headers = memberOf(handed, 'Headers');
  // Other values of this integration are checked by the API that is called.
  if (title === 'apigateway:invoke' && headers !== undefined && !isHeaders(headers)) {
    throw visit.runtime(`The Parameters '${JSON.stringify(handed)}' could not be used to start the Task: [The value of the field 'Headers' has an invalid format]`);
  }
}

/** Each header has a list of texts. */
function isHeaders(value: Json): boolean {
  return isObject(value) && Object.values(value).every((texts) => isList(texts) && texts.every((text) => typeof text === 'string'));
}
