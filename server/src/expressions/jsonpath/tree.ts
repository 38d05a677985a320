// A path as a tree. Spans count from the start of the string's value.
import type { Span } from '../../text/span';

/** `$` and what follows it. */
export interface Path {
  readonly kind: 'path';
  readonly span: Span;
  readonly root: Root;
  readonly steps: readonly Step[];
}

/**
 * Where a path starts: `$` the input, `$$` the context object, `$name` a variable, `@` the element under test in a filter.
 * `missing` where the text begins with none of these.
 */
export type Root =
  | { readonly kind: 'input' | 'context' | 'element' | 'missing'; readonly span: Span }
  | { readonly kind: 'variable'; readonly span: Span; readonly name: string };

export type Step = Member | Members | Index | Indexes | Slice | Wildcard | Descent | Filter | FunctionStep;

/** `.name` or `['name']`. */
export interface Member {
  readonly kind: 'member';
  readonly span: Span;
  readonly name: string;
  /** The name alone, without dot, brackets or quotes. */
  readonly nameSpan: Span;
  readonly bracketed: boolean;
}

/** `['a','b']` */
export interface Members {
  readonly kind: 'members';
  readonly span: Span;
  readonly names: readonly { readonly name: string; readonly span: Span }[];
}

/** `[0]`, or `[-1]` from the end. */
export interface Index {
  readonly kind: 'index';
  readonly span: Span;
  readonly index: number;
}

/** `[0,2]` */
export interface Indexes {
  readonly kind: 'indexes';
  readonly span: Span;
  readonly indexes: readonly number[];
}

/** `[1:3]`; a third part may be written and has no effect. */
export interface Slice {
  readonly kind: 'slice';
  readonly span: Span;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** `.*` or `[*]` */
export interface Wildcard {
  readonly kind: 'wildcard';
  readonly span: Span;
}

/** `..`: the next step is taken at every depth. */
export interface Descent {
  readonly kind: 'descent';
  readonly span: Span;
}

/** `[?(…)]` */
export interface Filter {
  readonly kind: 'filter';
  readonly span: Span;
  readonly test: Test;
}

/** `.length()` */
export interface FunctionStep {
  readonly kind: 'function';
  readonly span: Span;
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Operand[];
}

export type Test = Both | Either | Not | Comparison | Exists;

export interface Both {
  readonly kind: 'and';
  readonly span: Span;
  readonly left: Test;
  readonly right: Test;
}

export interface Either {
  readonly kind: 'or';
  readonly span: Span;
  readonly left: Test;
  readonly right: Test;
}

export interface Not {
  readonly kind: 'not';
  readonly span: Span;
  readonly test: Test;
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly span: Span;
  readonly operator: FilterOperator;
  readonly operatorSpan: Span;
  readonly left: Operand;
  readonly right: Operand;
}

/** A path alone: true where it leads to something. A literal alone is true. */
export interface Exists {
  readonly kind: 'exists';
  readonly span: Span;
  readonly operand: Operand;
}

/** Two characters before one, and words last: the first that fits is taken. */
export const filterOperators = [
  '===', '!==', '==', '!=', '<=', '>=', '=~', '<', '>',
  'subsetof', 'contains', 'anyof', 'noneof', 'empty', 'size', 'type', 'all', 'nin', 'in',
] as const;
export type FilterOperator = (typeof filterOperators)[number];

export type Operand = Path | Literal | List | Pattern | Word;

export interface Literal {
  readonly kind: 'literal';
  readonly span: Span;
  readonly value: string | number | boolean | null;
}

/** `['a', 1]`, or an object; `value` is what its JSON stands for. */
export interface List {
  readonly kind: 'json';
  readonly span: Span;
  readonly value: unknown;
}

/** A pattern between slashes, with its flags. */
export interface Pattern {
  readonly kind: 'pattern';
  readonly span: Span;
  readonly source: string;
  readonly flags: string;
}

/** A text without quotes, as in `@.type == RECEIPT`. */
export interface Word {
  readonly kind: 'word';
  readonly span: Span;
  readonly text: string;
}
