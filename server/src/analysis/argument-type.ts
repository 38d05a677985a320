// Whether a value can be what a service takes.
// Step Functions converts more than one would think. Source: recorded runs; AWS SDK for Java 2.x, how its JSON protocol reads values.
import { intrinsicNamed } from '../spec/intrinsics';
import type { JsonataType } from '../spec/jsonata-functions';
import type { Shape } from '../services/shape';
import type { Node } from '../syntax/tree';
import type { PathExpression } from './expressions';

/** A kind of value, as an author calls it. */
export type ValueType = 'text' | 'number' | 'boolean' | 'list' | 'object';

/** What a value is in the text; `undefined` for what is not known before the deployment or the run, and for null, which stands for nothing. */
export function valueType(node: Node): ValueType | undefined {
  switch (node.kind) {
    case 'string':
      return isEvaluated(node.value) ? undefined : 'text';
    case 'array':
      return 'list';
    case 'null':
    case 'unknown':
      return undefined;
    default:
      return node.kind;
  }
}

/** What is an expression, or is meant as one: other rules have a say on those that are not evaluated. */
export function isEvaluated(text: string): boolean {
  return text.startsWith('{%') || text.startsWith('$') || text.startsWith('States.');
}

/** What a JSONata expression or an intrinsic function is known to give. */
export function givenType(gives: JsonataType): ValueType | undefined {
  return gives === 'any' || gives === 'function' ? undefined : gives;
}

/** What the value of a `.$` key is known to be. */
export function pathType({ value }: PathExpression): ValueType | undefined {
  const returns = value.kind === 'intrinsic' ? intrinsicNamed(value.call.name)?.returns : undefined;
  return returns === 'any' ? undefined : returns === 'integer' ? 'number' : returns;
}

/**
 * True where a value can't be made into what the shape has.
 *
 * @param text the value as text, where it is known and is no list and no object
 */
export function isMistyped(type: ValueType, shape: Shape, text?: string): boolean {
  const isCompound = type === 'list' || type === 'object';
  switch (shape.kind) {
    case 'structure':
    case 'map':
      return type !== 'object';
    case 'union':
      // What DynamoDB takes as a bare text has been seen to work.
      return type !== 'object' && (isCompound || shape.name !== 'AttributeValue');
    case 'list':
      return type !== 'list';
    case 'number':
      return isCompound || type === 'boolean' || (type === 'text' && text !== undefined && !isNumeric(text));
    case 'boolean':
      return isCompound || type === 'number' || (type === 'text' && text !== undefined && !/^(true|false)$/i.test(text));
    case 'enum':
      return isCompound || (type !== 'text' && !(text === undefined ? shape.values.some((value) => isNumeric(value) || value === 'true') : shape.hasValue(text)));
    case 'time':
      return isCompound || type === 'boolean';
    default:
      return false;
  }
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

/** What a shape takes, as an author calls it. */
export function typeTaken({ kind }: Shape): string {
  switch (kind) {
    case 'structure':
    case 'map':
    case 'union':
      return 'an object';
    case 'enum':
      return 'one of its texts';
    case 'time':
      return 'a time as text';
    case 'list':
    case 'number':
    case 'boolean':
      return typeWords[kind];
    default:
      return 'text';
  }
}

export const typeWords: Readonly<Record<ValueType, string>> = { text: 'text', number: 'a number', boolean: 'true or false', list: 'a list', object: 'an object' };
