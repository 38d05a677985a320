// What a deployment fills in: `${Name}` in a text, and the functions of CloudFormation.
import type { Span } from '../text/span';
import { Leaf, Unknown, type Parent } from './nodes';
import type { FunctionCall, Node, ObjectProperty, StringNode, UnknownNode } from './tree';

/**
 * True where the text has a `${…}` that a deployment may replace.
 *
 * A JSONata expression can have `${` for itself, as in `$items${ name: price }`; only what looks like a name is then a placeholder.
 */
export function hasPlaceholder(text: string): boolean {
  return text.includes('${') && (text.startsWith('{%') ? /\$\{!?[\w.:-]+\}/ : /\$\{[^}]+\}/).test(text);
}

/** The placeholders in a text: their names, with `!` where Sub is to leave one alone, and where they stand. */
export function placeholdersIn(text: string): { readonly name: string; readonly span: Span }[] {
  if (!hasPlaceholder(text)) {
    return [];
  }
  const pattern = text.startsWith('{%') ? /\$\{(!?[\w.:-]+)\}/g : /\$\{([^}]+)\}/g;
  return [...text.matchAll(pattern)].map(({ 0: all, 1: name = '', index }) => ({ name, span: { start: index, end: index + all.length } }));
}

/** True for a key that a deployment fills in or unfolds into several: `${Name}`, `Fn::ForEach::Steps`. */
export function isOpenKey(name: string): boolean {
  return hasPlaceholder(name) || name.startsWith('Fn::');
}

/** The functions, by their names without `Fn::` and `!`. Source: CloudFormation template reference, "Intrinsic functions". */
export const functionNames: readonly string[] = [
  'And',
  'Base64',
  'Cidr',
  'Condition',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'Ref',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
];

/** The function that an object with this one property calls; `undefined` where it is an ordinary object. */
export function functionCalled({ key, value: argument }: ObjectProperty, isTemplate: boolean): FunctionCall | undefined {
  const name = key.value;
  if (name.startsWith('Fn::')) {
    return { name: name.slice('Fn::'.length), argument };
  }
  // Anywhere else a field called "Ref" is the author's own data.
  return isTemplate && name === 'Ref' ? { name, argument } : undefined;
}

/** A text node: of known text, or unknown where a placeholder is in it. */
export function textNode(value: string, start: number, end: number, parent: Parent): StringNode | UnknownNode {
  return hasPlaceholder(value) ? new Unknown(value, undefined, start, end, parent) : new Leaf('string', value, start, end, parent);
}

/** What a function call amounts to, as a text with placeholders. */
export function textOf({ name, argument }: FunctionCall): string {
  const given = argument?.kind === 'array' ? argument.items : argument ? [argument] : [];
  const texts = given.map(plainText);
  switch (name) {
    case 'Sub':
      return texts[0] ?? '${}';
    case 'Ref':
    case 'GetAtt':
      return `\${${texts.join('.')}}`;
    default:
      return `\${${name}}`;
  }
}

function plainText(node: Node): string {
  return node.kind === 'string' ? node.value : node.kind === 'unknown' ? node.text : '';
}
