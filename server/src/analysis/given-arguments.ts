// The arguments that stand in parentheses behind a function's name that is not there yet: how many they are, and what is known of each.
import { callBefore } from '../expressions/call-before';
import type { Argument } from '../expressions/intrinsics/tree';
import { parseJsonata } from '../expressions/jsonata/parse';
import type { Expression } from '../expressions/jsonata/tree';
import type { JsonataSite, PathSite } from '../model/sites';
import { intrinsicNamed } from '../spec/intrinsics';
import type { JsonataType } from '../spec/jsonata-functions';
import { isList, type Known } from './data/data';
import { expressionValue } from './data/jsonata';
import { followPath } from './data/paths';
import type { Definition } from './definition';

/** One argument. A pattern and a function are told apart here, though JSONata counts both as functions. */
export interface GivenArgument {
  readonly type: Exclude<JsonataType, 'any'> | 'pattern' | undefined;
  /** What a literal says. */
  readonly literal?: unknown;
}

/** The parentheses right behind a place, and what follows them. */
export interface GivenCall {
  readonly inside: string;
  readonly count: number;
  readonly behind: string;
}

/** @param behind the text behind the name; `undefined` where no parentheses begin there */
export function givenCall(behind: string): GivenCall | undefined {
  if (!behind.startsWith('(')) {
    return undefined;
  }
  // With the cursor before its closing parenthesis the call is the innermost one.
  for (let end = 1; end <= behind.length; end++) {
    if (behind[end] === ')' || end === behind.length) {
      const call = callBefore(`$f${behind.slice(0, end)}`);
      if (call?.name === '$f') {
        const inside = behind.slice(1, end);
        return { inside, count: inside.trim() === '' ? 0 : call.argument + 1, behind: behind.slice(end + 1) };
      }
    }
  }
  return undefined;
}

/** @returns for each argument what it is, as far as it is known; where they can't be read, only how many they are */
export function jsonataArguments(definition: Definition, site: JsonataSite, { inside, count }: GivenCall): GivenArgument[] {
  const { expression } = parseJsonata(`{%$f(${inside})%}`);
  const roots = definition.data.jsonataRootsAt(site);
  const read = expression.kind === 'call' ? expression.arguments.map((each) => ofExpression(each, (node) => expressionValue(node, roots))) : [];
  return read.length === count ? read : unknown(count);
}

function ofExpression(node: Expression, dataOf: (node: Expression) => Known): GivenArgument {
  switch (node.kind) {
    case 'lambda':
      return { type: 'function' };
    case 'pattern':
      return { type: 'pattern' };
    case 'text':
    case 'number':
      return { type: node.kind, literal: node.value };
    default:
      return { type: typeOf(dataOf(node)) };
  }
}

/** The same of an intrinsic function. */
export function intrinsicArguments(definition: Definition, site: PathSite, { inside, count }: GivenCall): GivenArgument[] {
  const { value } = definition.expressions.templateValue(`States.Array(${inside})`);
  const roots = definition.data.rootsAt(site);
  const read = value.kind === 'intrinsic' ? value.call.arguments.map((each) => ofArgument(each, (path) => followPath(path, roots))) : [];
  return read.length === count ? read : unknown(count);
}

function ofArgument(argument: Argument, dataOf: (path: Extract<Argument, { readonly root: unknown }>) => Known): GivenArgument {
  if ('root' in argument) {
    return { type: typeOf(dataOf(argument)) };
  }
  switch (argument.kind) {
    case 'text':
      return { type: 'text', literal: argument.value };
    case 'literal':
      return argument.value === null ? { type: undefined } : { type: typeof argument.value === 'number' ? 'number' : 'boolean', literal: argument.value };
    case 'call': {
      const returns = intrinsicNamed(argument.name)?.returns;
      return { type: returns === 'any' ? undefined : returns === 'integer' ? 'number' : returns };
    }
    default:
      return { type: undefined };
  }
}

function typeOf(data: Known): GivenArgument['type'] {
  return isList(data) ? 'list' : data?.is === 'shape' ? 'object' : data?.is === 'null' ? undefined : data?.is;
}

function unknown(count: number): GivenArgument[] {
  return Array.from({ length: count }, () => ({ type: undefined }));
}
