// How all rules run over one document: state by state, so that what is made for one is gone before the next, and passing over the states
// that were found in order in the version before and stand there unchanged.
import { visitArguments } from '../analysis/call-arguments';
import { calledAction } from '../analysis/called-action';
import { CleanStates } from '../analysis/clean-states';
import type { Definition } from '../analysis/definition';
import type { AslDocument } from '../analysis/document';
import { visitPayload, type PayloadVisitor } from '../analysis/payload';
import type { Shape } from '../analysis/shapes';
import { readsOfJsonata, readsOfPath } from '../analysis/variables';
import { callOf, type Call } from '../model/call';
import { testOf } from '../model/choice';
import { handlersOf } from '../model/error-handling';
import type { State, StateMachine } from '../model/machine';
import { hasOpen, isOpenState, standsInOpen } from '../model/open';
import { visitMachineParts, visitStateParts, type Part } from '../model/parts';
import type { Catalog } from '../services/catalog';
import type { Rule, RuleContext, RuleFinding, Visitors } from './rule';

/** Is told of a rule that threw; the other rules go on. */
export type Failed = (rule: Rule, error: unknown) => void;

/** All findings of the rules on one document. Each definition is looked at by itself: no rule can see from one into another. */
export function runRules(rules: readonly Rule[], document: AslDocument, failed: Failed): RuleFinding[] {
  return document.definitions.flatMap((definition) => new Run(rules, definition, failed).findings(cleanStates(rules, document)));
}

/** What is known of the states of the version before, and what will be known of these. */
interface Known {
  readonly isClean: (state: State['property'], scope: string) => boolean;
  readonly clean: CleanStates;
}

/**
 * Only where a state is what its own text says: not in a template, which has its say too, nor in YAML, where an alias stands for a text
 * elsewhere, nor while the notation is broken.
 */
function cleanStates(rules: readonly Rule[], document: AslDocument): Known | undefined {
  if (document.notation !== 'json' || document.isTemplate || document.problems.length > 0) {
    return undefined;
  }
  const codes = rules.map(({ code }) => code).join();
  const before = document.clean;
  document.clean = new CleanStates(document.text, codes);
  return { isClean: before?.comparedWith(document.text, codes) ?? (() => false), clean: document.clean };
}

/** One run over one definition. */
class Run {
  private readonly found: RuleFinding[] = [];
  private readonly listeners: Listeners;
  private readonly ctx = this.context();
  /** The rule that is being asked. */
  private current: Rule | undefined;
  /** Those that have thrown. */
  private readonly broken = new Set<Listener>();
  /** How often a rule has asked for more than what it was given to look at. */
  private furtherLooks = 0;
  /** False once a rule has thrown: nothing is then known of the states that it did not come to. */
  private isComplete = true;

  constructor(
    rules: readonly Rule[],
    private readonly definition: Definition,
    private readonly failed: Failed,
  ) {
    this.listeners = listenersOf(rules);
  }

  findings(known: Known | undefined): RuleFinding[] {
    this.visit('Definition', this.definition);
    for (const machine of this.definition.machines) {
      this.visit('Machine', machine);
      if (machine.startAt) {
        this.visit('Reference', machine.startAt);
      }
      visitMachineParts(machine, this.visitPart);
      const around = known ? this.scopeOf(machine) : '';
      for (const state of machine.states) {
        this.visitAll('Reference', state.references);
        const scope = known ? around + signature(this.definition.inputs(machine).get(state)) : '';
        if (known?.isClean(state.property, scope)) {
          known.clean.add(state.property, scope);
        } else if (this.visitState(state)) {
          known?.clean.add(state.property, scope);
        }
      }
    }
    return this.found;
  }

  /** Looks at one state by itself. True where it will be in order again wherever its text stands in such a scope. */
  private visitState(state: State): boolean {
    const { found: { length }, furtherLooks } = this;
    if (!(this.isOpen && isOpenState(state))) {
      this.visit('State', state);
      if (state.type) {
        this.visit(state.type, state);
      }
      if (state.retriers.length > 0 || state.catchers.length > 0) {
        this.visitAll('Handlers', handlersOf(state));
      }
    }
    visitStateParts(state, this.visitPart);
    return this.found.length === length && this.furtherLooks === furtherLooks && this.isComplete && !this.definition.services.isWaiting;
  }

  /** What a state's own rules can see of what is around it. */
  private scopeOf(machine: StateMachine): string {
    const owners: string[] = [];
    for (let { owner } = machine; owner; { owner } = owner.machine) {
      owners.push(owner.type ?? '?');
    }
    return [machine.kind, machine.queryLanguage, machine.languageInDoubt, this.definition.workflowType(machine), ...owners].join();
  }

