// What kind of value a place inside a JSONata expression wants: told by the operators and the call around it, or by the field that the expression is the value of.
import { callBefore } from '../expressions/call-before';
import type { JsonataSite, PathSite } from '../model/sites';
import type { Shape } from '../services/shape';
import type { ValueKind } from '../spec/field';
import { intrinsicNamed } from '../spec/intrinsics';
import { jsonataFunctionNamed, type JsonataType } from '../spec/jsonata-functions';
import { valuePlaceOf } from './arguments-place';
import type { Definition } from './definition';

/**
 * @param before what stands before the value in the expression, without its `{%`
 * @param behind what stands behind it, without `%}`
 * @returns `undefined` where any value may stand
 */
export function wantedType(definition: Definition, site: JsonataSite, before: string, behind: string): JsonataType | undefined {
  const [front, back] = [before.trimEnd(), behind.trimStart()];
  return byOperator(operatorAt(back), back) ?? byOperator(operatorBefore(front), front) ?? ofCall(front) ?? (front === '' && back === '' ? ofField(definition, site) : undefined);
}

/** The same in a path or an intrinsic function. */
export function wantedIntrinsic({ use }: PathSite, before: string): JsonataType | undefined {
  const call = /[(,]\s*$/.test(before) ? callBefore(before) : undefined;
  const parameters = call ? intrinsicNamed(call.name)?.parameters : undefined;
  const type = parameters?.[Math.min(call?.argument ?? 0, parameters.length - 1)]?.type ?? (use === 'text-path' ? 'text' : undefined);
  return type === 'any' ? undefined : type === 'integer' ? 'number' : type;
}

function operatorAt(text: string): string | undefined {
  return /^(?:~>|[<>!]=|\.\.|[-&+*/%<>=?[]|(?:and|or|in)\b)/.exec(text)?.[0];
}

function operatorBefore(text: string): string | undefined {
  return /(?:~>|[<>!]=|:=|[-&+*/%<>=]|\b(?:and|or))$/.exec(text)?.[0];
}

/** @param text with the operator; what it is compared with may be a literal */
function byOperator(operator: string | undefined, text: string): JsonataType | undefined {
  switch (operator) {
    case '&':
      return 'text';
    case 'and':
    case 'or':
    case '?':
      return 'boolean';
    case '[':
      return 'list';
    case '=':
    case '!=':
      return literalBeside(text);
    case undefined:
    case '~>':
    case ':=':
    case '..':
    case 'in':
      return undefined;
    default:
      return 'number';
  }
}

function literalBeside(text: string): JsonataType | undefined {
  const [, behind = ''] = /^!?=\s*(\S)/.exec(text) ?? [];
  const [, before = ''] = /(\S)\s*!?=$/.exec(text) ?? [];
  const beside = behind === '' ? before : behind;
  return /["']/.test(beside) ? 'text' : /\d/.test(beside) ? 'number' : /^!?=\s*(?:true|false)\b/.test(text) ? 'boolean' : undefined;
}

/** What the parameter takes that the value is handed to. */
function ofCall(before: string): JsonataType | undefined {
  const call = /[(,]$/.test(before) ? callBefore(before) : undefined;
  const parameters = call ? jsonataFunctionNamed(call.name.slice(1))?.parameters : undefined;
  const types = parameters?.[Math.min(call?.argument ?? 0, parameters.length - 1)]?.types;
  return types?.length === 1 && types[0] !== 'any' ? types[0] : undefined;
}

/** What the whole expression has to give. */
function ofField(definition: Definition, { field, node, part }: JsonataSite): JsonataType | undefined {
  const holder = node.parent?.kind === 'property' ? node.parent : undefined;
  const shape = holder && valuePlaceOf(definition, holder)?.shape;
  return shape ? ofShape(shape) : holder?.parent === part.node ? fieldTypes[field.kind] : undefined;
}

const fieldTypes: Readonly<Record<ValueKind, JsonataType | undefined>> = {
  text: 'text', integer: 'number', number: 'number', boolean: 'boolean', object: 'object', list: 'list', collection: 'list', payload: undefined,
};

function ofShape({ kind }: Shape): JsonataType | undefined {
  switch (kind) {
    case 'string':
    case 'enum':
    case 'time':
    case 'blob':
      return 'text';
    case 'number':
    case 'boolean':
    case 'list':
      return kind;
    case 'structure':
    case 'union':
    case 'map':
      return 'object';
    default:
      return undefined;
  }
}
