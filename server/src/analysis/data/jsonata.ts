// What a JSONata expression gives, as far as it is known.
import { isJsonata } from '../../expressions/jsonata/parse';
import type { Call, Expression } from '../../expressions/jsonata/tree';
import { jsonataFunctionNamed } from '../../spec/jsonata-functions';
import type { Node } from '../../syntax/tree';
import type { ExpressionCache } from '../expression-cache';
import { boolean, either, fieldOf, isList, itemOf, listOf, merged, number, object, ofType, text, type Known } from './data';
import { writtenData } from './written';

/** What `$states` and the variables hold where an expression stands. */
export interface JsonataRoots {
  readonly states: Known;
  variable(name: string): Known;
}

/** What an expression between `{%` and `%}` gives; unknown where it can't be read. */
export function expressionData(value: string, roots: JsonataRoots, expressions: ExpressionCache): Known {
  return isJsonata(value) ? expressionValue(expressions.jsonata(value).expression, roots) : text;
}

/** The same of an expression that is read already, or of a part of one. */
export function expressionValue(expression: Expression | undefined, roots: JsonataRoots): Known {
  return evaluate(expression, undefined, roots);
}

/** What a value with expressions in it gives. */
export function jsonataData(node: Node | undefined, roots: JsonataRoots, expressions: ExpressionCache): Known {
  return writtenData(node, { text: (value) => expressionData(value, roots, expressions) });
}

/** @param context what names refer to: the value that the path has come to */
function evaluate(node: Expression | undefined, context: Known, roots: JsonataRoots): Known {
  switch (node?.kind) {
    case 'text':
      return text;
    case 'number':
    case 'negation':
      return number;
    case 'constant':
      return node.value === null ? { is: 'null' } : boolean;
    case 'name':
      return step(context, (each) => fieldOf(each, node.name));
    case 'variable':
      return node.name === '' ? context : node.name === 'states' ? roots.states : roots.variable(node.name);
    case 'path':
      return node.steps.reduce((data, each) => evaluate(each, data, roots), context);
    case 'filter':
      return filtered(evaluate(node.target, context, roots), node.predicate);
    case 'sort':
      return evaluate(node.target, context, roots);
    case 'block':
      return evaluate(node.expressions.at(-1), context, roots);
    case 'list':
      return listOf(node.items.map((item) => evaluate(item, context, roots)).reduce(either, undefined));
    case 'range':
      return listOf(number);
    case 'object':
      return mapped(context, (each) => object(node.entries.flatMap(({ key, value }) => (key.kind === 'text' ? [[key.value, evaluate(value, each, roots)] as const] : []))));
    case 'binary':
      return node.operator === '&' ? text : /^[-+*/%]$/.test(node.operator) ? number : boolean;
    case 'condition':
      return either(evaluate(node.then, context, roots), evaluate(node.otherwise, context, roots));
    case 'call':
      return called(node, context, roots);
    default:
      return undefined;
  }
}

/** A name is looked up in every item of a list. */
function step(data: Known, field: (data: Known) => Known): Known {
  return isList(data) ? listOf(field(itemOf(data))) : field(data);
}

/** An object at the end of a path over a list is made for each item. */
function mapped(data: Known, make: (data: Known) => Known): Known {
  return isList(data) ? listOf(make(itemOf(data))) : make(data);
}

function filtered(data: Known, predicate: Expression | undefined): Known {
  const isPlace = predicate?.kind === 'number' || predicate?.kind === 'negation';
  return isPlace && isList(data) ? itemOf(data) : data;
}

function called({ callee, arguments: given }: Call, context: Known, roots: JsonataRoots): Known {
  const name = callee.kind === 'variable' ? callee.name : '';
  const [first] = given;
  if (name === 'merge' && first?.kind === 'list') {
    return first.items.map((item) => evaluate(item, context, roots)).reduce(merged, undefined);
  }
  if (name === 'append' || name === 'sort' || name === 'reverse' || name === 'distinct' || name === 'shuffle' || name === 'filter') {
    return evaluate(first, context, roots);
  }
  const spec = jsonataFunctionNamed(name);
  return spec && ofType(spec.returns);
}
