// What a task gives by default: what the model of its service says that it answers when all goes well.
import { isObject, memberOf, type Json } from '../../expressions/value';
import { readResource } from '../../model/resource';
import type { Catalog } from '../../services/catalog';
import { sampleAnswer, type SampleOptions } from '../../services/sample-answer';
import type { Shape } from '../../services/shape';

const whole: SampleOptions = { depth: 4 };

/**
 * A plausible answer; `{}` of what nothing is known of, such as a function of one's own.
 *
 * @param resource as the state has it: `arn:aws:states:::sagemaker:createTrainingJob.sync`
 * @param given the arguments; what the answer has of the same name and kind is taken from them, as a job is named as it was called
 */
export function defaultAnswer(resource: string, given: Json, services: Catalog, options = whole): Json {
  const answer = sampleAnswer(outputOf(resource, services), options) as Json;
  return echoed(resource.endsWith('.sync:2') ? inJson(answer) : answer, given);
}

/** What a task gives; `undefined` where that is not known. */
export function outputOf(resource: string, services: Catalog): Shape | undefined {
  const read = readResource(resource);
  if (read.kind !== 'integration') {
    return undefined;
  }
  const { sdk, service, action, pattern } = read;
  const known = sdk ? services.get(service.text)?.action(action.text) : services.optimized(`${service.text}:${action.text}`)?.action;
  return pattern.text.startsWith('.sync') ? known?.endOutput : pattern.text === '' ? known?.output : undefined;
}

/** Where a machine is waited for that way, what it took and gave is no text. */
function inJson(answer: Json): Json {
  return isObject(answer) ? Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, value === '{}' ? {} : value])) : answer;
}

/** What is named in the call is named the same in the answer. */
function echoed(answer: Json, given: Json): Json {
  if (!isObject(answer)) {
    return answer;
  }
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => {
    const same = memberOf(given, name);
    return [name, typeof same === 'string' && typeof value === 'string' ? same : value];
  }));
}
