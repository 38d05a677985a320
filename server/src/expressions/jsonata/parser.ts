// Reads JSONata by the precedence of its operators, in the grammar of the jsonata package 2.0.6, token by token.
// The package's own parser has no starts of parts, stops at the first mistake and needs ten times as long, so the grammar is written anew here;
// a test holds both against each other. Two things are left to a run: whether `%` has a parent, and what the signature of a function says.
// What follows a problem is read as far as it makes sense.
import type { Span } from '../../text/span';
import { deepestExpression } from '../problem';
import { Lexer, type Token } from './lexer';
import { syntaxProblem, type JsonataProblem, type SyntaxCode } from './problem';
import type { BinaryOperator, Entry, Expression, Variable } from './tree';

export interface Reading {
  readonly expression: Expression;
  readonly problem: JsonataProblem | undefined;
}

/** How tightly an operator binds what stands before it. */
const powers: Readonly<Record<string, number>> = {
  '.': 75, '[': 80, '{': 70, '(': 80, '@': 80, '#': 80, '?': 20, '+': 50, '-': 50, '*': 60, '/': 60, '%': 60, '=': 40, '<': 40, '>': 40,
  '^': 40, ':=': 10, '!=': 40, '<=': 40, '>=': 40, '~>': 40, and: 30, or: 25, in: 40, '&': 50,
};

/** Nothing begins with these, and what holds the place goes on with them. */
const closers = new Set([')', ']', '}', ',', ';', ':', '|', '..']);

export function read(text: string, from: number, to: number): Reading {
  return new Parser(text, from, to).read();
}

class Parser {
  private readonly lexer: Lexer;
  private token: Token;
  /** The token before, whose end is the end of what was read. */
  private previous: Token;
  private problem: JsonataProblem | undefined;
  /** A value is missing at the end; a bracket that is not closed says more. */
  private ending: JsonataProblem | undefined;
  private depth = 0;

  constructor(
    private readonly text: string,
    start: number,
    end: number,
  ) {
    this.lexer = new Lexer(text, start, end);
    this.previous = { type: 'end', span: { start, end: start }, text: '' };
    this.token = this.lexer.next(false);
    this.checkOperator();
  }

  read(): Reading {
    const expression = this.expression(0);
    if (this.token.type !== 'end') {
      this.fail('S0201', this.token);
    }
    return { expression, problem: this.problem ?? this.lexer.problem ?? this.ending };
  }

  private expression(power: number): Expression {
    const { depth } = this;
    if (this.isTooDeep()) {
      return this.missing();
    }
    let left = this.prefix();
    while (power < this.power()) {
      if (this.isTooDeep()) {
        break;
      }
      left = this.infix(left, this.advance(false));
    }
    this.depth = depth;
    return left;
  }

  /** Every operator of a chain makes the tree deeper by one, as parentheses do. */
  private isTooDeep(): boolean {
    if (++this.depth <= deepestExpression) {
      return false;
    }
    this.problem ??= { code: 'too-deep', span: this.token.span, message: 'This is nested too deep to be read any further.', refused: false };
    // Nothing behind it is looked at.
    this.token = { type: 'end', span: { start: this.token.span.start, end: this.token.span.start }, text: '' };
    return true;
  }

  private power(): number {
    return this.token.type === 'operator' ? (powers[this.token.text] ?? 0) : 0;
  }

  /** Goes on to the next token and gives the one that was there. */
  private advance(afterValue: boolean): Token {
    this.previous = this.token;
    if (this.token.type !== 'end') {
      this.token = this.lexer.next(afterValue);
    }
    this.checkOperator();
    return this.previous;
  }

  /** Two characters end a name and are no operators by themselves. */
  private checkOperator(): void {
    if (this.is('!') || this.is('~')) {
      this.fail('S0204', this.token);
    }
  }

  private is(text: string): boolean {
    return this.token.type === 'operator' && this.token.text === text;
  }

