// What there is to draw, thing by thing: where it is, on which layer, and how it is made.
import type { Arrow, Box, Picture, Rect } from './arrange/plan';
import { touching, type Target } from './ends';
import type { KnownGraph } from './known';
import type { Looks } from './looks';
import { drawArrow, drawBox, drawLane, drawTerminal, endsOf, isTerminal } from './shapes';

export type Item = {
  layer: 'frames' | 'arrows' | 'boxes';
  /** Of a frame: how many others it lies upon. */
  level: number;
  rect: Rect;
  /** Where its group is moved to. */
  at: { x: number; y: number };
  /** Drawn again where this changes. */
  made: string;
  make: () => SVGElement;
  element?: SVGElement;
  /** Of an arrow: it, and where the words on it are. */
  arrow?: Arrow;
  label?: Rect;
  /** Of a state. */
  box?: Box;
};

/** Everything of a picture by its id, that of a state or of an arrow. */
export function itemsOf(known: KnownGraph, { boxes, lanes, arrows }: Picture, folded: ReadonlySet<string>, looks: Looks): Map<string, Item> {
  const items = new Map<string, Item>();
  const edges = known.ways;
  const dimmed = new Set<string>();
  for (const { node, owner } of known.all) {
    if (node.isUnreachable || (owner && dimmed.has(owner.node.id))) {
      dimmed.add(node.id);
    }
  }
  const targets = new Map<string, Target>();
  for (const box of boxes) {
    items.set(box.id, boxItem(box));
    targets.set(box.id, { box, ends: endsOf(known.byId.get(box.id)?.node.type, box) });
  }
  for (const lane of lanes) {
    items.set(`lane ${lane.id}`, { layer: 'frames', level: 2 * levelOf(lane.id.slice(0, lane.id.lastIndexOf('/'))) + 1, rect: lane, at: lane, made: `${lane.width} ${lane.height}`, make: () => drawLane(lane) });
  }
  for (const laidOut of arrows) {
    const arrow = touching(laidOut, targets.get(laidOut.from), targets.get(laidOut.to));
    const edge = edges.get(arrow.id);
    const look = edge && looks.label(edge);
    const isDimmed = edge !== undefined && dimmed.has(edge.from);
    const label = arrow.label && look && { x: arrow.label[0] - look.width / 2, y: arrow.label[1] - look.height / 2, width: look.width, height: look.height };
    items.set(arrow.id, { layer: 'arrows', level: 0, rect: boundsOf(arrow), at: { x: 0, y: 0 }, made: JSON.stringify([arrow, look, isDimmed]), make: () => drawArrow(arrow, edge, look, isDimmed), arrow, ...(label && { label }) });
  }
  return items;

  function levelOf(id: string): number {
    return known.byId.get(id)?.depth ?? 0;
  }

  function boxItem(box: Box): Item {
    const node = known.byId.get(box.id)?.node;
    if (!node || isTerminal(box.id)) {
      return { layer: 'boxes', level: 0, rect: box, at: box, made: '', make: () => drawTerminal(box) };
    }
    const look = looks.box(node);
    const isFolded = folded.has(node.id);
    const lines = box.lines.map((id) => {
      const edge = edges.get(id);
      return { edge: id, text: edge ? looks.line(edge, known.byId.get(edge.to)?.node.name ?? '') : '→ End' };
    });
    const state = { isFolded, isDimmed: dimmed.has(node.id), lines };
    const { range: _range, scopes, comment: _comment, problems: _problems, ...shown } = node;
    const isFrame = scopes.length > 0 && !isFolded;
    return { layer: isFrame ? 'frames' : 'boxes', level: 2 * levelOf(box.id), rect: box, at: box, made: JSON.stringify([shown, look, box.width, box.height, state]), make: () => drawBox(node, look, box, state), box };
  }
}

function boundsOf({ points }: Arrow): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
