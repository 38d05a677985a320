// A YAML scalar in any of its five styles, piece by piece. The yaml package gives the values; this retraces how it made them.
import type { Span } from '../../text/span';
import { Pieces } from './pieces';

/** Reads a scalar from its first character: a quote, a block header, or the plain text itself. */
export function readYamlScalar(source: string, span: Span, value: string): Pieces {
  const first = source[span.start];
  if (first === '|' || first === '>') {
    return readBlock(source, span, value, first === '>');
  }
  const quoted = first === '"' || first === "'";
  const closed = quoted && span.end - span.start > 1 && source[span.end - 1] === first;
  return readFlow(source, quoted ? span.start + 1 : span.start, closed ? span.end - 1 : span.end, quoted ? first : '');
}

/** Plain and quoted scalars: lines are joined, and white space around the joints counts for nothing. */
function readFlow(source: string, start: number, end: number, quote: '"' | "'" | ''): Pieces {
  const pieces = new Pieces();
  let at = start;
  // White space is held back until it is clear that no line ends behind it.
  let blank = -1;
  const release = (): void => {
    if (blank >= 0) {
      pieces.add(at - blank, blank, at);
      blank = -1;
    }
  };
  while (at < end) {
    const char = source[at] ?? '';
    const next = source[at + 1];
    if (char === '\n' || (char === '\r' && next === '\n')) {
      blank = -1;
      at = foldBreaks(source, at, end, pieces);
    } else if (char === ' ' || char === '\t') {
      blank = blank < 0 ? at : blank;
      at++;
    } else if (quote === '"' && char === '\\') {
      release();
      at = readEscape(source, at, end, pieces);
    } else {
      release();
      const length = quote === "'" && char === "'" && next === "'" ? 2 : 1;
      pieces.add(1, at, at + length);
      at += length;
    }
  }
  release();
  return pieces;
}

/** One line break is a space; of several, all but the first count as themselves. Gives the offset of the next text. */
function foldBreaks(source: string, start: number, end: number, pieces: Pieces): number {
  let at = afterBreak(source, start);
  const more: number[] = [];
  for (; at < end; at++) {
    const char = source[at] ?? '';
    if (char === '\n') {
      more.push(at);
    } else if (char !== ' ' && char !== '\t' && !(char === '\r' && source[at + 1] === '\n')) {
      break;
    }
  }
  if (more.length === 0) {
    pieces.add(1, start, afterBreak(source, start));
  }
  for (const each of more) {
    pieces.add(1, each, each + 1);
  }
  return at;
}

function afterBreak(source: string, at: number): number {
  return source[at] === '\r' ? at + 2 : at + 1;
}

/** An escape of a double-quoted scalar; gives the offset behind it. */
function readEscape(source: string, start: number, end: number, pieces: Pieces): number {
  const letter = source[start + 1] ?? '';
  if (letter === '\n' || (letter === '\r' && source[start + 2] === '\n')) {
    let at = afterBreak(source, start + 1);
    while (at < end && (source[at] === ' ' || source[at] === '\t')) {
      at++;
    }
    return at;
  }
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits === undefined) {
    // An escape that YAML does not know stands for itself, in full.
    const known = '0abefnrtvN_LP "/\\\t'.includes(letter);
    pieces.add(known ? 1 : 2, start, start + 2);
    return start + 2;
  }
  const after = Math.min(start + 2 + digits, end);
  const code = parseInt(source.slice(start + 2, after), 16);
  pieces.add(code > 0xffff ? 2 : 1, start, after);
  return after;
}

/** One line of a block scalar, as offsets: its indentation, its text and the place of its line break. */
interface Line {
  readonly start: number;
  readonly text: number;
  readonly end: number;
  /** Where the line break is; behind the text by one where that ends in a carriage return. */
  readonly break: number;
}

function readBlock(source: string, span: Span, value: string, folded: boolean): Pieces {
  const pieces = new Pieces();
  const headerBreak = source.indexOf('\n', span.start);
  if (headerBreak < 0 || headerBreak >= span.end) {
    return pieces;
  }
  const keep = /^[|>]\d?\+/.test(source.slice(span.start, span.start + 3));
  const strip = /^[|>]\d?-/.test(source.slice(span.start, span.start + 3));
  const lines = linesOf(source, headerBreak + 1, span.end);
  const isEmpty = (line: Line): boolean => line.text === line.end;
  const first = lines.findIndex((line) => !isEmpty(line));
  if (first < 0) {
    lines.slice(0, value.length).forEach((line) => pieces.add(1, line.break, Math.min(span.end, line.break + 1)));
    return pieces;
  }
  const indent = indentation(lines, first, value);
  let last = lines.length;
  while (last > first && isEmpty(lines[last - 1] as Line)) {
    last--;
  }
  for (let index = lines.length - 1; index >= last; index--) {
    const line = lines[index] as Line;
    if (line.text - line.start > indent) {
      last = index + 1;
    }
  }

  const textStart = (line: Line): number => Math.min(line.text, line.start + indent);
  const addBreak = (line: Line | undefined): void => {
    pieces.add(1, Math.min(line?.break ?? span.end, span.end), Math.min((line?.break ?? span.end) + 1, span.end));
  };
  for (const line of lines.slice(0, first)) {
    pieces.add(line.text - textStart(line), textStart(line), line.text);
    addBreak(line);
  }
  let separator = '';
  let moreIndented = false;
  for (let index = first; index < last; index++) {
    const line = lines[index] as Line;
    const before = lines[index - 1];
    const isMore = line.text - line.start > indent || source[line.text] === '\t';
    if (!folded || isMore) {
      if (folded && separator === '\n' && !moreIndented) {
        addBreak(lines[index - 2]);
      }
      if (separator !== '') {
        addBreak(before);
      }
      pieces.add(line.end - textStart(line), textStart(line), line.end);
      separator = '\n';
      moreIndented = folded;
    } else if (isEmpty(line)) {
      if (separator === '\n') {
        addBreak(before);
      } else {
        separator = '\n';
      }
    } else {
      if (separator !== '') {
        addBreak(before);
      }
      pieces.add(line.end - textStart(line), textStart(line), line.end);
      separator = ' ';
      moreIndented = false;
    }
  }
  if (!strip) {
    addBreak(lines[last - 1]);
  }
  if (keep) {
    for (const line of lines.slice(last, -1)) {
      pieces.add(line.text - textStart(line), textStart(line), line.text);
      addBreak(line);
    }
  }
  return pieces;
}

function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let from = start; from <= end; ) {
    const found = source.indexOf('\n', from);
    const lineBreak = found < 0 || found >= end ? end : found;
    let text = from;
    while (text < lineBreak && source[text] === ' ') {
      text++;
    }
    const textEnd = lineBreak > text && source[lineBreak - 1] === '\r' ? lineBreak - 1 : lineBreak;
    lines.push({ start: from, text, end: textEnd, break: lineBreak });
    from = lineBreak + 1;
  }
  return lines;
}

/**
 * How many spaces each line loses. An indentation indicator counts from the parent's indentation, which the scalar alone doesn't show;
 * the value does: its first line with text has kept the rest.
 */
function indentation(lines: readonly Line[], first: number, value: string): number {
  let at = 0;
  for (let skipped = 0; skipped < first; skipped++) {
    at = value.indexOf('\n', at) + 1;
  }
  let kept = 0;
  while (value[at + kept] === ' ') {
    kept++;
  }
  const line = lines[first] as Line;
  return Math.max(0, line.text - line.start - kept);
}
