// What is wrong with the calls of an expression: unknown functions, numbers of arguments, and literals of the wrong kind.
import { jsonataArity, jsonataFunctionNamed, jsonataFunctions, jsonataSignature, type JsonataFunctionSpec, type JsonataType } from '../../spec/jsonata-functions';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { listed } from '../../text/words';
import type { ExpressionProblem } from '../problem';
import type { FunctionCall, References } from './references';
import type { Expression } from './tree';

export type JsonataCallCode = 'unknown-function' | 'refused-function' | 'function-arity' | 'function-argument';

export interface JsonataCallProblem extends ExpressionProblem<JsonataCallCode> {
  /** The function's name, without its `$`. */
  readonly name: string;
  /** What may have been meant, each with its `$`. */
  readonly near?: readonly string[];
}

/** Everything wrong with the calls of an expression, in so far as no variable of the machine hides the function. */
export function checkCalls({ calls }: References): JsonataCallProblem[] {
  return calls.flatMap((call) => (call.boundBy ? [] : checkCall(call)));
}

function checkCall(call: FunctionCall): JsonataCallProblem[] {
  const { name, span } = call.callee;
  const spec = jsonataFunctionNamed(name);
  if (!spec) {
    return [unknown(name, span)];
  }
  if (spec.refused !== undefined) {
    return [problem('refused-function', name, span, `Step Functions has no $${name}. Use $${spec.refused} to read JSON text.`, [`$${spec.refused}`])];
  }
  const { least, leastInContext, most } = jsonataArity(spec);
  const { given, node } = call;
  const isPartial = node.arguments.some(({ kind }) => kind === 'placeholder');
  if (given > most || (!isPartial && given < (call.hasContext ? leastInContext : least))) {
    return [problem('function-arity', name, node.argumentsSpan, `${jsonataSignature(spec)} takes ${amount(least, most)}, but has ${given === 0 ? 'none' : String(given)}.`)];
  }
  return checkArguments(spec, call);
}

function problem(code: JsonataCallCode, name: string, span: Span, message: string, near: readonly string[] = []): JsonataCallProblem {
  return { code, name, span, message, refused: false, near };
}

function unknown(name: string, span: Span): JsonataCallProblem {
  const names = jsonataFunctions.filter(({ refused }) => refused === undefined).map((spec) => spec.name);
  const exact = names.find((each) => each.toLowerCase() === name.toLowerCase());
  const near = (exact ? [exact] : nearest(name, names)).map((each) => `$${each}`);
  return problem('unknown-function', name, span, `There is no function "$${name}".${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''}`, near);
}

function amount(least: number, most: number): string {
  const words = (count: number): string => (count === 0 ? 'no arguments' : count === 1 ? '1 argument' : `${String(count)} arguments`);
  return least === most ? words(least) : most === Infinity ? `at least ${words(least)}` : `${String(least)} to ${words(most)}`;
}

const kinds: Record<JsonataType, string> = { text: 'a text', number: 'a number', boolean: 'true or false', list: 'a list', object: 'an object', function: 'a function', any: 'a value' };

/** Only where every parameter has its argument in place: what the context or `~>` fills in shifts the rest. */
function checkArguments(spec: JsonataFunctionSpec, { node, given }: FunctionCall): JsonataCallProblem[] {
  if (given !== node.arguments.length || given < jsonataArity(spec).least) {
    return [];
  }
  return node.arguments.flatMap((argument, index) => {
    const parameter = spec.parameters[Math.min(index, spec.parameters.length - 1)];
    const kind = kindOf(argument);
    // A single value counts as a list of one.
    if (!parameter || kind === undefined || parameter.types.some((type) => type === 'any' || type === 'list' || type === kind)) {
      return [];
    }
    const wanted = parameter.types.map((type) => (type === 'function' && argument.kind !== 'lambda' && parameter.types.length > 1 ? 'a pattern' : kinds[type])).join(' or ');
    return [problem('function-argument', spec.name, argument.span, `$${spec.name} takes ${wanted} here (${parameter.name}).`)];
  });
}

/** What a literal surely is. */
function kindOf(node: Expression): JsonataType | undefined {
  switch (node.kind) {
    case 'text':
      return 'text';
    case 'number':
      return 'number';
    case 'constant':
      // `null` fits nothing but "any", and the package says so only at run time.
      return node.value === null ? undefined : 'boolean';
    case 'list':
      return 'list';
    case 'object':
      return 'object';
    case 'lambda':
    case 'pattern':
      return 'function';
    default:
      return undefined;
  }
}
