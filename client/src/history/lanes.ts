// The lanes of the timeline: states that come one after the other share one, and so do branches and iterations of which one ends before the
// other begins. A Map of ten thousand items that works on forty at a time takes forty lanes.
import type { LaneRow } from '../webviews/history/messages';
import type { Tracker } from './tracker';
import { namesAround, type Strand } from './visits';

export interface Lanes {
  readonly rows: readonly LaneRow[];
  laneOf(strand: Strand): number;
}

interface Lane {
  /** `Score 2`: the second of those that belong to a state. */
  readonly name: string;
  readonly depth: number;
  /** When it can be used again. */
  free: number;
  /** Those of the states in it, by their names. */
  readonly below: Map<string, Lane[]>;
}

/** Gives every strand a lane; those that belong to a state stand below its own, in the order in which they were first needed. */
export function lanesOf({ strands }: Pick<Tracker, 'strands'>): Lanes {
  const laneFor = new Map<Strand, Lane>();
  const top = new Map<string, Lane[]>();
  for (const strand of strands) {
    const { owner, started, ended = Infinity } = strand;
    const above = owner && laneFor.get(owner.strand);
    const name = owner?.name ?? 'Run';
    const beside = above?.below ?? top;
    const lanes = beside.get(name) ?? [];
    beside.set(name, lanes);
    let lane = lanes.find(({ free }) => free <= started);
    if (!lane) {
      lane = { name: owner ? `${name} ${String(lanes.length + 1)}` : name, depth: namesAround(strand).length, free: 0, below: new Map() };
      lanes.push(lane);
    }
    lane.free = ended;
    laneFor.set(strand, lane);
  }
  const order = [...top.values()].flat().flatMap(withThoseBelow);
  const places = new Map(order.map((lane, index) => [lane, index]));
  return { rows: order.map(({ name, depth }) => ({ name, depth })), laneOf: (strand) => places.get(laneFor.get(strand) as Lane) ?? 0 };
}

function withThoseBelow(lane: Lane): Lane[] {
  return [lane, ...[...lane.below.values()].flat().flatMap(withThoseBelow)];
}
