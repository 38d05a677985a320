// Intrinsic calls such as `States.Format('{}', $.name)`, read character by character.
import type { Span } from '../../text/span';
import { parsePath, type PathProblemCode } from '../jsonpath/parse';
import type { ExpressionProblem } from '../problem';
import type { Argument, Escape, IntrinsicCall, TextArgument } from './tree';

export type IntrinsicProblemCode = 'intrinsic-syntax' | 'missing-comma' | 'unknown-escape' | PathProblemCode;
export type IntrinsicProblem = ExpressionProblem<IntrinsicProblemCode>;

export interface IntrinsicResult {
  readonly call: IntrinsicCall;
  readonly problems: readonly IntrinsicProblem[];
}

/** Calls deeper than this are not read; the service allows far fewer. */
const deepestCall = 100;

/** True where a text is meant as an intrinsic call, however broken. */
export function looksLikeIntrinsic(text: string): boolean {
  return /^\s*states\.\w*/i.test(text);
}

/** Reads a call. White space around it, and between its parts, does not count. */
export function parseIntrinsic(text: string): IntrinsicResult {
  const reader = new CallReader(text);
  reader.skipBlanks();
  const call = reader.call();
  reader.skipBlanks();
  if (reader.at < text.length) {
    const end = text.trimEnd().length;
    reader.fail({ start: reader.at, end }, text[reader.at] === ')' ? 'This ")" closes nothing.' : 'Nothing can follow the call.');
  }
  return { call, problems: reader.problems };
}

class CallReader {
  readonly problems: IntrinsicProblem[] = [];
  at = 0;
  private failed = false;
  private depth = 0;

  constructor(private readonly text: string) {}

  call(): IntrinsicCall {
    const start = this.at;
    const name = this.match(/[A-Za-z_][\w.]*/y) ?? '';
    const nameSpan = this.from(start);
    const open = this.at;
    const args: Argument[] = [];
    if (name === '') {
      this.fail(this.one(), 'A function is expected here, such as States.Format.');
    } else if (name.endsWith('.')) {
      this.fail(nameSpan, `The function's name is missing after "${name}".`);
    } else {
      this.skipBlanks();
      if (!this.take('(')) {
        this.fail(this.at < this.text.length ? this.one() : nameSpan, `"(" and the arguments are missing after ${name}.`);
      } else if (++this.depth > deepestCall) {
        this.fail(nameSpan, 'Calls are nested too deep to be read.');
      } else {
        this.arguments(args, { start: this.at - 1, end: this.at });
        this.depth--;
      }
    }
    return { kind: 'call', span: this.from(start), name, nameSpan, arguments: args, argumentsSpan: { start: Math.min(open, this.at), end: this.at } };
  }

  private arguments(args: Argument[], open: Span): void {
    this.skipBlanks();
    if (this.take(')')) {
      return;
    }
    for (;;) {
      this.skipBlanks();
      args.push(this.argument(open));
      this.skipBlanks();
      if (this.failed || this.take(')')) {
        return;
      }
      if (this.at >= this.text.length) {
        this.fail(open, 'This "(" is not closed.');
      } else if (!this.take(',')) {
        this.comma();
      }
    }
  }

