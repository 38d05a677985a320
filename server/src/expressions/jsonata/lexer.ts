// The words of a JSONata expression, cut as the jsonata package cuts them.
import type { Span } from '../../text/span';
import { syntaxProblem, type JsonataProblem } from './problem';

export interface Token {
  readonly type: 'operator' | 'name' | 'variable' | 'text' | 'number' | 'constant' | 'pattern' | 'end';
  readonly span: Span;
  /** The operator, the name, or the text that the token stands for. */
  readonly text: string;
}

/** One character each, or two; `!` and `~` alone end a name and are no operators. */
const single = new Set('.[]{}(),@#;:?+-*/%|=<>^&!~');
const double = new Set(['..', ':=', '!=', '>=', '<=', '**', '~>']);
const blanks = new Set(' \t\n\r\v');
const escapes = new Set('"\\/bfnrt');
const numeral = /(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?/y;
const unescaped: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Gives one token after the other. What can't be cut is told once, and ends the text. */
export class Lexer {
  problem: JsonataProblem | undefined;

  constructor(
    readonly text: string,
    private at: number,
    readonly end: number,
  ) {}

  /** @param afterValue whether `/` divides here, and does not begin a pattern */
  next(afterValue: boolean): Token {
    if (!this.skip()) {
      return this.token('end', this.end);
    }
    const start = this.at;
    const char = this.text[start] ?? '';
    if (char === '/' && !afterValue) {
      return this.pattern(start);
    }
    if (single.has(char)) {
      const pair = start + 1 < this.end ? char + (this.text[start + 1] ?? '') : char;
      const operator = double.has(pair) ? pair : char;
      this.at += operator.length;
      return this.token('operator', start, operator);
    }
    if (char === '"' || char === "'") {
      return this.quoted(start, char);
    }
    if (char >= '0' && char <= '9') {
      return this.number(start);
    }
    if (char === '`') {
      return this.backquoted(start);
    }
    return this.word(start);
  }

  /** Passes blanks and comments; false at the end. */
  private skip(): boolean {
    while (this.at < this.end) {
      if (blanks.has(this.text[this.at] ?? '')) {
        this.at++;
      } else if (this.text.startsWith('/*', this.at)) {
        const close = this.text.indexOf('*/', this.at + 2);
        if (close < 0 || close + 2 > this.end) {
          this.fail('S0106', { start: this.at, end: Math.min(this.at + 2, this.end) });
          return false;
        }
        this.at = close + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private pattern(start: number): Token {
    let depth = 0;
    for (let at = start + 1; at < this.end; at++) {
      const char = this.text[at] ?? '';
      if (char === '/' && depth === 0 && !this.isEscaped(at)) {
        const source = this.text.slice(start + 1, at);
        this.at = at + 1;
        while (this.at < this.end && (this.text[this.at] === 'i' || this.text[this.at] === 'm')) {
          this.at++;
        }
        if (source === '') {
          return this.fail('S0301', { start, end: at + 1 });
        }
        if (!isRegExp(source, this.text.slice(at + 1, this.at))) {
          return this.fail('S0299', { start, end: this.at });
        }
        return this.token('pattern', start, source);
      }
      if (this.text[at - 1] !== '\\') {
        depth += '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0;
      }
    }
    return this.fail('S0302', { start, end: start + 1 });
  }

  private isEscaped(at: number): boolean {
    let backslashes = 0;
    while (this.text[at - 1 - backslashes] === '\\') {
      backslashes++;
    }
    return backslashes % 2 === 1;
  }

  private quoted(start: number, quote: string): Token {
    let value = '';
    let from = start + 1;
    for (let at = from; at < this.end; at++) {
      const char = this.text[at];
      if (char === quote) {
        this.at = at + 1;
        return this.token('text', start, value + this.text.slice(from, at));
      }
      if (char === '\\') {
        value += this.text.slice(from, at);
        const letter = at + 1 < this.end ? (this.text[at + 1] ?? '') : '';
        if (letter === 'u') {
          const digits = this.text.slice(at + 2, Math.min(at + 6, this.end));
          if (!/^[\da-f]+$/i.test(digits)) {
            return this.fail('S0104', { start: at, end: Math.min(at + 2, this.end) });
          }
          value += String.fromCharCode(parseInt(digits, 16));
          at += 5;
        } else if (escapes.has(letter)) {
          value += unescaped[letter] ?? letter;
          at += 1;
        } else if (letter === '') {
          break;
        } else {
          return this.fail('S0103', { start: at, end: at + 2 }, letter);
        }
        from = at + 1;
      }
    }
    return this.fail('S0101', { start, end: start + 1 });
  }

  private number(start: number): Token {
    numeral.lastIndex = start;
    const [digits = ''] = numeral.exec(this.text) ?? [];
    this.at = Math.min(start + digits.length, this.end);
    const written = this.text.slice(start, this.at);
    return Number.isFinite(Number(written)) ? this.token('number', start, written) : this.fail('S0102', { start, end: this.at });
  }

  private backquoted(start: number): Token {
    const close = this.text.indexOf('`', start + 1);
    if (close < 0 || close >= this.end) {
      return this.fail('S0105', { start, end: start + 1 });
    }
    this.at = close + 1;
    return this.token('name', start, this.text.slice(start + 1, close));
  }

  private word(start: number): Token {
    let at = start;
    while (at < this.end && !blanks.has(this.text[at] ?? '') && !single.has(this.text[at] ?? '')) {
      at++;
    }
    this.at = at;
    const word = this.text.slice(start, at);
    if (word.startsWith('$')) {
      return this.token('variable', start, word.slice(1));
    }
    switch (word) {
      case 'and':
      case 'or':
      case 'in':
        return this.token('operator', start, word);
      case 'true':
      case 'false':
      case 'null':
        return this.token('constant', start, word);
      default:
        return this.token('name', start, word);
    }
  }

  private token(type: Token['type'], start: number, text = ''): Token {
    return { type, span: { start, end: type === 'end' ? start : this.at }, text };
  }

  private fail(code: Parameters<typeof syntaxProblem>[0], span: Span, token = ''): Token {
    this.problem ??= syntaxProblem(code, span, token);
    this.at = this.end;
    return { type: 'end', span: { start: span.start, end: span.start }, text: '' };
  }
}

function isRegExp(source: string, flags: string): boolean {
  try {
    return new RegExp(source, `${flags}g`) instanceof RegExp;
  } catch {
    // The engine has no other way to say so.
    return false;
  }
}
