// What an expression refers to: variables, `$states` by its fields, functions, and the context that a state doesn't have.
import type { Span } from '../../text/span';
import type { Binding, Call, Expression, Lambda, Path, Variable } from './tree';

/** A use of `$name`. */
export interface VariableUse {
  readonly node: Variable;
  /** Where the expression itself binds the name; `undefined` for a variable of the machine, `$states` and the built-in functions. */
  readonly boundBy: Variable | undefined;
  /** The call whose callee it is. */
  readonly called: Call | undefined;
  /** The names after it, as far as they are plain: for `$states.input.order[0].id`, `input`, `order` and `id`. */
  readonly fields: readonly { readonly name: string; readonly span: Span }[];
}

/** A call of something that has a name. */
export interface FunctionCall {
  readonly node: Call;
  readonly callee: Variable;
  readonly boundBy: Variable | undefined;
  /** The arguments that it gets, the one that `~>` hands over included. */
  readonly given: number;
  /** Whether a value in the context can stand in for an argument that is left out. */
  readonly hasContext: boolean;
}

/** A read of the context where there is none: a bare name, `$`, `*`, `**` or `%`; and `$$` anywhere. */
export interface ContextRead {
  readonly span: Span;
  /** As it is written: `order`, `$`, `$$`. */
  readonly text: string;
  readonly kind: 'name' | 'context' | 'root' | 'wildcard';
}

/** A name that the expression binds for itself. */
export interface LocalBinding {
  readonly node: Variable;
  readonly kind: 'assignment' | 'parameter' | 'focus' | 'index';
}

export interface References {
  readonly variables: readonly VariableUse[];
  readonly calls: readonly FunctionCall[];
  readonly bindings: readonly LocalBinding[];
  readonly contextReads: readonly ContextRead[];
}

/** Everything that an expression refers to, each kind in the order of the text. */
export function referencesOf(expression: Expression): References {
  const walk = new Walk();
  walk.visit(expression, { outer: undefined, names: new Map() }, false);
  walk.finish();
  const inOrder = <T>(found: T[], span: (each: T) => Span): T[] => found.sort((one, other) => span(one).start - span(other).start);
  return {
    variables: inOrder(walk.variables, ({ node }) => node.span),
    calls: inOrder(walk.calls, ({ node }) => node.span),
    bindings: inOrder(walk.bindings, ({ node }) => node.span),
    contextReads: inOrder(walk.contextReads, ({ span }) => span),
  };
}

/** The variables that an expression takes from outside, each with its first use; `$states` and functions that are called are not among them. */
export function freeVariables({ variables }: References): ReadonlyMap<string, VariableUse> {
  const free = new Map<string, VariableUse>();
  for (const use of variables) {
    const { name } = use.node;
    if (!use.boundBy && !use.called && name !== 'states' && !free.has(name)) {
      free.set(name, use);
    }
  }
  return free;
}

/** Names that are bound in one block, lambda or path. */
interface Scope {
  readonly outer: Scope | undefined;
  readonly names: Map<string, Variable>;
}

class Walk {
  readonly variables: VariableUse[] = [];
  readonly calls: FunctionCall[] = [];
  readonly bindings: LocalBinding[] = [];
  readonly contextReads: ContextRead[] = [];
  /** Bodies run when they are called, by when all names around them are bound; so they are read last. */
  private readonly later: { lambda: Lambda; scope: Scope; hasContext: boolean }[] = [];

  finish(): void {
    for (let next = this.later.shift(); next; next = this.later.shift()) {
      const { lambda, scope, hasContext } = next;
      const own: Scope = { outer: scope, names: new Map() };
      lambda.parameters.forEach((parameter) => {
        this.bind(parameter, 'parameter', own);
      });
      this.visit(lambda.body, own, hasContext);
    }
  }

  /**
   * @param hasContext whether the expression has a context item, as in a predicate or a later step
   * @param extra how many arguments come from outside, by `~>`
   */
  visit(node: Expression, scope: Scope, hasContext: boolean, extra = 0): void {
    switch (node.kind) {
      case 'variable':
        this.variable(node, scope, hasContext);
        break;
      case 'name':
        this.read(node.span, node.name, 'name', hasContext);
        break;
      case 'wildcard':
      case 'descendants':
      case 'parent':
        this.read(node.span, { wildcard: '*', descendants: '**', parent: '%' }[node.kind], 'wildcard', hasContext);
        break;
      case 'path':
      case 'filter':
      case 'sort':
      case 'group':
      case 'focus':
      case 'index':
        // What a path binds by "@" and "#" is known to the rest of it.
        this.chain(node, { outer: scope, names: new Map() }, hasContext);
        break;
      case 'call':
        this.call(node, scope, hasContext, extra);
        break;
      case 'lambda':
        this.later.push({ lambda: node, scope, hasContext });
        break;
      case 'block': {
        const own: Scope = { outer: scope, names: new Map() };
        node.expressions.forEach((each) => {
          this.visit(each, own, hasContext);
        });
        break;
      }
      case 'assignment':
        this.visit(node.value, scope, hasContext);
        if (node.variable) {
          this.bind(node.variable, 'assignment', scope);
        }
        break;
      case 'application':
        this.visit(node.value, scope, hasContext);
        this.visit(node.function, scope, hasContext, 1);
        break;
      case 'transform':
        this.visit(node.pattern, scope, true);
        this.visit(node.update, scope, true);
        if (node.delete) {
          this.visit(node.delete, scope, true);
        }
        break;
      case 'list':
        node.items.forEach((each) => {
          this.visit(each, scope, hasContext);
        });
        break;
      case 'object':
        node.entries.forEach(({ key, value }) => {
          this.visit(key, scope, hasContext);
          this.visit(value, scope, hasContext);
        });
        break;
      case 'range':
        this.visit(node.from, scope, hasContext);
        this.visit(node.to, scope, hasContext);
        break;
      case 'negation':
        this.visit(node.operand, scope, hasContext);
        break;
      case 'binary':
        this.visit(node.left, scope, hasContext);
        this.visit(node.right, scope, hasContext);
        break;
      case 'condition':
        this.visit(node.test, scope, hasContext);
        this.visit(node.then, scope, hasContext);
        if (node.otherwise) {
          this.visit(node.otherwise, scope, hasContext);
        }
        break;
      case 'text':
      case 'number':
      case 'constant':
      case 'pattern':
      case 'placeholder':
      case 'missing':
        break;
    }
  }

