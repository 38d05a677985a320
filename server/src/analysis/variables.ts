// Variables: who assigns them, who reads them, and which of them have a value where a state begins.
// Source: Amazon States Language specification, "Variables"; Step Functions Developer Guide, "Passing data between states with variables".
import type { Site } from '../model/sites';
import type { Reference, State, StateMachine } from '../model/machine';
import { processorOf } from '../model/processor';
import { items, member, property, type Node, type StringNode } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Definition } from './definition';
import type { JsonataUse, PathExpression } from './expressions';

/** A place that gives a variable its value. */
export interface Assignment {
  /** Without the `.$` of its key. */
  readonly name: string;
  readonly key: StringNode;
  readonly machine: StateMachine;
  readonly state: State;
}

/** A place that reads a variable. */
export interface VariableRead {
  readonly name: string;
  readonly site: Site;
  /** The name with its `$`, in the string's value. */
  readonly within: Span;
}

/** The variables that a path or an intrinsic function reads. */
export function readsOfPath({ site, paths }: PathExpression): readonly VariableRead[] {
  return paths.some(({ root }) => root.kind === 'variable') ? paths.flatMap(({ root }) => (root.kind === 'variable' ? { name: root.name, site, within: root.span } : [])) : none;
}

/** The variables that a JSONata expression reads, other than those it sets itself. */
export function readsOfJsonata({ site, expression }: JsonataUse): readonly VariableRead[] {
  return expression.references.variables
    .filter(({ node, boundBy, called }) => !boundBy && !called && node.name !== 'states')
    .map(({ node }) => ({ name: node.name, site, within: node.span }));
}

/** How sure it is that a variable has a value. Nothing is known of a state that nothing leads to; that it is unreachable is said elsewhere. */
export type Certainty = 'assigned' | 'maybe' | 'never' | 'unknown';

/** The variables of one definition. */
export class Variables {
  readonly assignments: readonly Assignment[];
  private readonly byMachine = new Map<StateMachine, Assignment[]>();
  private readonly entries = new Map<StateMachine, ReadonlyMap<State, Entry>>();

  constructor(definition: Definition) {
    const found: Assignment[] = [];
    for (const state of definition.states) {
      for (const node of assigners(state)) {
        found.push(...assignmentsIn(node, state));
      }
    }
    this.assignments = found;
    for (const assignment of this.assignments) {
      const list = this.byMachine.get(assignment.machine) ?? [];
      list.push(assignment);
      this.byMachine.set(assignment.machine, list);
    }
  }

  /** The assignments of one scope, inner scopes left out. */
  in(machine: StateMachine): readonly Assignment[] {
    return this.byMachine.get(machine) ?? [];
  }

  /** The scope, of the given one and those around it, that assigns a variable. */
  scopeOf(name: string, machine: StateMachine): StateMachine | undefined {
    for (let scope: StateMachine | undefined = machine; scope; scope = outerScope(scope)) {
      if (this.in(scope).some((assignment) => assignment.name === name)) {
        return scope;
      }
    }
    return undefined;
  }

  /** What assigns the same name in a scope around the given one. */
  outer(name: string, machine: StateMachine): Assignment | undefined {
    for (let scope = outerScope(machine); scope; scope = outerScope(scope)) {
      const found = this.in(scope).find((assignment) => assignment.name === name);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** The names that a state of this scope can read at all. */
  namesIn(machine: StateMachine): string[] {
    const names = new Set<string>();
    for (let scope: StateMachine | undefined = machine; scope; scope = outerScope(scope)) {
      for (const { name } of this.in(scope)) {
        names.add(name);
      }
    }
    return [...names];
  }

  /** Whether a variable has a value when a state begins. What a state assigns itself is there for the next one only. */
  at(state: State, name: string): Certainty {
    let inside = state;
    for (let scope: StateMachine | undefined = state.machine; scope; scope = outerScope(scope)) {
      if (this.in(scope).some((assignment) => assignment.name === name)) {
        const entry = this.entriesOf(scope).get(inside);
        return !entry ? 'unknown' : entry.always.has(name) ? 'assigned' : entry.maybe.has(name) ? 'maybe' : 'never';
      }
      inside = scope.owner ?? inside;
    }
    return 'never';
  }

  private entriesOf(machine: StateMachine): ReadonlyMap<State, Entry> {
    let entries = this.entries.get(machine);
    if (!entries) {
      entries = walk(machine);
      this.entries.set(machine, entries);
    }
    return entries;
  }
}

/** What surely, and what perhaps, has a value when a state begins. */
interface Entry {
  readonly always: ReadonlySet<string>;
  readonly maybe: ReadonlySet<string>;
}

/** A branch, and an inline map's processor, see the variables around them; a distributed map's runs are runs of their own. */
function outerScope(machine: StateMachine): StateMachine | undefined {
  return machine.kind === 'processor' && processorOf(machine.node).mode === 'DISTRIBUTED' ? undefined : machine.owner?.machine;
}

/** Repeats until nothing changes: loops bring values back to states that were seen before. */
function walk(machine: StateMachine): Map<State, Entry> {
  const entries = new Map<State, Entry>();
  const start = machine.startAt?.target;
  const waiting: State[] = [];
  const arrive = (state: State, arriving: Entry): void => {
    const known = entries.get(state);
    const merged = known ? merge(known, arriving) : arriving;
    if (merged !== known) {
      entries.set(state, merged);
      waiting.push(state);
    }
  };
  if (start) {
    arrive(start, { always: new Set(), maybe: new Set() });
  }
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    const entry = entries.get(state);
    for (const reference of entry ? state.references : []) {
      const next = reference.target;
      if (next && entry) {
        arrive(next, after(entry, reference, state));
      }
    }
  }
  return entries;
}

function merge(known: Entry, arriving: Entry): Entry {
  const always = [...known.always].filter((name) => arriving.always.has(name));
  const more = [...arriving.maybe].some((name) => !known.maybe.has(name));
  if (always.length === known.always.size && !more) {
    return known;
  }
  return { always: new Set(always), maybe: new Set([...known.maybe, ...arriving.maybe]) };
}

/** A choice rule and a catcher assign what they say themselves; the state's own `Assign` is for its `Next`, and a Choice's for its `Default`. */
function after(entry: Entry, { kind, node }: Reference, state: State): Entry {
  const assigner = kind === 'choice rule' || kind === 'catcher' ? (node.parent?.kind === 'property' ? node.parent.parent : undefined) : state.node;
  const names = assigner ? assignmentsIn(assigner, state).map(({ name }) => name) : [];
  return names.length === 0 ? entry : { always: new Set([...entry.always, ...names]), maybe: new Set([...entry.maybe, ...names]) };
}

const none: readonly never[] = [];

/** The objects of a state that can have an `Assign`: itself, its choice rules and its catchers. */
function assigners({ node, catchers }: State): readonly Node[] {
  return node ? [node, ...items(member(node, 'Choices')), ...catchers] : none;
}

function assignmentsIn(node: Node, state: State): readonly Assignment[] {
  const assign = property(node, 'Assign')?.value;
  return assign?.kind === 'object'
    ? assign.properties.map(({ key }) => ({ name: plainName(key.value, state), key, machine: state.machine, state }))
    : none;
}

/** In a JSONPath state `x.$` assigns `x`. */
export function plainName(key: string, { queryLanguage }: State): string {
  return queryLanguage === 'JSONPath' && key.endsWith('.$') ? key.slice(0, -2) : key;
}