  /** A path after a blank can only be the next argument. AWS's own validator for editors lets that pass, so it may be taken. */
  private comma(): void {
    if (/\s/.test(this.text[this.at - 1] ?? '') && /[$'\w-]/.test(this.text[this.at] ?? '')) {
      this.problems.push({ code: 'missing-comma', span: this.one(), message: 'A comma is missing before this argument.', refused: false });
    } else {
      this.fail(this.one(), 'A comma or ")" is expected here.');
    }
  }

  private argument(open: Span): Argument {
    const start = this.at;
    const char = this.text[start] ?? '';
    if (char === "'") {
      return this.quoted();
    }
    if (char === '$') {
      return this.path();
    }
    const number = this.match(/[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])/y);
    if (number !== undefined) {
      return { kind: 'literal', span: this.from(start), value: Number(number) };
    }
    const word = /[A-Za-z_][\w.]*/y;
    word.lastIndex = start;
    const [found = ''] = word.exec(this.text) ?? [];
    if (found === 'true' || found === 'false' || found === 'null') {
      this.at += found.length;
      return { kind: 'literal', span: this.from(start), value: found === 'null' ? null : found === 'true' };
    }
    if (found !== '' && (found.startsWith('States.') || /^\s*\(/.test(this.text.slice(start + found.length, start + found.length + 20)))) {
      return this.call();
    }
    const end = found === '' ? start + (char === '' ? 0 : 1) : start + found.length;
    if (char === '') {
      this.fail(open, 'This "(" is not closed.');
    } else {
      this.fail({ start, end }, unexpected(char, found));
    }
    return { kind: 'missing', span: { start, end } };
  }

  private quoted(): TextArgument {
    const start = this.at++;
    const escapes: Escape[] = [];
    let value = '';
    let from = this.at;
    for (; this.at < this.text.length; this.at++) {
      const char = this.text[this.at];
      if (char === "'") {
        value += this.text.slice(from, this.at++);
        return { kind: 'text', span: this.from(start), value, escapes };
      }
      if (char === '\\') {
        value += this.text.slice(from, this.at) + this.escape(escapes);
        from = this.at--;
      }
    }
    this.fail({ start, end: start + 1 }, 'This quote is not closed.');
    return { kind: 'text', span: this.from(start), value, escapes };
  }

  private escape(escapes: Escape[]): string {
    const next = this.text[this.at + 1] ?? '';
    const known = next !== '' && "'{}\\".includes(next);
    const span = { start: this.at, end: Math.min(this.at + 2, this.text.length) };
    escapes.push({ span, known });
    if (!known) {
      this.problems.push({ code: 'unknown-escape', span, message: `A backslash in a text stands before ', {, } or another backslash; a single one is written \\\\.`, refused: false });
    }
    this.at = span.end;
    return next === "'" || next === '\\' ? next : `\\${next}`;
  }

  private path(): Argument {
    const start = this.at;
    this.at = pathEnd(this.text, start);
    const { path, problems } = parsePath(this.text, start, this.at);
    this.problems.push(...problems);
    return path;
  }

  skipBlanks(): void {
    while (isBlank(this.text[this.at])) {
      this.at++;
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private take(char: string): boolean {
    const found = this.text[this.at] === char;
    this.at += found ? 1 : 0;
    return found;
  }

  private from(start: number): Span {
    return { start, end: this.at };
  }

  private one(): Span {
    return { start: this.at, end: Math.min(this.at + 1, this.text.length) };
  }

  /** Nothing certain can be said about what follows. */
  fail(span: Span, message: string): void {
    if (!this.failed) {
      this.failed = true;
      this.problems.push({ code: 'intrinsic-syntax', span, message, refused: true });
    }
  }
}

function unexpected(char: string, word: string): string {
  if (char === '"') {
    return "Text stands in single quotes here: 'text'.";
  }
  if (char === ',' || char === ')') {
    return 'An argument is missing here.';
  }
  if (char === '[' || char === '{') {
    return "Lists and objects can't be written here; take them from a path, or make a list with States.Array.";
  }
  return word === '' ? "An argument is a path, a number, true, false, null, a text in single quotes or another call." : `"${word}" is no argument: text stands in single quotes, a path starts with "$".`;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r';
}

/** A path ends at a comma, a blank or a parenthesis, unless brackets or quotes hold it. */
function pathEnd(text: string, start: number): number {
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '[' || char === '(') {
      open.push(char);
    } else if (char === ']' || char === ')') {
      if (open.length === 0) {
        return at;
      }
      open.pop();
    } else if (open.length > 0 && (char === "'" || char === '"')) {
      at = quoteEnd(text, at, char);
    } else if (open.length === 0 && (char === ',' || isBlank(char))) {
      return at;
    }
  }
  return text.length;
}

function quoteEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') {
      at++;
    } else if (text[at] === quote) {
      return at;
    }
  }
  return text.length;
}
