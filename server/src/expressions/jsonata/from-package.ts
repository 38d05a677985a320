// Our tree of an expression from the package's. The package tells what was read and where the tokens of it end; where they start, the text tells:
// each part begins behind the one before it, past blanks, comments and the sign between them.
import { deepestExpression } from '../problem';
import type { Span } from '../../text/span';
import type { PackageNode, PackagePairs } from './package';
import type { BinaryOperator, Entry, Expression, Lambda, Variable } from './tree';

export interface Built {
  readonly expression: Expression;
  /** Where the tree ends because it is too deep. */
  readonly tooDeep: Span | undefined;
}

/** @param text what the package has read */
export function fromPackage(text: string, root: PackageNode): Built {
  const builder = new Builder(text);
  const expression = builder.expression(root, 0);
  return { expression, tooDeep: builder.tooDeep };
}

const between = /(?:[ \t\n\r\v]|\/\*[^]*?\*\/)*/y;
const variableName = /\$[^ \t\n\r\v.[\]{}(),@#;:?+\-*/%|=<>^&!~]*/y;

class Builder {
  tooDeep: Span | undefined;
  private depth = 0;

  constructor(private readonly text: string) {}

  /** @param after where the sign in front of it ends */
  expression(node: PackageNode | undefined, after: number): Expression {
    const { depth } = this;
    if (!node || this.isTooDeep(after)) {
      return this.missing(after);
    }
    const expression = this.chain(node.type === 'path' ? (node.steps ?? []) : [node], node, after);
    this.depth = depth;
    return expression;
  }

  /** A whole tree, with its chains of postfixes, is no deeper than what a stack can take. */
  private isTooDeep(at: number): boolean {
    if (++this.depth <= deepestExpression) {
      return false;
    }
    this.tooDeep ??= this.missing(at).span;
    return true;
  }

  private missing(after: number): Expression {
    const at = this.skip(after);
    return { kind: 'missing', span: { start: at, end: at } };
  }

  /** Past blanks and comments. */
  private skip(at: number): number {
    const code = this.text.charCodeAt(at);
    // Most parts touch: a blank is below "!", and "/" may begin a comment.
    if (code > 0x20 && code !== 0x2f) {
      return at;
    }
    between.lastIndex = at;
    between.test(this.text);
    return Math.max(at, between.lastIndex);
  }

  /** Past a sign that belongs here; in a half-typed text it may not be there. */
  private past(sign: string, at: number): number {
    const start = this.skip(at);
    return this.text.startsWith(sign, start) ? start + sign.length : at;
  }

  /** The steps of a path, each with what hangs on it. What the package keeps apart stands in the order of the text again. */
  private chain(nodes: readonly PackageNode[], owner: PackageNode, after: number): Expression {
    let steps: Expression[] = [];
    let end = after;
    let { depth } = this;
    for (const node of nodes) {
      const { length } = steps;
      this.depth = depth;
      if (node.type !== 'sort') {
        steps.push(this.part(node, length > 0 ? this.past('.', end) : after));
      } else if (!this.isTooDeep(end)) {
        steps = [this.sort(node, joined(steps))];
      }
      for (let next = this.postfix(steps, node, owner); next; next = this.postfix(next, node, owner)) {
        steps = next;
      }
      // What became one step lies deeper than the steps beside it.
      depth = steps.length <= length ? this.depth : depth;
      end = steps.at(-1)?.span.end ?? end;
    }
    return joined(steps);
  }

  /** The steps with the next predicate, binding or grouping on them; `undefined` where there is none. */
  private postfix(steps: readonly Expression[], node: PackageNode, owner: PackageNode): Expression[] | undefined {
    const target = steps.at(-1);
    if (!target) {
      return undefined;
    }
    const at = this.skip(target.span.end);
    const sign = this.text[at] ?? '';
    if (!'[{@#'.includes(sign) || sign === '' || this.isTooDeep(at)) {
      return undefined;
    }
    const { start } = target.span;
    const replaced = (last: Expression): Expression[] => [...steps.slice(0, -1), last];
    if (sign === '@' || sign === '#') {
      const variable = this.variableAt(this.skip(at + 1));
      return replaced({ kind: sign === '@' ? 'focus' : 'index', span: { start, end: variable?.span.end ?? at + 1 }, target, variable });
    }
    if (sign === '{') {
      const group = [node.group, owner.group].find((each) => each?.position === at + 1);
      if (!group) {
        return undefined;
      }
      const { entries, end } = this.entries(group.lhs, at + 1);
      // It groups the whole path.
      const whole = joined(steps);
      return [{ kind: 'group', span: { start: whole.span.start, end }, target: whole, entries }];
    }
    const close = this.past(']', at + 1);
    if (close > at + 1) {
      return replaced({ kind: 'filter', span: { start, end: close }, target, predicate: undefined });
    }
    const stage = [...(node.predicate ?? []), ...(node.stages ?? [])].find(({ type, position }) => type === 'filter' && position === at + 1);
    if (!stage) {
      return undefined;
    }
    const predicate = this.expression(stage.expr, at + 1);
    return replaced({ kind: 'filter', span: { start, end: this.past(']', predicate.span.end) }, target, predicate });
  }

  private variableAt(start: number): Variable | undefined {
    variableName.lastIndex = start;
    const [written] = variableName.exec(this.text) ?? [];
    return written === undefined ? undefined : { kind: 'variable', span: { start, end: start + written.length }, name: written.slice(1) };
  }

  private part(node: PackageNode, after: number): Expression {
    const start = this.skip(after);
    const end = Math.max(start, node.position ?? start);
    const span = { start, end };
    switch (node.type) {
      case 'variable':
        return { kind: 'variable', span, name: String(node.value) };
      case 'name':
      case 'string': {
        // The package makes a name of a text in a path.
        const value = String(node.value);
        const quote = this.text[start];
        return quote === '"' || quote === "'" ? { kind: 'text', span, value } : { kind: 'name', span, name: value };
      }
      case 'number':
        return this.number(Number(node.value), span);
      case 'value':
        return { kind: 'constant', span, value: typeof node.value === 'boolean' ? node.value : null };
      case 'regex': {
        const close = this.text.lastIndexOf('/', end - 1);
        return { kind: 'pattern', span, source: this.text.slice(start + 1, close), flags: this.text.slice(close + 1, end) };
      }
      case 'wildcard':
        return { kind: 'wildcard', span };
      case 'descendant':
        return { kind: 'descendants', span };
      case 'parent':
        // The only one that the package tells no position of.
        return { kind: 'parent', span: { start, end: this.past('%', start) } };
      case 'operator':
        return { kind: 'placeholder', span };
      case 'unary':
        return this.unary(node, span);
      case 'binary':
      case 'bind':
      case 'apply':
        return this.operation(node, after);
      case 'function':
      case 'partial':
        return this.call(node, after);
      case 'lambda':
        return node.thunk ? this.expression(node.body, after) : this.lambda(node, span);
      case 'block': {
        let at = end;
        const expressions = (node.expressions ?? []).map((each) => {
          const expression = this.expression(each, at);
          at = this.past(';', expression.span.end);
          return expression;
        });
        return { kind: 'block', span: { start, end: this.past(')', at) }, expressions };
      }
      case 'condition': {
        const test = this.expression(node.condition, after);
        const then = this.expression(node.then, node.position ?? test.span.end);
        const otherwise = node.else && this.expression(node.else, this.past(':', then.span.end));
        return { kind: 'condition', span: { start: test.span.start, end: (otherwise ?? then).span.end }, test, then, otherwise };
      }
      case 'transform': {
        const pattern = this.expression(node.pattern, end);
        const update = this.expression(node.update, this.past('|', pattern.span.end));
        const removed = node.delete && this.expression(node.delete, this.past(',', update.span.end));
        return { kind: 'transform', span: { start, end: this.past('|', (removed ?? update).span.end) }, pattern, update, delete: removed };
      }
      default:
        return this.missing(after);
    }
  }

  /** The package counts a sign, or several, to the number. */
  private number(value: number, { start, end }: Span): Expression {
    if (this.text[start] !== '-') {
      return { kind: 'number', span: { start, end }, value: Math.abs(value) };
    }
    return { kind: 'negation', span: { start, end }, operand: this.number(value, { start: this.skip(start + 1), end }) };
  }

  private unary(node: PackageNode, { start, end }: Span): Expression {
    if (node.value === '{') {
      const object = this.entries(node.lhs as PackagePairs, end);
      return { kind: 'object', span: { start, end: object.end }, entries: object.entries };
    }
    if (node.value === '-') {
      const operand = this.expression(node.expression, end);
      return { kind: 'negation', span: { start, end: operand.span.end }, operand };
    }
    let at = end;
    const items = (node.expressions ?? []).map((each) => {
      const item = this.expression(each, at);
      at = this.past(',', item.span.end);
      return item;
    });
    return { kind: 'list', span: { start, end: this.past(']', at) }, items };
  }

  private entries(pairs: PackagePairs, after: number): { entries: Entry[]; end: number } {
    let at = after;
    const entries = pairs.map(([left, right]) => {
      const key = this.expression(left, at);
      const value = this.expression(right, this.past(':', key.span.end));
      at = this.past(',', value.span.end);
      return { key, value };
    });
    return { entries, end: this.past('}', at) };
  }

  private operation(node: PackageNode, after: number): Expression {
    const left = this.expression(node.lhs as PackageNode, after);
    const operator = String(node.value);
    const operatorEnd = node.position ?? left.span.end;
    const right = this.expression(node.rhs, operatorEnd);
    const span = { start: left.span.start, end: right.span.end };
    if (node.type === 'bind') {
      const target = withoutEmptyBrackets(left);
      return { kind: 'assignment', span, variable: target.kind === 'variable' ? target : undefined, value: right };
    }
    if (node.type === 'apply') {
      return { kind: 'application', span, value: left, function: right };
    }
    if (operator === '..') {
      return { kind: 'range', span, from: left, to: right };
    }
    return { kind: 'binary', span, operator: operator as BinaryOperator, operatorSpan: { start: operatorEnd - operator.length, end: operatorEnd }, left, right };
  }

  private call(node: PackageNode, after: number): Expression {
    const callee = this.expression(node.procedure, after);
    const open = node.position ?? callee.span.end;
    let at = open;
    const args = (node.arguments ?? []).map((each) => {
      const argument = this.expression(each, at);
      at = this.past(',', argument.span.end);
      return argument;
    });
    const end = this.past(')', at);
    return { kind: 'call', span: { start: callee.span.start, end }, callee, arguments: args, argumentsSpan: { start: open - 1, end } };
  }

  private lambda(node: PackageNode, { start, end }: Span): Lambda {
    let at = end;
    const parameters = (node.arguments ?? []).flatMap((each) => {
      const parameter = this.expression(each, at);
      at = this.past(',', parameter.span.end);
      const variable = withoutEmptyBrackets(parameter);
      return variable.kind === 'variable' ? [variable] : [];
    });
    at = this.past(')', at);
    const signature = this.signature(this.skip(at));
    const body = this.expression(node.body, this.past('{', signature?.end ?? at));
    return { kind: 'lambda', span: { start, end: this.past('}', body.span.end) }, parameters, signature, body };
  }

  /** No brace can stand in it. */
  private signature(start: number): Span | undefined {
    if (this.text[start] !== '<') {
      return undefined;
    }
    const brace = this.text.indexOf('{', start);
    return { start, end: this.text.lastIndexOf('>', brace < 0 ? this.text.length : brace) + 1 };
  }

  private sort(node: PackageNode, target: Expression): Expression {
    let at = this.past('(', node.position ?? target.span.end);
    const terms = (node.terms ?? []).map(({ descending, expression: term }) => {
      const expression = this.expression(term, this.past(descending ? '>' : '<', at));
      at = this.past(',', expression.span.end);
      return { expression, descending };
    });
    return { kind: 'sort', span: { start: target.span.start, end: this.past(')', at) }, target, terms };
  }
}

/** Steps as one expression. */
function joined(steps: readonly Expression[]): Expression {
  const [first, ...rest] = steps;
  if (!first) {
    return { kind: 'missing', span: { start: 0, end: 0 } };
  }
  return rest.length === 0 ? first : { kind: 'path', span: { start: first.span.start, end: (rest.at(-1) ?? first).span.end }, steps };
}

/** The package keeps `[]` as a mark on what stands before it, and so sees through it. */
function withoutEmptyBrackets(node: Expression): Expression {
  return node.kind === 'filter' && !node.predicate ? withoutEmptyBrackets(node.target) : node;
}
