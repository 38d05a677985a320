// Which state the arrow keys lead to: forwards and backwards along the arrows, sideways to what is drawn beside.
import type { Rect } from './arrange/plan';
import type { Known, KnownGraph } from './known';

export type Step = 'forward' | 'back' | 'before' | 'after';

/** The step that a key stands for, in the direction in which the picture runs. */
export function stepOf(key: string, direction: 'down' | 'right'): Step | undefined {
  const steps: Record<string, Step> = direction === 'down' ? { ArrowDown: 'forward', ArrowUp: 'back', ArrowLeft: 'before', ArrowRight: 'after' } : { ArrowRight: 'forward', ArrowLeft: 'back', ArrowUp: 'before', ArrowDown: 'after' };
  return steps[key];
}

/** The state that a step leads to; `undefined` where there is none. A state with others in it is entered by the way. */
export function walk({ byId }: KnownGraph, from: string, step: Step, direction: 'down' | 'right', rectOf: (id: string) => Rect | undefined): string | undefined {
  const here = byId.get(from);
  if (!here) {
    return undefined;
  }
  const isDrawn = (id: string): boolean => rectOf(id) !== undefined;
  switch (step) {
    case 'forward':
      return [...here.node.scopes.flatMap(({ start, nodes }) => start ?? nodes[0]?.id ?? []), ...ways(here)].find(isDrawn);
    case 'back':
      return [...here.in.map((edge) => edge.from).filter((id) => id !== from), ...(here.owner ? [here.owner.node.id] : [])].find(isDrawn);
    default:
      return beside(here, step, direction, rectOf);
  }
}

/** Where it goes on; from the last state of a scope, where the state around it goes. */
function ways(known: Known): string[] {
  const own = known.out.map(({ to }) => to).filter((id) => id !== known.node.id);
  return own.length > 0 || !known.owner ? own : ways(known.owner);
}

/** The nearest on that side, as near as can be to the same height. */
function beside({ node, scope, owner }: Known, step: 'before' | 'after', direction: 'down' | 'right', rectOf: (id: string) => Rect | undefined): string | undefined {
  const middle = (id: string): { along: number; across: number } | undefined => {
    const rect = rectOf(id);
    const [x, y] = rect ? [rect.x + rect.width / 2, rect.y + rect.height / 2] : [0, 0];
    return rect && (direction === 'down' ? { along: y, across: x } : { along: x, across: y });
  };
  const here = middle(node.id);
  if (!here) {
    return undefined;
  }
  // Those of the same scope, and of the branches beside it.
  const others = [...scope.nodes, ...(owner?.node.scopes ?? []).filter((each) => each !== scope).flatMap(({ nodes }) => nodes)];
  let best: { id: string; far: number } | undefined;
  for (const { id } of others) {
    const there = middle(id);
    const side = there && (there.across - here.across) * (step === 'after' ? 1 : -1);
    if (there && side !== undefined && side > 1) {
      const far = side + 3 * Math.abs(there.along - here.along);
      if (!best || far < best.far) {
        best = { id, far };
      }
    }
  }
  return best?.id;
}
