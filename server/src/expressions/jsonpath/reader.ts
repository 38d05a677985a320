// The cursor with which a path is read.
import type { Span } from '../../text/span';
import type { PathProblem, PathProblemCode } from './parse';

const blanks = /\s+/y;
const digits = /-?\d+/y;

/** A place in a text, up to an end, and the problems met so far. After the first one that leaves no way on, reading stops. */
export class PathReader {
  readonly problems: PathProblem[] = [];
  failed = false;
  depth = 0;

  constructor(
    readonly text: string,
    public at: number,
    readonly end: number,
  ) {}

  /** The character here; the empty text at the end. */
  peek(): string {
    return this.at < this.end ? (this.text[this.at] ?? '') : '';
  }

  /** The same, where it may be more than one UTF-16 code unit. */
  character(): string {
    return this.at < this.end ? String.fromCodePoint(this.text.codePointAt(this.at) ?? 0) : '';
  }

  take(word: string): boolean {
    if (this.at + word.length <= this.end && this.text.startsWith(word, this.at)) {
      this.at += word.length;
      return true;
    }
    return false;
  }

  /** What a sticky pattern finds here, if anything. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0].slice(0, this.end - this.at);
    if (found === undefined || found === '') {
      return undefined;
    }
    this.at += found.length;
    return found;
  }

  skipBlanks(): void {
    this.match(blanks);
  }

  integer(): number | undefined {
    const found = this.match(digits);
    return found === undefined ? undefined : Number(found);
  }

  /** A text in quotes. A backslash keeps the quote behind it inside, and is otherwise a character like others. */
  quoted(): { value: string; span: Span; inner: Span } | undefined {
    const quote = this.peek();
    if (quote !== "'" && quote !== '"') {
      return undefined;
    }
    const { at: start } = this;
    let value = '';
    this.at++;
    while (this.at < this.end) {
      const char = this.peek();
      const next = this.text[this.at + 1];
      if (char === quote) {
        this.at++;
        return { value, span: this.from(start), inner: { start: start + 1, end: this.at - 1 } };
      }
      if (char === '\\' && this.at + 1 < this.end && (next === quote || next === '\\')) {
        value += next === quote ? quote : '\\\\';
        this.at += 2;
      } else {
        value += char;
        this.at++;
      }
    }
    this.fail({ start, end: start + 1 }, 'This quote is not closed.');
    return { value, span: this.from(start), inner: { start: start + 1, end: this.at } };
  }

  from(start: number): Span {
    return { start, end: this.at };
  }

  /** The character here, as a span. */
  one(): Span {
    return { start: this.at, end: Math.min(this.end, this.at + this.character().length) };
  }

  rest(): Span {
    return { start: this.at, end: this.end };
  }

  /** Nothing certain can be said about what follows. */
  fail(span: Span, message: string, code: PathProblemCode = 'path-syntax'): void {
    if (!this.failed) {
      this.failed = true;
      this.report({ code, span, message, refused: true });
    }
  }

  report(problem: PathProblem): void {
    this.problems.push(problem);
  }
}
