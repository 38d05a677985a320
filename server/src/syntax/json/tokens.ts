// The words of a JSON text, and of what people write in its place: comments, other quotes, text without any.

export type TokenKind =
  | '{'
  | '}'
  | '['
  | ']'
  | ','
  | ':'
  | 'text'
  /** A number, `true`, `false` or `null`. */
  | 'literal'
  /** A text whose line ends before its closing quote. */
  | 'unclosed'
  /** A text in quotes that JSON does not know. */
  | 'quoted'
  | 'comment'
  /** White space that JSON does not know, such as one that does not break. */
  | 'space'
  | 'word'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const blank = /[ \t\r\n]*/y;
const text = /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*("?)/y;
const comment = /\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)|#[^\r\n]*/y;
const quoted = /'(?:[^'\\\r\n]|\\[^\r\n])*'|`[^`\r\n]*`|[“”„][^“”"\r\n]*[“”]|‘[^‘’\r\n]*’/y;
const space = /[^\S \t\r\n]+/y;
const word = /=>|[=;]|(?:(?!\/\/|\/\*)[^\s{}[\],:"=;])+/y;
const literal = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** The token that begins at the offset, or behind the white space there. */
export function tokenAt(source: string, from: number): Token {
  const start = endOf(blank, source, from) ?? from;
  const character = source[start];
  switch (character) {
    case undefined:
      return { kind: 'end', start, end: start };
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return { kind: character, start, end: start + 1 };
    case '"': {
      text.lastIndex = start;
      const [all = '', closing] = text.exec(source) ?? [];
      return { kind: closing === '"' ? 'text' : 'unclosed', start, end: start + all.length };
    }
  }
  for (const [kind, pattern] of [['comment', comment], ['quoted', quoted], ['space', space]] as const) {
    const end = endOf(pattern, source, start);
    if (end !== undefined) {
      return { kind, start, end };
    }
  }
  const end = endOf(word, source, start) ?? start + 1;
  return { kind: literal.test(source.slice(start, end)) ? 'literal' : 'word', start, end };
}

function endOf(pattern: RegExp, source: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : undefined;
}
