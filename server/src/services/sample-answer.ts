// What a service may answer when all goes well, by its model: a job has ended, a text names what it is, and no more pages follow.
import { sampleValue } from '../spec/sample-values';
import type { Member, Shape } from './shape';

export interface SampleOptions {
  /** So deep are members filled in. */
  readonly depth: number;
  /** Whether a member belongs in it; one that the model requires always does. */
  wants?(member: Member, depth: number): boolean;
}

/** A value of a shape; plain JSON. `{}` where nothing is known of it. */
export function sampleAnswer(shape: Shape | undefined, options: SampleOptions, name = '', depth = 0): unknown {
  switch (shape?.kind) {
    case 'number':
      return /^(?:Http)?StatusCode$/i.test(name) ? 200 : /progress|percent/i.test(name) ? 100 : 0;
    case 'boolean':
      return false;
    case 'string':
      return sampleText(name);
    case 'enum':
      return bestOf(shape.values);
    case 'time':
      return '2025-01-01T00:00:00.000Z';
    case 'list': {
      const item = depth < options.depth ? sampleAnswer(shape.item, options, name.replace(/(?:List|s)$/, ''), depth + 1) : undefined;
      return item === undefined || isEmpty(item) ? [] : [item];
    }
    case 'structure':
      return Object.fromEntries(
        [...shape.members.values()]
          .filter((member) => depth < options.depth && !leftOut.test(member.name) && !isFailure(member) && !member.deprecated && (member.required || (options.wants?.(member, depth) ?? true)))
          .map((member) => [member.name, sampleAnswer(member.shape, options, member.name, depth + 1)]),
      );
    case 'blob':
      return '{}';
    default:
      return {};
  }
}

/** What has more pages to come, or is of the call and not of the answer. */
const leftOut = /^(?:Next|LastEvaluated)|(?:Token|Marker)$|^Sdk\w+Metadata$|^ResponseMetadata$/;

/** What is there only when something went wrong. */
function isFailure({ name, shape }: Member): boolean {
  return /fail|error|exception|abort|cancel|^Cause$|Reason$/i.test(name) && shape.kind !== 'number';
}

/** From best to worst. */
const successes = [/^(?:succeeded|completed?|success|successful|finished|inservice)$/i, /^(?:active|available|ready|running|enabled|online|ok)$/i];
const troubles = /fail|error|stop|delet|invalid|cancel|abort|time|unhealthy|inactive|disabled|reject/i;

function bestOf(values: readonly string[]): string {
  const found = successes.map((success) => values.find((value) => success.test(value))).find((value) => value !== undefined);
  return found ?? values.find((value) => !troubles.test(value)) ?? values[0] ?? '';
}

/** A text for a member of that name. */
export function sampleText(name: string): string {
  return /(?:Status|State)$/.test(name) ? 'SUCCEEDED' : /^(?:Output|Input|Body|Payload)$/.test(name) ? '{}' : /Version$/.test(name) ? '1' : (sampleValue(name, 'aws') ?? (name === '' ? 'text' : words(name)));
}

/** `training-job-name` for `TrainingJobName`. */
function words(name: string): string {
  return name.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4').toLowerCase();
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
