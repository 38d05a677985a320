// What kind of value an expression gives, where its text alone shows it.
import { jsonataFunctionNamed, type JsonataType } from '../../spec/jsonata-functions';
import type { Call, Expression } from './tree';

/** @param isBound true for a name that the expression binds for itself, so that it is no built-in function */
export function typeOf(expression: Expression | undefined, isBound: (name: string) => boolean): JsonataType {
  switch (expression?.kind) {
    case 'text':
    case 'number':
    case 'list':
    case 'object':
      return expression.kind;
    case 'constant':
      return expression.value === null ? 'any' : 'boolean';
    case 'negation':
      return 'number';
    case 'binary':
      return expression.operator === '&' ? 'text' : /^[-+*/%]$/.test(expression.operator) ? 'number' : 'boolean';
    case 'block':
      return typeOf(expression.expressions.at(-1), isBound);
    case 'assignment':
      return typeOf(expression.value, isBound);
    case 'condition': {
      const type = typeOf(expression.then, isBound);
      return expression.otherwise === undefined || typeOf(expression.otherwise, isBound) === type ? type : 'any';
    }
    case 'application':
      return expression.function.kind === 'call' ? typeOf(expression.function, isBound) : returnOf(expression.function, isBound);
    case 'call':
      return isPartial(expression) ? 'any' : returnOf(expression.callee, isBound);
    default:
      return 'any';
  }
}

function isPartial(call: Call): boolean {
  return call.arguments.some(({ kind }) => kind === 'placeholder');
}

/** A list of one that a function gives comes without its list, so a list is nothing to build on. */
function returnOf(callee: Expression, isBound: (name: string) => boolean): JsonataType {
  const returns = callee.kind === 'variable' && !isBound(callee.name) ? jsonataFunctionNamed(callee.name)?.returns : undefined;
  return returns === undefined || returns === 'list' || returns === 'function' ? 'any' : returns;
}
