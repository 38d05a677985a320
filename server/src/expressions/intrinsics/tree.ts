// An intrinsic call as a tree. Spans count from the start of the string's value.
import type { Span } from '../../text/span';
import type { Path } from '../jsonpath/tree';

/** `States.Name(…)` */
export interface IntrinsicCall {
  readonly kind: 'call';
  readonly span: Span;
  /** With its prefix: `States.Format`. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Argument[];
  /** The parentheses and what is in them. */
  readonly argumentsSpan: Span;
}

export type Argument = IntrinsicCall | Path | TextArgument | LiteralArgument | MissingArgument;

/** `'text'` */
export interface TextArgument {
  readonly kind: 'text';
  readonly span: Span;
  /** The text that it stands for; in a template, an escaped brace stays escaped, so that it can't be taken for a placeholder. */
  readonly value: string;
  readonly escapes: readonly Escape[];
}

/** A backslash and what follows it. */
export interface Escape {
  readonly span: Span;
  readonly known: boolean;
}

export interface LiteralArgument {
  readonly kind: 'literal';
  readonly span: Span;
  readonly value: number | boolean | null;
}

/** Where an argument should be. */
export interface MissingArgument {
  readonly kind: 'missing';
  readonly span: Span;
}