  /**
   * Takes a token that has to be there.
   *
   * @param opener the token that it belongs to
   */
  private expect(text: string, opener: Token, afterValue = false): void {
    if (this.is(text)) {
      this.advance(afterValue);
    } else if (this.token.type === 'end') {
      this.fail('S0203', ')]}'.includes(text) ? opener : this.previous, text);
    } else {
      this.fail('S0202', this.token, text);
    }
  }

  private fail(code: SyntaxCode, { span, text, type }: Token, expected = ''): void {
    if (this.problem || this.lexer.problem) {
      return;
    }
    const shown = type === 'operator' ? text : this.text.slice(span.start, span.end);
    this.problem = syntaxProblem(code, span, shown, expected, this.text[span.start - 1]);
  }

  private from(start: number): Span {
    return { start, end: Math.max(start, this.previous.span.end) };
  }

  private missing(): Expression {
    const at = this.token.span.start;
    return { kind: 'missing', span: { start: at, end: at } };
  }

  /** What an expression begins with. */
  private prefix(): Expression {
    if (this.token.type === 'end') {
      this.ending ??= syntaxProblem('S0207', this.previous.span);
      return this.missing();
    }
    if (this.token.type === 'operator' && closers.has(this.token.text) && this.token.text !== '|') {
      this.fail('S0211', this.token);
      return this.missing();
    }
    const token = this.advance(true);
    const { span, text } = token;
    switch (token.type) {
      case 'name':
        return { kind: 'name', span, name: text };
      case 'variable':
        return { kind: 'variable', span, name: text };
      case 'text':
        return { kind: 'text', span, value: text };
      case 'number':
        return { kind: 'number', span, value: Number(text) };
      case 'constant':
        return { kind: 'constant', span, value: text === 'null' ? null : text === 'true' };
      case 'pattern':
        return { kind: 'pattern', span, source: text, flags: this.text.slice(span.start + text.length + 2, span.end) };
      default:
        return this.prefixOperator(token);
    }
  }

  private prefixOperator(token: Token): Expression {
    const { start } = token.span;
    switch (token.text) {
      case '-': {
        const operand = this.expression(70);
        return { kind: 'negation', span: this.from(start), operand };
      }
      case '*':
        return { kind: 'wildcard', span: token.span };
      case '**':
        return { kind: 'descendants', span: token.span };
      case '%':
        return { kind: 'parent', span: token.span };
      case 'and':
      case 'or':
      case 'in':
        return { kind: 'name', span: token.span, name: token.text };
      case '(':
        return this.block(token);
      case '[':
        return this.list(token);
      case '{': {
        const entries = this.entries(token);
        return { kind: 'object', span: this.from(start), entries };
      }
      case '|':
        return this.transform(token);
      default:
        this.fail('S0211', token);
        return { kind: 'missing', span: token.span };
    }
  }

  private block(open: Token): Expression {
    const expressions: Expression[] = [];
    while (!this.is(')')) {
      expressions.push(this.expression(0));
      if (!this.is(';')) {
        break;
      }
      this.advance(false);
    }
    this.expect(')', open, true);
    return { kind: 'block', span: this.from(open.span.start), expressions };
  }

  private list(open: Token): Expression {
    const items: Expression[] = [];
    if (!this.is(']')) {
      for (;;) {
        const item = this.expression(0);
        if (this.is('..')) {
          this.advance(false);
          const to = this.expression(0);
          items.push({ kind: 'range', span: { start: item.span.start, end: to.span.end }, from: item, to });
        } else {
          items.push(item);
        }
        if (!this.is(',')) {
          break;
        }
        this.advance(false);
      }
    }
    this.expect(']', open, true);
    return { kind: 'list', span: this.from(open.span.start), items };
  }

  private entries(open: Token): Entry[] {
    const entries: Entry[] = [];
    if (!this.is('}')) {
      for (;;) {
        const key = this.expression(0);
        this.expect(':', open);
        const value = this.expression(0);
        entries.push({ key, value });
        if (!this.is(',')) {
          break;
        }
        this.advance(false);
      }
    }
    this.expect('}', open, true);
    return entries;
  }

