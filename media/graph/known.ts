// The graph by the ids of its states: what is around each, and what leads where.
import type { Graph, GraphEdge, GraphNode, GraphPosition, GraphRange, GraphScope } from '../../client/src/webviews/graph/messages';

/** A state, and its place among the others. */
export type Known = {
  node: GraphNode;
  /** The state that it is in. */
  owner?: Known;
  scope: GraphScope;
  depth: number;
  out: readonly GraphEdge[];
  in: readonly GraphEdge[];
};

export type KnownGraph = {
  graph: Graph;
  /** All states, outer ones first, each before the next of its scope. */
  all: readonly Known[];
  byId: ReadonlyMap<string, Known>;
  /** Arrows by what they are known by. */
  ways: ReadonlyMap<string, GraphEdge>;
};

export function knownGraph(graph: Graph): KnownGraph {
  const all: Known[] = [];
  const visit = (scope: GraphScope, owner: Known | undefined): void => {
    const out = byEnd(scope.edges, 'from');
    const into = byEnd(scope.edges, 'to');
    for (const node of scope.nodes) {
      const known: Known = { node, scope, depth: owner ? owner.depth + 1 : 0, out: out.get(node.id) ?? [], in: into.get(node.id) ?? [], ...(owner && { owner }) };
      all.push(known);
      for (const inner of node.scopes) {
        visit(inner, known);
      }
    }
  };
  visit(graph.scope, undefined);
  return { graph, all, byId: new Map(all.map((known) => [known.node.id, known])), ways: new Map(all.flatMap(({ out }) => out.map((edge) => [idOfEdge(edge), edge]))) };
}

function byEnd(edges: readonly GraphEdge[], end: 'from' | 'to'): Map<string, GraphEdge[]> {
  const found = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const others = found.get(edge[end]);
    if (others) {
      others.push(edge);
    } else {
      found.set(edge[end], [edge]);
    }
  }
  return found;
}

/** What an arrow is known by: between two states there is one of each kind. */
export function idOfEdge({ kind, from, to }: GraphEdge): string {
  return `${kind} ${from} → ${to}`;
}

/** The innermost state that a place of the text is in. */
export function stateAt({ all }: KnownGraph, place: GraphPosition): Known | undefined {
  return all.findLast(({ node }) => isIn(place, node.range));
}

export function isIn(place: GraphPosition, { start, end }: GraphRange): boolean {
  return isBefore(start, place) && isBefore(place, end);
}

function isBefore(one: GraphPosition, other: GraphPosition): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}
