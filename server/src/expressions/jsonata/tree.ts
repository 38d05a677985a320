// A JSONata expression as a tree, as it is written. Spans count from the start of the string's value.
import type { Span } from '../../text/span';

interface ExpressionBase {
  readonly span: Span;
}

export interface Text extends ExpressionBase {
  readonly kind: 'text';
  readonly value: string;
}

export interface Numeral extends ExpressionBase {
  readonly kind: 'number';
  readonly value: number;
}

/** `true`, `false`, `null` */
export interface Constant extends ExpressionBase {
  readonly kind: 'constant';
  readonly value: boolean | null;
}

/** `/x/i` */
export interface Pattern extends ExpressionBase {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
}

/** The name of a field, with or without backquotes. */
export interface Name extends ExpressionBase {
  readonly kind: 'name';
  readonly name: string;
}

/** `$name`; the name is empty for `$`, the context, and `$` for `$$`, the root. */
export interface Variable extends ExpressionBase {
  readonly kind: 'variable';
  readonly name: string;
}

/** `*` every field, `**` every descendant, `%` the parent. */
export interface Wildcard extends ExpressionBase {
  readonly kind: 'wildcard' | 'descendants' | 'parent';
}

/** `a.b.c`: each step is evaluated with the values of the one before it as its context. */
export interface Path extends ExpressionBase {
  readonly kind: 'path';
  readonly steps: readonly Expression[];
}

/** `target[predicate]`; without a predicate, `target[]`, which keeps a single value in a list. */
export interface Filter extends ExpressionBase {
  readonly kind: 'filter';
  readonly target: Expression;
  readonly predicate: Expression | undefined;
}

/** `target^(>term, …)` */
export interface Sort extends ExpressionBase {
  readonly kind: 'sort';
  readonly target: Expression;
  readonly terms: readonly { readonly expression: Expression; readonly descending: boolean }[];
}

export interface Entry {
  readonly key: Expression;
  readonly value: Expression;
}

/** `target{key: value}` */
export interface Group extends ExpressionBase {
  readonly kind: 'group';
  readonly target: Expression;
  readonly entries: readonly Entry[];
}

/** `target@$item` or `target#$index`: names what the following steps can refer to. */
export interface Binding extends ExpressionBase {
  readonly kind: 'focus' | 'index';
  readonly target: Expression;
  readonly variable: Variable | undefined;
}

/** `callee(…)`; with a placeholder among the arguments it is a partial application. */
export interface Call extends ExpressionBase {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  /** The parentheses and what is in them. */
  readonly argumentsSpan: Span;
}

/** `?` in place of an argument. */
export interface Placeholder extends ExpressionBase {
  readonly kind: 'placeholder';
}

/** `function($a, $b) { … }` */
export interface Lambda extends ExpressionBase {
  readonly kind: 'lambda';
  readonly parameters: readonly Variable[];
  /** `<n-n:n>` */
  readonly signature: Span | undefined;
  readonly body: Expression;
}

/** `(…; …)` */
export interface Block extends ExpressionBase {
  readonly kind: 'block';
  readonly expressions: readonly Expression[];
}

export interface List extends ExpressionBase {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** `1..9`, an item of a list. */
export interface Range extends ExpressionBase {
  readonly kind: 'range';
  readonly from: Expression;
  readonly to: Expression;
}

export interface ObjectLiteral extends ExpressionBase {
  readonly kind: 'object';
  readonly entries: readonly Entry[];
}

export interface Negation extends ExpressionBase {
  readonly kind: 'negation';
  readonly operand: Expression;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '&' | '=' | '!=' | '<' | '<=' | '>' | '>=' | 'and' | 'or' | 'in';

export interface Binary extends ExpressionBase {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly operatorSpan: Span;
  readonly left: Expression;
  readonly right: Expression;
}

/** `value ~> function`: the value becomes the first argument. */
export interface Application extends ExpressionBase {
  readonly kind: 'application';
  readonly value: Expression;
  readonly function: Expression;
}

/** `$name := value` */
export interface Assignment extends ExpressionBase {
  readonly kind: 'assignment';
  readonly variable: Variable | undefined;
  readonly value: Expression;
}

/** `test ? then : otherwise` */
export interface Condition extends ExpressionBase {
  readonly kind: 'condition';
  readonly test: Expression;
  readonly then: Expression;
  readonly otherwise: Expression | undefined;
}

/** `|pattern|update,delete|` */
export interface Transform extends ExpressionBase {
  readonly kind: 'transform';
  readonly pattern: Expression;
  readonly update: Expression;
  readonly delete: Expression | undefined;
}

/** Where an expression should be. */
export interface Missing extends ExpressionBase {
  readonly kind: 'missing';
}

export type Expression =
  | Text
  | Numeral
  | Constant
  | Pattern
  | Name
  | Variable
  | Wildcard
  | Path
  | Filter
  | Sort
  | Group
  | Binding
  | Call
  | Placeholder
  | Lambda
  | Block
  | List
  | Range
  | ObjectLiteral
  | Negation
  | Binary
  | Application
  | Assignment
  | Condition
  | Transform
  | Missing;

/** What a node holds, in the order of the text. */
export function childrenOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'path':
      return node.steps;
    case 'filter':
      return node.predicate ? [node.target, node.predicate] : [node.target];
    case 'sort':
      return [node.target, ...node.terms.map(({ expression }) => expression)];
    case 'group':
      return [node.target, ...node.entries.flatMap(({ key, value }) => [key, value])];
    case 'focus':
    case 'index':
      return node.variable ? [node.target, node.variable] : [node.target];
    case 'call':
      return [node.callee, ...node.arguments];
    case 'lambda':
      return [...node.parameters, node.body];
    case 'block':
      return node.expressions;
    case 'list':
      return node.items;
    case 'range':
      return [node.from, node.to];
    case 'object':
      return node.entries.flatMap(({ key, value }) => [key, value]);
    case 'negation':
      return [node.operand];
    case 'binary':
      return [node.left, node.right];
    case 'application':
      return [node.value, node.function];
    case 'assignment':
      return node.variable ? [node.variable, node.value] : [node.value];
    case 'condition':
      return node.otherwise ? [node.test, node.then, node.otherwise] : [node.test, node.then];
    case 'transform':
      return node.delete ? [node.pattern, node.update, node.delete] : [node.pattern, node.update];
    case 'text':
    case 'number':
    case 'constant':
    case 'pattern':
    case 'name':
    case 'variable':
    case 'wildcard':
    case 'descendants':
    case 'parent':
    case 'placeholder':
    case 'missing':
      return [];
  }
}