  private transform(open: Token): Expression {
    const pattern = this.expression(0);
    this.expect('|', open);
    const update = this.expression(0);
    let removed: Expression | undefined;
    if (this.is(',')) {
      this.advance(false);
      removed = this.expression(0);
    }
    this.expect('|', open);
    return { kind: 'transform', span: this.from(open.span.start), pattern, update, delete: removed };
  }

  /** What goes on from an expression; the operator has been taken. */
  private infix(left: Expression, token: Token): Expression {
    const { start } = left.span;
    switch (token.text) {
      case '.':
        return this.step(left, token);
      case '[':
        return this.filter(left, token);
      case '{': {
        if (carriesGroup(left)) {
          this.fail('S0210', token);
        }
        const entries = this.entries(token);
        return { kind: 'group', span: this.from(start), target: left, entries };
      }
      case '(':
        return this.call(left, token);
      case '@':
      case '#':
        return this.binding(left, token);
      case '^':
        return this.sort(left, token);
      case '?': {
        const then = this.expression(0);
        let otherwise: Expression | undefined;
        if (this.is(':')) {
          this.advance(false);
          otherwise = this.expression(0);
        }
        return { kind: 'condition', span: this.from(start), test: left, then, otherwise };
      }
      case ':=': {
        const bare = withoutEmptyBrackets(left);
        const variable = bare.kind === 'variable' ? bare : undefined;
        if (!variable) {
          this.fail('S0212', { ...token, span: left.span });
        }
        const value = this.expression(9);
        return { kind: 'assignment', span: this.from(start), variable, value };
      }
      case '~>': {
        const applied = this.expression(40);
        return { kind: 'application', span: this.from(start), value: left, function: applied };
      }
      default: {
        const right = this.expression(powers[token.text] ?? 0);
        return { kind: 'binary', span: this.from(start), operator: token.text as BinaryOperator, operatorSpan: token.span, left, right };
      }
    }
  }

  private step(left: Expression, token: Token): Expression {
    const right = this.expression(75);
    for (const each of [left, right]) {
      const base = unwrapped(each);
      if (right.kind !== 'missing' && (base.kind === 'number' || base.kind === 'constant')) {
        this.fail('S0213', { ...token, type: 'name', span: base.span });
      }
    }
    const steps = left.kind === 'path' ? [...left.steps, right] : [left, right];
    return { kind: 'path', span: this.from(left.span.start), steps };
  }

  private filter(left: Expression, token: Token): Expression {
    if (this.is(']')) {
      this.advance(false);
      return { kind: 'filter', span: this.from(left.span.start), target: left, predicate: undefined };
    }
    if (groupsInPlace(left)) {
      this.fail('S0209', token);
    }
    const predicate = this.expression(0);
    this.expect(']', token, true);
    return { kind: 'filter', span: this.from(left.span.start), target: left, predicate };
  }

  private binding(left: Expression, token: Token): Expression {
    const base = withoutBindings(left);
    if (token.text === '@' && base.kind === 'filter') {
      this.fail('S0215', token);
    } else if (token.text === '@' && base.kind === 'sort') {
      this.fail('S0216', token);
    }
    const bound = this.expression(80);
    if (bound.kind !== 'variable') {
      this.fail('S0214', token);
    }
    return { kind: token.text === '@' ? 'focus' : 'index', span: this.from(left.span.start), target: left, variable: bound.kind === 'variable' ? bound : undefined };
  }

  private sort(left: Expression, token: Token): Expression {
    const terms: { expression: Expression; descending: boolean }[] = [];
    const open = this.token;
    this.expect('(', token);
    for (;;) {
      const descending = this.is('>');
      if (descending || this.is('<')) {
        this.advance(false);
      }
      terms.push({ expression: this.expression(0), descending });
      if (!this.is(',')) {
        break;
      }
      this.advance(false);
    }
    this.expect(')', open);
    return { kind: 'sort', span: this.from(left.span.start), target: left, terms };
  }

