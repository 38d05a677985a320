// Where the characters of a string's value stand in the source text: behind quotes, escapes, indentation and folded lines.
import type { Span } from '../text/span';
import { readJsonString } from './embed/json';
import { Pieces } from './embed/pieces';
import { readYamlScalar } from './embed/yaml';

/** The way between a string's value and the text in which it is written. */
export interface SourceMap {
  /** Where the value's character at this offset begins in the source; for the value's length, where the last one ends. */
  toSource(offset: number): number;
  /** A stretch of the value as it stands in the source. */
  spanToSource(span: Span): Span;
  /** The offset in the value for a place in the source: that of the character which stands there, or of the next one. */
  toValue(sourceOffset: number): number;
}

/**
 * The map between a string's value and its source.
 *
 * @param source the whole text
 * @param span where the string stands in it, quotes or block header included
 * @param value what the string stands for
 */
export function sourceMap(source: string, span: Span, value: string, notation: 'json' | 'yaml'): SourceMap {
  const quote = source.charCodeAt(span.start);
  const quoted = quote === doubleQuote || (quote === singleQuote && notation === 'yaml');
  const start = quoted ? span.start + 1 : span.start;
  const end = quoted && span.end > start && source.charCodeAt(span.end - 1) === quote ? span.end - 1 : span.end;
  // Nothing in either notation is shorter than what it stands for, so equal lengths mean that each character stands for itself.
  if (end - start === value.length) {
    return shifted(start, value.length);
  }
  return pieced(start, value.length, () => (notation === 'json' ? readJsonString(source, start, end) : readYamlScalar(source, span, value)));
}

const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Every character stands for itself. */
function shifted(start: number, length: number): SourceMap {
  return {
    toSource: (offset) => start + clamp(offset, length),
    spanToSource: (span) => ({ start: start + clamp(span.start, length), end: start + clamp(span.end, length) }),
    toValue: (sourceOffset) => clamp(sourceOffset - start, length),
  };
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}

/** Read when the first place is asked for: most strings have nothing to tell about. */
function pieced(start: number, length: number, read: () => Pieces): SourceMap {
  let pieces: Pieces | undefined;
  const all = (): Pieces => (pieces ??= read());
  const endOf = (offset: number): number => (offset <= 0 ? all().startOf(0, start) : all().endOf(Math.min(offset, length) - 1, start));
  return {
    toSource: (offset) => (offset >= length ? endOf(length) : all().startOf(Math.max(0, offset), start)),
    spanToSource: (span) => {
      const from = span.start >= length ? endOf(length) : all().startOf(Math.max(0, span.start), start);
      return { start: from, end: span.end > span.start ? Math.max(from, endOf(span.end)) : from };
    },
    toValue: (sourceOffset) => Math.min(all().toValue(sourceOffset), length),
  };
}
