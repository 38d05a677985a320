// What may follow what in JSON.
import type { Token, TokenKind } from './tokens';

/** A brace or bracket that is open, and those around it. */
export interface Frame {
  readonly kind: '{' | '[';
  readonly start: number;
  readonly outer: Frame | undefined;
  readonly layout: Layout;
}

/** How the lines around an open bracket are indented; it is read as the text is. */
export interface Layout {
  /** The indentation of the line in which it opens. */
  readonly indent: number;
  /** That of the first member which has a line of its own. */
  memberIndent?: number;
  /** Where its last value begins. */
  valueStart?: number;
}

/** What is expected next. `first` are those places where the bracket may be closed again at once. */
export type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'end';

export interface State {
  readonly frame: Frame | undefined;
  readonly expected: Expected;
}

export const beginning: State = { frame: undefined, expected: 'value' };

export const closerOf = { '{': '}', '[': ']' } as const;

/** The state behind a value in that frame. */
export function afterValue(frame: Frame | undefined): State {
  return { frame, expected: frame ? 'comma' : 'end' };
}

/** The state behind the bracket that opens a frame. */
export function inside(frame: Frame): State {
  return { frame, expected: frame.kind === '{' ? 'first key' : 'first value' };
}

/** The state behind a comma in that frame. */
export function afterComma(frame: Frame | undefined): State {
  return { frame, expected: frame?.kind === '{' ? 'key' : 'value' };
}

/** The state behind a token; `undefined` where it can't stand there. */
export function step({ frame, expected }: State, { kind, start }: Pick<Token, 'kind' | 'start'>, indent = 0): State | undefined {
  switch (kind) {
    case 'text':
      return isKeyPlace(expected) ? { frame, expected: 'colon' } : isValuePlace(expected) ? afterValue(frame) : undefined;
    case 'literal':
      return isValuePlace(expected) ? afterValue(frame) : undefined;
    case '{':
    case '[':
      return isValuePlace(expected) ? inside({ kind, start, outer: frame, layout: { indent } }) : undefined;
    case '}':
    case ']':
      return frame && closerOf[frame.kind] === kind && (expected === 'comma' || expected === 'first key' || expected === 'first value') ? afterValue(frame.outer) : undefined;
    case ':':
      return expected === 'colon' ? { frame, expected: 'value' } : undefined;
    case ',':
      return frame && expected === 'comma' ? afterComma(frame) : undefined;
    case 'end':
      return expected === 'end' ? { frame, expected } : undefined;
    default:
      return undefined;
  }
}

export function isKeyPlace(expected: Expected): boolean {
  return expected === 'key' || expected === 'first key';
}

export function isValuePlace(expected: Expected): boolean {
  return expected === 'value' || expected === 'first value';
}

export function isCloser(kind: TokenKind): kind is '}' | ']' {
  return kind === '}' || kind === ']';
}