  private readonly visitPart = (part: Part): void => {
    // Nothing is sure of what a mistake in the notation touches.
    if (part.node.isOpen) {
      return;
    }
    this.visit('Part', part);
    if (part.is !== 'state') {
      this.visit(part.is, part);
    }
    const test = testOf(part);
    if (test) {
      this.visit('Test', test);
    }
    const call = callOf(part);
    if (call && !(this.isOpen && hasOpen(call.arguments?.value))) {
      this.visit('Call', call);
      this.visitArguments(call);
    }
    // What the texts mean goes by the language.
    if (!part.languageInDoubt) {
      visitPayload(part, this.definition.expressions, this.payload);
    }
  };

  private visitArguments(call: Call): void {
    // Nobody reads a service's model for rules that are off.
    const listeners = this.listeners.get('Argument');
    const called = listeners && calledAction(call, this.definition.services);
    if (called) {
      visitArguments(call, called, (argument) => {
        this.tell(listeners, argument);
      });
    }
  }

  private get isOpen(): boolean {
    return this.definition.tree.isOpen;
  }

  private readonly payload: PayloadVisitor = {
    path: (path) => {
      this.visit('Path', path);
      for (const problem of path.problems) {
        this.visit('PathProblem', { problem, site: path.site });
      }
      this.visitAll('VariableRead', readsOfPath(path));
    },
    jsonata: (use) => {
      this.visit('Jsonata', use);
      this.visitAll('VariableRead', readsOfJsonata(use));
    },
    literal: (literal) => {
      // It may have been meant for another field.
      if (!(this.isOpen && standsInOpen(literal.node, literal.part.node))) {
        this.visit('Literal', literal);
      }
    },
    object: (object) => {
      if (!object.node.isOpen) {
        this.visit('PayloadObject', object);
      }
    },
  };

  private visit(kind: keyof Visitors, what: unknown): void {
    this.tell(this.listeners.get(kind) ?? none, what);
  }

  private tell(listeners: readonly Listener[], what: unknown): void {
    for (const listener of listeners) {
      if (this.isComplete || !this.broken.has(listener)) {
        const { rule, visitor } = listener;
        this.current = rule;
        try {
          visitor(what, this.ctx);
        } catch (error) {
          // A bug of ours in one rule must not cost the user the findings of the others.
          this.broken.add(listener);
          this.isComplete = false;
          this.failed(rule, error);
        }
      }
    }
  }

  private visitAll(kind: keyof Visitors, all: readonly unknown[]): void {
    for (const what of all) {
      this.visit(kind, what);
    }
  }

  /** One for all rules: only the one that is being asked speaks. */
  private context(): RuleContext {
    const wholeDefinition = (): Definition => {
      this.furtherLooks++;
      return this.definition;
    };
    const services = (): Catalog => this.definition.services;
    return {
      get definition() {
        return wholeDefinition();
      },
      get services() {
        return services();
      },
      workflowType: (machine) => this.definition.workflowType(machine),
      inputOf: (state) => this.definition.inputs(state.machine).get(state),
      report: (finding) => {
        if (this.current) {
          this.found.push({ ...finding, rule: this.current });
        }
      },
    };
  }
}

/** Which rules look at what. The same rules are run for nearly every text, so it is found out once. */
function listenersOf(rules: readonly Rule[]): Listeners {
  let listeners = listenersByRules.get(rules);
  if (!listeners) {
    listeners = new Map<string, Listener[]>();
    for (const rule of rules) {
      for (const [kind, visitor] of Object.entries(rule.on) as [string, Visitor][]) {
        listeners.set(kind, [...(listeners.get(kind) ?? none), { rule, visitor }]);
      }
    }
    listenersByRules.set(rules, listeners);
  }
  return listeners;
}

const listenersByRules = new WeakMap<readonly Rule[], Listeners>();

/** The same text for shapes that are the same. */
function signature(shape: Shape | undefined): string {
  return shape === undefined ? '' : shape.kind === 'object' ? ` ${[...shape.fields].join()}` : ` ${shape.kind}`;
}

type Visitor = (what: unknown, ctx: RuleContext) => void;

/** A rule that looks at one kind of thing. */
interface Listener {
  readonly rule: Rule;
  readonly visitor: Visitor;
}

type Listeners = Map<string, readonly Listener[]>;

const none: readonly never[] = [];