  private call(callee: Expression, open: Token): Expression {
    const args: Expression[] = [];
    if (!this.is(')')) {
      for (;;) {
        if (this.is('?')) {
          args.push({ kind: 'placeholder', span: this.token.span });
          this.advance(false);
        } else {
          args.push(this.expression(0));
        }
        if (!this.is(',')) {
          break;
        }
        this.advance(false);
      }
    }
    this.expect(')', open, true);
    const argumentsSpan = this.from(open.span.start);
    const bare = withoutEmptyBrackets(callee);
    if (bare.kind === 'name' && (bare.name === 'function' || bare.name === 'λ')) {
      return this.lambda(callee, args);
    }
    return { kind: 'call', span: this.from(callee.span.start), callee, arguments: args, argumentsSpan };
  }

  private lambda(callee: Expression, args: readonly Expression[]): Expression {
    const parameters: Variable[] = [];
    for (const each of args.map(withoutEmptyBrackets)) {
      if (each.kind === 'variable') {
        parameters.push(each);
      } else {
        this.fail('S0208', { type: 'name', text: '', span: each.span });
      }
    }
    const signature = this.is('<') ? this.signature() : undefined;
    const open = this.token;
    this.expect('{', this.previous);
    const body = this.expression(0);
    this.expect('}', open);
    return { kind: 'lambda', span: this.from(callee.span.start), parameters, signature, body };
  }

  /** Its letters mean something to the evaluator only. */
  private signature(): Span {
    const { start } = this.token.span;
    const open = this.token;
    for (let depth = 1; depth > 0 && !this.is('{') && this.token.type !== 'end'; ) {
      this.advance(false);
      depth += this.is('<') ? 1 : this.is('>') ? -1 : 0;
    }
    this.expect('>', open);
    return this.from(start);
  }
}

/** A step without its predicates, grouping and bindings, and a number without its sign. */
function unwrapped(node: Expression): Expression {
  switch (node.kind) {
    case 'filter':
    case 'sort':
    case 'group':
    case 'focus':
    case 'index':
      return unwrapped(node.target);
    case 'negation': {
      const operand = unwrapped(node.operand);
      return operand.kind === 'number' ? operand : node;
    }
    default:
      return node;
  }
}

/** The package keeps `[]` as a mark on what stands before it, and so sees through it. */
function withoutEmptyBrackets(node: Expression): Expression {
  return node.kind === 'filter' && !node.predicate ? withoutEmptyBrackets(node.target) : node;
}

/** What `@` is bound to: brackets without a predicate, and other bindings, don't count. */
function withoutBindings(node: Expression): Expression {
  const passes = node.kind === 'focus' || node.kind === 'index' || node.kind === 'group' || (node.kind === 'filter' && !node.predicate);
  return passes ? withoutBindings(node.target) : node;
}

/** True where the package makes a path of it, which then holds the grouping; of anything else, the thing itself does. */
function isPathLike(node: Expression): boolean {
  switch (node.kind) {
    case 'name':
    case 'path':
    case 'sort':
    case 'index':
      return true;
    case 'filter':
    case 'focus':
    case 'group':
      return isPathLike(node.target);
    default:
      return false;
  }
}

function carriesGroup(node: Expression): boolean {
  switch (node.kind) {
    case 'group':
      return true;
    case 'filter':
    case 'focus':
      return carriesGroup(node.target);
    case 'index':
    case 'sort':
      return isPathLike(node.target) && carriesGroup(node.target);
    case 'path': {
      const [first] = node.steps;
      return first !== undefined && isPathLike(first) && carriesGroup(first);
    }
    default:
      return false;
  }
}

/** A predicate can't follow a grouping, except where a path is between them. */
function groupsInPlace(node: Expression): boolean {
  if (node.kind === 'group') {
    return !isPathLike(node.target);
  }
  return (node.kind === 'filter' || node.kind === 'focus') && !isPathLike(node) && groupsInPlace(node.target);
}
