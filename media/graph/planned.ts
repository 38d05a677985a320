// What is arranged, from what is known: sizes instead of words, and what is folded left out.
import type { Graph, GraphEdge, GraphNode, GraphScope } from '../../client/src/webviews/graph/messages';
import type { Direction, Plan, PlanEdge, PlanNode, PlanScope } from './arrange/plan';
import type { Size } from './camera';
import { idOfEdge } from './known';
import type { Looks } from './looks';

/** What is asked of the measuring. */
export type Sizes = Pick<Looks, 'line' | 'lineWidth'> & { box(node: GraphNode): Size; label(edge: GraphEdge): Size };

/** The ids of what the picture has beside states. */
export const [startId, endId] = ['→', '→|'];
/** The way that all goes well runs straight, and what becomes of failures beside it. */
const weights: Record<GraphEdge['kind'], number> = { next: 12, rule: 4, default: 3, catch: 1 };
export const terminal = { width: 56, height: 28 };

export function planOf({ scope }: Graph, looks: Sizes, direction: Direction, folded: ReadonlySet<string>): Plan {
  const { nodes, edges } = planScope(scope, looks, folded);
  const { start } = scope;
  // A Fail state is an end of its own kind.
  const ending = scope.nodes.filter(({ ends, type, isUnreachable }) => ends && type !== 'Fail' && !isUnreachable);
  return {
    direction,
    scope: {
      nodes: [...(start === undefined ? [] : [terminalNode(startId)]), ...nodes, ...(ending.length === 0 ? [] : [terminalNode(endId)])],
      edges: [...(start === undefined ? [] : [bare(startId, start)]), ...edges, ...ending.map(({ id }) => bare(id, endId))],
    },
  };
}

function planScope({ start, nodes, edges }: GraphScope, looks: Sizes, folded: ReadonlySet<string>): PlanScope {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return {
    // What begins comes first, wherever it stands in the text.
    nodes: [...nodes.filter(({ id }) => id === start), ...nodes.filter(({ id }) => id !== start)].map((node) => planNode(node, looks, folded)),
    edges: edges.map((edge) => planEdge(edge, names.get(edge.to) ?? '', looks)),
  };
}

function planNode(node: GraphNode, looks: Sizes, folded: ReadonlySet<string>): PlanNode {
  const { id, isUnreachable, scopes } = node;
  const { width, height } = looks.box(node);
  return { id, width, height, isApart: isUnreachable, scopes: folded.has(id) ? [] : scopes.filter(({ nodes }) => nodes.length > 0).map((scope) => planScope(scope, looks, folded)) };
}

function planEdge(edge: GraphEdge, target: string, looks: Sizes): PlanEdge {
  const { width, height } = looks.label(edge);
  return { id: idOfEdge(edge), from: edge.from, to: edge.to, width, height, weight: weights[edge.kind], lineWidth: looks.lineWidth(looks.line(edge, target)) };
}

function terminalNode(id: string): PlanNode {
  return { id, ...terminal, isApart: false, scopes: [] };
}

function bare(from: string, to: string): PlanEdge {
  return { id: `${from} → ${to}`, from, to, width: 0, height: 0, weight: weights.next, lineWidth: 64 };
}
