// What a mistake in a JSON text is, and the place where one shows.
import type { TextChange } from '../../text/edit';
import type { Span } from '../../text/span';
import type { SyntaxFix } from '../tree';
import type { Frame, Layout, State } from './grammar';
import type { Token, TokenKind } from './tokens';

/** One mistake: what is said of it, and how the text can be read all the same. */
export interface Mistake {
  /** What is marked. */
  readonly at: Span;
  readonly message: string;
  readonly related?: { readonly span: Span; readonly message: string };
  /** What a person would change. */
  readonly fix?: SyntaxFix;
  /** What is read in place of the text as it is. */
  readonly reading: readonly TextChange[];
  /** Braces, brackets and members in here may not be what they seem. */
  readonly doubt?: Span;
  /** A value whose extent is guessed begins here. */
  readonly guess?: number;
  /** True where it is a brace or bracket that is missing, wrong or one too many: it may have slipped in well before it shows. */
  readonly isBracket?: true;
}

/** A token that can't stand where it does. */
export interface Trouble {
  /** What is written; the same as `text`, but for placeholders that stand for a number there. */
  readonly written: string;
  readonly text: string;
  readonly token: Token;
  readonly state: State;
  /** The tokens before, each with the state that it was read in. */
  readonly before: readonly Step[];
  /** The frame that was closed last, and what closed it. */
  readonly closed: Closed | undefined;
}

export interface Step {
  readonly token: Token;
  readonly state: State;
  /** The frame's layout, where this was the first member with a line of its own. */
  readonly layout: Layout | undefined;
}

export interface Closed {
  readonly frame: Frame;
  readonly closer: Token;
  /** True where the closer is the first on its line. */
  readonly isFirst: boolean;
}

/** One way to go on from there: from a state, with tokens that are read as if they stood there, then with the text from an offset on. */
export interface WayOut {
  readonly mistake: Mistake;
  readonly state: State;
  /** How many of the tokens before are taken back. */
  readonly back: number;
  readonly tokens: readonly Token[];
  readonly offset: number;
}

/** A token that is not written. */
export function unwritten(kind: TokenKind, offset: number): Token {
  return { kind, start: offset, end: offset };
}

export function insertion(offset: number, newText: string): TextChange {
  return { span: { start: offset, end: offset }, newText };
}

export function removal({ start, end }: Span): TextChange {
  return { span: { start, end }, newText: '' };
}

export function spanOf({ start, end }: Token): Span {
  return { start, end };
}
