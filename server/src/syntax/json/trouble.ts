// The place where a mistake in a JSON text shows, and the ways to go on from there.
import type { Span } from '../../text/span';
import type { Mistake } from '../mistake';
import type { Frame, Layout, State } from './grammar';
import type { Token, TokenKind } from './tokens';

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

export function spanOf({ start, end }: Token): Span {
  return { start, end };
}