  /** A path and what hangs on it, in one scope. Only its very beginning reads the outer context. */
  private chain(node: Expression, scope: Scope, hasContext: boolean): void {
    switch (node.kind) {
      case 'path':
        this.path(node, scope, hasContext);
        break;
      case 'filter':
        this.chain(node.target, scope, hasContext);
        if (node.predicate) {
          this.visit(node.predicate, scope, true);
        }
        break;
      case 'sort':
        this.chain(node.target, scope, hasContext);
        node.terms.forEach(({ expression }) => {
          this.visit(expression, scope, true);
        });
        break;
      case 'group':
        this.chain(node.target, scope, hasContext);
        node.entries.forEach(({ key, value }) => {
          this.visit(key, scope, true);
          this.visit(value, scope, true);
        });
        break;
      case 'focus':
      case 'index':
        this.chain(node.target, scope, hasContext);
        this.bound(node, scope);
        break;
      default:
        this.visit(node, scope, hasContext);
    }
  }

  private bound({ kind, variable }: Binding, scope: Scope): void {
    if (variable) {
      this.bind(variable, kind, scope);
    }
  }

  private path({ steps }: Path, scope: Scope, hasContext: boolean): void {
    steps.forEach((step, index) => {
      const base = innermost(step);
      if (index === 0 && base.kind === 'text') {
        // A text at the beginning of a path is the name of a field.
        this.read(base.span, base.value, 'name', hasContext);
      }
      if (index === 0 && base.kind === 'variable') {
        this.chain(step, scope, hasContext);
        const last = this.variables.findLastIndex((use) => use.node === base);
        const use = this.variables[last];
        if (use) {
          this.variables[last] = { ...use, fields: plainFields(steps) };
        }
      } else {
        this.chain(step, scope, hasContext || index > 0);
      }
    });
  }

  private call(node: Call, scope: Scope, hasContext: boolean, extra: number): void {
    const { callee } = node;
    if (callee.kind === 'variable' && callee.name !== '' && callee.name !== '$') {
      const boundBy = find(callee.name, scope);
      this.variables.push({ node: callee, boundBy, called: node, fields: [] });
      this.calls.push({ node, callee, boundBy, given: node.arguments.length + extra, hasContext });
    } else {
      this.visit(callee, scope, hasContext);
    }
    node.arguments.forEach((each) => {
      this.visit(each, scope, hasContext);
    });
  }

  private variable(node: Variable, scope: Scope, hasContext: boolean): void {
    if (node.name === '') {
      this.read(node.span, '$', 'context', hasContext);
    } else if (node.name === '$') {
      this.contextReads.push({ span: node.span, text: '$$', kind: 'root' });
    } else {
      this.variables.push({ node, boundBy: find(node.name, scope), called: undefined, fields: [] });
    }
  }

  private read(span: Span, text: string, kind: ContextRead['kind'], hasContext: boolean): void {
    if (!hasContext) {
      this.contextReads.push({ span, text, kind });
    }
  }

  private bind(node: Variable, kind: LocalBinding['kind'], scope: Scope): void {
    scope.names.set(node.name, node);
    this.bindings.push({ node, kind });
  }
}

function find(name: string, scope: Scope): Variable | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.names.get(name);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** A step without its predicates and bindings. */
function innermost(step: Expression): Expression {
  return step.kind === 'filter' || step.kind === 'focus' || step.kind === 'index' ? innermost(step.target) : step;
}

/** The names behind the first step, up to the first step that is none. */
function plainFields(steps: readonly Expression[]): { name: string; span: Span }[] {
  const fields: { name: string; span: Span }[] = [];
  for (const step of steps.slice(1)) {
    const base = innermost(step);
    if (base.kind === 'name') {
      fields.push({ name: base.name, span: base.span });
    } else if (base.kind === 'text') {
      fields.push({ name: base.value, span: base.span });
    } else {
      break;
    }
  }
  return fields;
}
