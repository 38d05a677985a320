// How far each state is from the beginning, counted along the longest way; ways back don't count.
import type { PlanEdge, PlanNode } from './plan';

/** Ranks by id. Begins with the first node, and goes through the others in their order. */
export function ranksOf(nodes: readonly PlanNode[], edges: readonly PlanEdge[]): Map<string, number> {
  const out = new Map<string, PlanEdge[]>(nodes.map(({ id }) => [id, []]));
  for (const edge of edges) {
    out.get(edge.from)?.push(edge);
  }
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<PlanEdge>();
  const after: string[] = [];
  for (const { id } of nodes) {
    if (state.has(id)) {
      continue;
    }
    // By hand and not by calls, which a machine of thousands of states would have too many of.
    const way: { id: string; next: number }[] = [{ id, next: 0 }];
    state.set(id, 'open');
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const edge = out.get(top.id)?.[top.next++];
      if (!edge) {
        state.set(top.id, 'done');
        after.push(top.id);
        way.pop();
      } else if (state.get(edge.to) === 'open') {
        back.add(edge);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        way.push({ id: edge.to, next: 0 });
      }
    }
  }
  const ranks = new Map(nodes.map(({ id }) => [id, 0]));
  for (const id of after.reverse()) {
    for (const edge of out.get(id) ?? []) {
      if (!back.has(edge)) {
        ranks.set(edge.to, Math.max(ranks.get(edge.to) ?? 0, (ranks.get(id) ?? 0) + 1));
      }
    }
  }
  return ranks;
}
