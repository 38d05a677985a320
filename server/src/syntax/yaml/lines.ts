// A YAML text line by line: its structure is in them, and so are most mistakes.

export interface Line {
  /** Without the line break. */
  readonly text: string;
  readonly start: number;
  /** How far in it stands. */
  readonly indent: number;
  /** The dashes of list items, with the space behind each. */
  readonly dashes: string;
  /** What is behind them, without a comment and white space at its end. */
  readonly body: string;
  /** The key before the first colon that ends one, and what is behind that colon. */
  readonly key: string | undefined;
  readonly value: string;
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const written of text.split('\n')) {
    lines.push(lineOf(written.replace(/\r$/, ''), start));
    start += written.length + 1;
  }
  return lines;
}

export function lineOf(text: string, start: number): Line {
  const [, space = '', dashes = '', rest = ''] = /^(\s*)((?:-(?: +|$))*)(.*)$/.exec(text) ?? [];
  const body = withoutComment(rest);
  const [, key, value = ''] = /^("[^"]*"|'[^']*'|[^\s"'#[\]{}](?:(?!\s[{[])[^#])*?):(?:\s+(.*))?$/.exec(body) ?? [];
  return { text, start, indent: space.length, dashes, body, key, value: key === undefined ? body : value };
}

/** True for a line that says nothing. */
export function isBlank({ body, dashes }: Line): boolean {
  return body === '' && dashes === '';
}

/** The column in which what is behind the dashes stands. */
export function bodyColumn({ indent, dashes }: Line): number {
  return indent + dashes.length;
}

/** True for a key whose value stands below it. */
export function opensBlock({ key, value, dashes, body }: Line): boolean {
  return (key !== undefined && value === '') || (dashes !== '' && body === '');
}

function withoutComment(text: string): string {
  if (!text.includes('#')) {
    return text.trimEnd();
  }
  const [kept = ''] = /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#]|\s+(?!#)|(?<=\S)#)*/.exec(text) ?? [];
  return kept.trimEnd();
}
