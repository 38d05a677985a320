// What is to be arranged, and what comes of it: sizes go to the worker, places come back. Neither knows what is drawn.

export type Direction = 'down' | 'right';

export type Plan = { direction: Direction; scope: PlanScope };

export type PlanScope = { nodes: readonly PlanNode[]; edges: readonly PlanEdge[] };

export type PlanNode = {
  id: string;
  width: number;
  height: number;
  /** Set apart from the others. */
  isApart: boolean;
  /** What is inside, below its own height; empty where it is folded. */
  scopes: readonly PlanScope[];
};

export type PlanEdge = {
  id: string;
  from: string;
  to: string;
  /** The label's; 0 without one. */
  width: number;
  height: number;
  /** The heavier, the straighter; lighter ones bend around it. */
  weight: number;
  /** The width of the line that stands in the box of `from` instead, where the arrow would be too long. */
  lineWidth: number;
};

/** Everything in the order of the plan, outer things before what is in them. Places are those of upper left corners. */
export type Picture = { width: number; height: number; boxes: readonly Box[]; lanes: readonly Lane[]; arrows: readonly Arrow[] };

export type Rect = { x: number; y: number; width: number; height: number };

export type Box = Rect & {
  id: string;
  /** The ids of edges that stand in the box as lines, below its own height. */
  lines: readonly string[];
};

/** The place of one scope in a box. */
export type Lane = Rect & { id: string };

/** A curve: a point, and then three for each piece. `label` is the label's middle. */
export type Arrow = { id: string; from: string; to: string; points: readonly Point[]; label?: Point };

export type Point = readonly [x: number, y: number];

/** The height of a line in a box. */
export const lineHeight = 20;
