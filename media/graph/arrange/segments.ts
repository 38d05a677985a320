// A scope is cut into pieces where a single arrow leads from one to the next, so that an edit costs the piece that it is in, and a
// machine of thousands of states no more than its pieces. Arrows that would run past half the machine become lines in their boxes.
import type { PlanEdge, PlanNode } from './plan';
import { ranksOf } from './ranks';

export type Segment = {
  nodes: readonly PlanNode[];
  edges: readonly PlanEdge[];
  /** The arrow that comes from the piece before. */
  entry?: PlanEdge;
  /** The arrow that goes on to the next piece. */
  exit?: PlanEdge;
};

export type Segments = { segments: readonly Segment[]; lines: readonly PlanEdge[] };

/** Arrows to the same state may together pass so many ranks. */
const longestTogether = 60;
/** So short an arrow is always drawn. */
const short = 2;
/** A piece is cut at the first good place behind so many states, and has to be cut somewhere before so many. */
const enough = 24;
const most = 160;

export function segmentsOf(nodes: readonly PlanNode[], edges: readonly PlanEdge[]): Segments {
  const ranks = ranksOf(nodes, edges);
  const from = ({ from: id }: PlanEdge): number => ranks.get(id) ?? 0;
  const to = ({ to: id }: PlanEdge): number => ranks.get(id) ?? 0;
  const span = (edge: PlanEdge): number => Math.abs(to(edge) - from(edge));
  const lines = new Set(longEdges(edges, span));

  const inOrder = [...nodes.entries()].sort(([one, { id }], [other, { id: otherId }]) => (ranks.get(id) ?? 0) - (ranks.get(otherId) ?? 0) || one - other).map(([, node]) => node);
  const last = ranks.get(inOrder.at(-1)?.id ?? '') ?? 0;
  const crossing = crossings(edges.filter((edge) => !lines.has(edge)), last, from, to);
  const sizes = Array<number>(last + 1).fill(0);
  for (const { id } of nodes) {
    const rank = ranks.get(id) ?? 0;
    sizes[rank] = (sizes[rank] ?? 0) + 1;
  }
  /** The last rank of each piece. */
  const cuts: number[] = [];
  let size = 0;
  let thinnest: { rank: number; count: number } | undefined;
  for (let rank = 0; rank < last; rank++) {
    size += sizes[rank] ?? 0;
    const count = crossing[rank]?.length ?? 0;
    if (size >= enough && (!thinnest || count <= thinnest.count)) {
      thinnest = { rank, count };
    }
    if (thinnest && (count <= 1 ? size >= enough : size >= most)) {
      cuts.push(thinnest.rank);
      rank = thinnest.rank;
      size = 0;
      thinnest = undefined;
    }
  }
  const pieceOf = (rank: number): number => {
    const found = cuts.findIndex((cut) => rank <= cut);
    return found < 0 ? cuts.length : found;
  };
  const pieces = new Map(nodes.map(({ id }) => [id, pieceOf(ranks.get(id) ?? 0)]));
  const bridges = cuts.map((rank, piece) => {
    const candidates = (crossing[rank] ?? []).filter((edge) => pieces.get(edge.from) === piece && pieces.get(edge.to) === piece + 1);
    return candidates.sort((one, other) => other.weight - one.weight || span(one) - span(other))[0];
  });
  const bridging = new Set(bridges);
  const segments = Array.from({ length: cuts.length + 1 }, (): { nodes: PlanNode[]; edges: PlanEdge[] } => ({ nodes: [], edges: [] }));
  // In the order of the text, which then decides what is left and what is right.
  for (const node of nodes) {
    segments[pieces.get(node.id) ?? 0]?.nodes.push(node);
  }
  for (const edge of edges) {
    const [here, there] = [pieces.get(edge.from), pieces.get(edge.to)];
    if (!lines.has(edge) && !bridging.has(edge)) {
      if (here === there) {
        segments[here ?? 0]?.edges.push(edge);
      } else {
        lines.add(edge);
      }
    }
  }
  return {
    segments: segments.map((segment, index) => {
      const [entry, exit] = [bridges[index - 1], bridges[index]];
      return { ...segment, ...(entry && { entry }), ...(exit && { exit }) };
    }),
    lines: edges.filter((edge) => lines.has(edge)),
  };
}

/** Those that would run past the whole machine, side by side, to a state that many lead to. */
function longEdges(edges: readonly PlanEdge[], span: (edge: PlanEdge) => number): PlanEdge[] {
  const byTarget = new Map<string, PlanEdge[]>();
  for (const edge of edges) {
    byTarget.set(edge.to, [...(byTarget.get(edge.to) ?? []), edge]);
  }
  return [...byTarget.values()].flatMap((together) => {
    if (together.reduce((sum, edge) => sum + span(edge), 0) <= longestTogether) {
      return [];
    }
    // The nearest holds the state in its place.
    const nearest = together.reduce((best, edge) => (span(edge) < span(best) ? edge : best));
    return together.filter((edge) => edge !== nearest && span(edge) > short);
  });
}

/** For each rank, the arrows that lead past it or on from it. */
function crossings(edges: readonly PlanEdge[], last: number, from: (edge: PlanEdge) => number, to: (edge: PlanEdge) => number): PlanEdge[][] {
  const found = Array.from({ length: last + 1 }, (): PlanEdge[] => []);
  for (const edge of edges) {
    const [low, high] = [Math.min(from(edge), to(edge)), Math.max(from(edge), to(edge))];
    for (let rank = low; rank < high; rank++) {
      found[rank]?.push(edge);
    }
  }
  return found;
}
