// A definition as it is drawn: its states, the arrows between them, and what is wrong with each.
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { handlersOf } from '../../model/error-handling';
import type { State, StateMachine } from '../../model/machine';
import type { Graph, GraphEdge, GraphNode, GraphRange, GraphScope } from '../../protocol/graph';
import { check, type Problem } from '../../rules/check';
import type { Levels } from '../../rules/config';
import type { Failed } from '../../rules/run';
import { items, member, type Node } from '../../syntax/tree';
import { ruleInWords } from './rule-words';
import { shortened } from './shorten';
import { stateInWords } from './state-words';

/** What depends on more than the text. */
export interface GraphOptions {
  /** Where the cursor is; without it, the first definition is drawn. */
  readonly offset?: number;
  readonly levels?: Levels;
}

/** The picture of a definition; `undefined` where the document has none. */
export function graph(document: AslDocument, failed: Failed, { offset, levels = {} }: GraphOptions = {}): Graph | undefined {
  const { definitions } = document;
  // Also behind a definition, and in what a template says around it.
  const definition = (offset === undefined ? undefined : definitions.findLast(({ host }) => (host.resource?.property ?? host.span).start <= offset)) ?? definitions[0];
  const machine = definition?.machine;
  if (!definition) {
    return undefined;
  }
  const comment = textOf(member(machine?.node, 'Comment'));
  const problems = machine ? problemsByState(definition, check(document, levels, failed)) : new Map<State, Problem[]>();
  return {
    name: definition.host.resource?.property.key.value ?? '',
    ...(comment !== '' && { comment }),
    range: document.range(definition.host.resource?.property.span ?? definition.host.span),
    definitions: definitions.length,
    isBroken: !machine || definition.tree.problems.length > 0,
    scope: machine ? new Drawing(definition, problems).scope(machine, '') : { nodes: [], edges: [] },
  };
}

/** Where each definition of a document begins. */
export function definitionPlaces(document: AslDocument): GraphRange[] {
  return document.isNothingYet ? [] : document.definitions.filter(({ machine }) => machine).map(({ host }) => document.range(host.resource?.property.key.span ?? { start: 0, end: 0 }));
}

/** So many problems of a state are told in words. */
const mostProblems = 4;
const longestComment = 300;

class Drawing {
  constructor(
    private readonly definition: Definition,
    private readonly problems: ReadonlyMap<State, readonly Problem[]>,
  ) {}

  scope(machine: StateMachine, path: string): GraphScope {
    const ids = idsOf(machine, path);
    const { reachable } = this.definition.flow(machine);
    // A name that is filled in later may be that of any state.
    const isSure = reachable.size > 0 && !machine.hasOpenNames && !machine.startAt?.isOpen && !machine.states.some(({ references }) => references.some(({ isOpen }) => isOpen));
    const start = machine.startAt?.target && ids.get(machine.startAt.target);
    return {
      ...(start !== undefined && { start }),
      nodes: machine.states.map((state) => this.node(state, ids.get(state) ?? '', isSure && !reachable.has(state))),
      edges: machine.states.flatMap((state) => edgesOf(state, ids, (node) => this.definition.range(node.span))),
    };
  }

  private node(state: State, id: string, isUnreachable: boolean): GraphNode {
    const { name, type, node, property, machines, ends } = state;
    const comment = shortened(textOf(member(node, 'Comment')), longestComment);
    const problems = this.problems.get(state) ?? [];
    return {
      id,
      name: name.trim() === '' ? '(no name)' : name,
      ...(type && { type }),
      ...stateInWords(state),
      ...(comment !== '' && { comment }),
      ...(state.retriers.length > 0 && { retries: retriesOf(state) }),
      errors: problems.filter(({ severity }) => severity === 'error').length,
      warnings: problems.filter(({ severity }) => severity === 'warning').length,
      problems: problems.slice(0, mostProblems).map(({ message }) => message),
      isUnreachable,
      ends,
      range: this.definition.range(property.span),
      scopes: machines.map((machine, index) => this.scope(machine, `${id}/${String(index)}/`)),
    };
  }
}

/** By the names on the way, of which a repeated one is counted. */
function idsOf({ states }: StateMachine, path: string): Map<State, string> {
  const used = new Set<string>();
  return new Map(
    states.map((state) => {
      const name = path + state.name.replaceAll('%', '%25').replaceAll('/', '%2F');
      let id = name;
      for (let count = 2; used.has(id); count++) {
        id = `${name}%${String(count)}`;
      }
      used.add(id);
      return [state, id];
    }),
  );
}

/** One arrow for all rules, or all errors, that lead to the same state. */
function edgesOf(state: State, ids: ReadonlyMap<State, string>, rangeOf: (node: Node) => GraphRange): GraphEdge[] {
  const edges = new Map<string, GraphEdge & { readonly labels: string[] }>();
  const from = ids.get(state) ?? '';
  const add = (kind: GraphEdge['kind'], place: Node | undefined, target: State | undefined, labels: readonly string[]): void => {
    const to = target && ids.get(target);
    if (to === undefined || !place) {
      return;
    }
    const key = `${kind} ${to}`;
    const edge = edges.get(key) ?? { kind, from, to, labels: [], range: rangeOf(place) };
    edge.labels.push(...labels);
    edges.set(key, edge);
  };
  const targets = new Map(state.references.map(({ node, target }) => [node as Node, target]));
  const targetOf = (node: Node | undefined): State | undefined => {
    const next = member(node, 'Next');
    return next && targets.get(next);
  };
  add('next', member(state.node, 'Next'), targetOf(state.node), []);
  for (const rule of items(member(state.node, 'Choices'))) {
    if (rule.kind === 'object') {
      add('rule', rule, targetOf(rule), [ruleInWords(rule)]);
    }
  }
  const otherwise = member(state.node, 'Default');
  add('default', otherwise, otherwise && targets.get(otherwise), []);
  for (const { entries } of handlersOf(state).filter(({ field }) => field === 'Catch')) {
    for (const { node, names } of entries) {
      add('catch', node, targetOf(node), names.map(({ value }) => value));
    }
  }
  return [...edges.values()];
}

/** What Step Functions takes where a retrier says nothing. */
const defaultAttempts = 3;

function retriesOf({ retriers }: State): number {
  return Math.max(
    ...retriers.map((retrier) => {
      const most = member(retrier, 'MaxAttempts');
      return most?.kind === 'number' ? most.value : defaultAttempts;
    }),
  );
}

/** Each problem with the innermost state that it stands in. */
function problemsByState({ states }: Definition, problems: readonly Problem[]): Map<State, Problem[]> {
  const found = new Map<State, Problem[]>();
  const inOrder = [...states].sort((one, other) => one.property.start - other.property.start);
  for (const problem of problems) {
    if (problem.severity === 'error' || problem.severity === 'warning') {
      const state = stateAt(inOrder, problem.span.start);
      if (state) {
        found.set(state, [...(found.get(state) ?? []), problem]);
      }
    }
  }
  return found;
}

function stateAt(inOrder: readonly State[], offset: number): State | undefined {
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inOrder[middle]?.property.start ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  let state = inOrder[low - 1];
  while (state && state.property.end < offset) {
    state = state.machine.owner;
  }
  return state;
}

function textOf(node: Node | undefined): string {
  return node?.kind === 'string' ? node.value : '';
}
