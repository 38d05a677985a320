// The one tree that JSON and YAML become. Past this folder nobody asks which notation a node came from.
import type { TextChange } from '../text/edit';
import type { Span } from '../text/span';

/** Where it stands in the text. `span` is made anew each time it is asked for. */
interface Place extends Span {
  readonly span: Span;
}

interface NodeBase extends Place {
  /** What holds this node; `undefined` for the root. */
  readonly parent: ObjectProperty | ArrayNode | undefined;
}

export interface ObjectNode extends NodeBase {
  readonly kind: 'object';
  /** A mistake in the notation touches it: what belongs in it and what does not is not sure. */
  readonly isOpen?: true;
  readonly properties: readonly ObjectProperty[];
}

/** A key and its value. While the user types, the value can be missing. */
export interface ObjectProperty extends Place {
  readonly kind: 'property';
  readonly parent: ObjectNode;
  readonly key: StringNode;
  readonly value: Node | undefined;
}

export interface ArrayNode extends NodeBase {
  readonly kind: 'array';
  /** As for an object. */
  readonly isOpen?: true;
  readonly items: readonly Node[];
}

export interface StringNode extends NodeBase {
  readonly kind: 'string';
  /** The text that the notation stands for, quotes and escapes taken away. */
  readonly value: string;
}

export interface NumberNode extends NodeBase {
  readonly kind: 'number';
  readonly value: number;
}

export interface BooleanNode extends NodeBase {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullNode extends NodeBase {
  readonly kind: 'null';
}

/**
 * A value that is filled in when the definition is deployed: a text with `${…}` in it, a bare `${…}`, or a CloudFormation function.
 * Also one that can't be read as it stands, such as a text without its closing quote.
 * Nobody can say what it will be, so a rule that looks for strings, numbers or objects passes it over.
 */
export interface UnknownNode extends NodeBase {
  readonly kind: 'unknown';
  /** The value as a text with placeholders: `${Function.Arn}` for `!GetAtt Function.Arn`. */
  readonly text: string;
  /** The CloudFormation function, where it is one. */
  readonly call: FunctionCall | undefined;
}

/** `!Sub x`, `Fn::Sub: x` and `{ "Fn::Sub": "x" }` alike. */
export interface FunctionCall {
  /** Without `Fn::` or `!`. */
  readonly name: string;
  readonly argument: Node | undefined;
}

export type Node = ObjectNode | ArrayNode | StringNode | NumberNode | BooleanNode | NullNode | UnknownNode;

/** Something wrong with the notation itself, such as a missing comma. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  readonly related?: { readonly span: Span; readonly message: string };
  /** What a person would change, where that can be told. */
  readonly fixes?: readonly SyntaxFix[];
}

export interface SyntaxFix {
  /** In the imperative: `Add the missing comma`. */
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** Nothing else can be meant. */
  readonly preferred?: true;
}

export type Notation = 'json' | 'yaml';

/** One parsed text: as much of a tree as could be read, and what stood in the way. */
export interface Tree {
  readonly notation: Notation;
  readonly text: string;
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  /** True where some object or list in it is open. */
  readonly isOpen: boolean;
  /** True where an alias or a merge key brings in what stands elsewhere. */
  readonly isShared?: true;
  /** Where the tree's own text is a string in a larger one. `text` is then the larger one, and the spans are places in it. */
  readonly embedding?: Embedding;
}

/** A text that is written in another one, and the way between the two. */
export interface Embedding {
  readonly text: string;
  toSource(offset: number): number;
  spanToSource(span: Span): Span;
  toValue(sourceOffset: number): number;
  /** What has to be written for more of the text; `undefined` where it is put together from pieces and can't be changed as a whole. */
  readonly spell: ((text: string) => string) | undefined;
}

/** The property of that name; the last one where a name is repeated, as JSON readers take it. */
export function property(node: Node | undefined, name: string): ObjectProperty | undefined {
  if (node?.kind !== 'object') {
    return undefined;
  }
  for (let index = node.properties.length - 1; index >= 0; index--) {
    const candidate = node.properties[index];
    if (candidate?.key.value === name) {
      return candidate;
    }
  }
  return undefined;
}

/** The value of the property of that name. */
export function member(node: Node | undefined, name: string): Node | undefined {
  return property(node, name)?.value;
}

/** The items where the node is an array; nothing otherwise. */
export function items(node: Node | undefined): readonly Node[] {
  return node?.kind === 'array' ? node.items : [];
}

/** What a node stands for, as JSON reads it. Where a name is repeated, the last one counts. */
export function toValue(node: Node | undefined): unknown {
  switch (node?.kind) {
    case 'object':
      return Object.fromEntries(node.properties.map(({ key, value }) => [key.value, toValue(value)]));
    case 'array':
      return node.items.map(toValue);
    case 'string':
    case 'number':
    case 'boolean':
      return node.value;
    case 'unknown':
      return node.call ? { [node.call.name === 'Ref' ? 'Ref' : `Fn::${node.call.name}`]: toValue(node.call.argument) } : node.text;
    default:
      return null;
  }
}

/** Whether a comment begins at a span of JSON text: that is told as a mistake, and the text can be read all the same. */
export function isComment(text: string, { start }: Span): boolean {
  return /^\/[/*]/.test(text.slice(start, start + 2));
}

/** The object or list that a value stands in; `undefined` for the root. */
export function holderOf({ parent }: Node): ObjectNode | ArrayNode | undefined {
  return parent?.kind === 'property' ? parent.parent : parent;
}
