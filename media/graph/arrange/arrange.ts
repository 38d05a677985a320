// Where everything goes. Scopes are arranged from the inside out, since no arrow leads out of one: a box is as large as what is in it.
import { readPlain, writeDot, type DotArrow, type DotGraph, type DotPlaces, type Layout } from './dot';
import { lineHeight, type Arrow, type Box, type Direction, type Lane, type Picture, type Plan, type PlanEdge, type PlanNode, type PlanScope, type Point, type Rect } from './plan';
import { sideBySide } from './side-by-side';
import { segmentsOf, type Segment } from './segments';

const padding = 14;
const betweenLanes = 14;
const betweenParts = 56;

/** Arranges plans, and remembers the pieces of the last one: what has not changed its shape is not laid out again. */
export class Arranger {
  private before = new Map<string, DotPlaces>();
  private now = new Map<string, DotPlaces>();

  constructor(private readonly layout: Layout) {}

  arrange({ direction, scope }: Plan): Picture {
    this.now = new Map();
    const { width, height, ...parts } = this.scope(scope, direction);
    this.before = this.now;
    return { width, height, ...parts };
  }

  private scope({ nodes, edges }: PlanScope, direction: Direction): Picture {
    const isApart = new Map(nodes.map(({ id, isApart: apart }) => [id, apart]));
    // From one part to the other no arrow is drawn: it would run across all there is.
    const across = edges.filter(({ from, to }) => isApart.get(from) !== isApart.get(to));
    const part = (apart: boolean): Picture => {
      const own = nodes.filter((node) => node.isApart === apart);
      return own.length === 0 ? nothing : this.part(own, edges.filter(({ from, to }) => isApart.get(from) === apart && isApart.get(to) === apart), across, direction);
    };
    const [main, apart] = [part(false), part(true)];
    return apart === nothing ? main : besides([main, apart], direction === 'down' ? 'right' : 'down', betweenParts).whole;
  }

  /** States that belong together, piece after piece. */
  private part(nodes: readonly PlanNode[], edges: readonly PlanEdge[], across: readonly PlanEdge[], direction: Direction): Picture {
    const { segments, lines } = segmentsOf(nodes, edges);
    const linesFrom = new Map<string, PlanEdge[]>();
    for (const line of [...lines, ...across]) {
      linesFrom.set(line.from, [...(linesFrom.get(line.from) ?? []), line]);
    }
    const pieces = segments.map((segment) => ({ segment, ...this.piece(segment, linesFrom, direction) }));
    const placed: (Picture & Rect)[] = [];
    const bridges: Arrow[] = [];
    let along = 0;
    let end: Arrow | undefined;
    for (const { segment, picture, entry, exit } of pieces) {
      const begin = entry?.points[0];
      const tip = begin && end?.points.at(-1);
      // All pieces begin on one line, or each would drift further to the side than the one before.
      const drift = tip ? Math.abs(direction === 'down' ? tip[0] : tip[1]) : 0;
      along += Math.min(drift / 4, betweenParts);
      const side = begin ? (direction === 'down' ? begin[0] : begin[1]) : (direction === 'down' ? picture.width : picture.height) / 2;
      const at: Point = direction === 'down' ? [-side, along] : [along, -side];
      if (end && tip) {
        const [first = tip, ...others] = moved(entry.points, at);
        bridges.push({ ...end, points: [...end.points, ...bend(tip, first, direction), first, ...others] });
      }
      placed.push({ ...movedBy(picture, at), x: at[0], y: at[1] });
      along += direction === 'down' ? picture.height : picture.width;
      end = exit && segment.exit && { id: segment.exit.id, from: segment.exit.from, to: segment.exit.to, points: moved(exit.points, at), ...(exit.label && { label: add(exit.label, at) }) };
    }
    return fromOrigin({ width: 0, height: 0, boxes: placed.flatMap(({ boxes }) => boxes), lanes: placed.flatMap(({ lanes }) => lanes), arrows: [...placed.flatMap(({ arrows }) => arrows), ...bridges] }, placed);
  }

  private piece({ nodes, edges, entry, exit }: Segment, linesFrom: ReadonlyMap<string, readonly PlanEdge[]>, direction: Direction): { picture: Picture; entry?: DotPlaces['entry']; exit?: DotPlaces['exit'] } {
    const index = new Map(nodes.map(({ id }, place) => [id, place]));
    const of = (id: string): number => index.get(id) ?? 0;
    const filled = nodes.map((node) => this.fill(node, linesFrom.get(node.id) ?? [], direction));
    const places = this.places({
      direction,
      nodes: filled.map(({ width, height }) => ({ width, height })),
      edges: edges.map(({ from, to, width, height, weight }) => ({ from: of(from), to: of(to), width, height, weight })),
      ...(entry && { entry: of(entry.to) }),
      ...(exit && { exit: { from: of(exit.from), width: exit.width, height: exit.height } }),
    });
    const pictures = filled.map(({ box, inside, width, height }, place) => {
      const [x, y] = places.nodes[place] ?? [0, 0];
      return movedBy({ width, height, boxes: [box, ...inside.boxes], lanes: inside.lanes, arrows: inside.arrows }, [x - width / 2, y - height / 2]);
    });
    const arrows = sideBySide(edges.map(({ id, from, to }, place): Arrow => ({ id, from, to, ...(places.edges[place] ?? { points: [] }) })), direction);
    return {
      picture: {
        width: places.width,
        height: places.height,
        boxes: pictures.flatMap(({ boxes }) => boxes),
        lanes: pictures.flatMap(({ lanes }) => lanes),
        arrows: [...arrows, ...pictures.flatMap((each) => each.arrows)],
      },
      ...(places.entry && { entry: places.entry }),
      ...(places.exit && { exit: places.exit }),
    };
  }

  /** A state with what is in it, at the origin. */
  private fill({ id, width: own, height: head, scopes }: PlanNode, lines: readonly PlanEdge[], direction: Direction): { width: number; height: number; box: Box; inside: Picture } {
    const least = Math.max(own, ...lines.map(({ lineWidth }) => lineWidth));
    const foot = lines.length * lineHeight;
    const names = lines.map((line) => line.id);
    const inner = scopes.map((scope) => this.scope(scope, direction)).map((picture) => widened(picture, padding));
    if (inner.length === 0) {
      return { width: least, height: head + foot, box: { id, x: 0, y: 0, width: least, height: head + foot, lines: names }, inside: nothing };
    }
    const { whole, lanes } = besides(inner, direction === 'down' ? 'right' : 'down', betweenLanes);
    const width = Math.max(least, whole.width + 2 * padding);
    const top = head + foot;
    const height = top + whole.height + padding;
    const at: Point = [(width - whole.width) / 2, top];
    const inside = movedBy({ ...whole, lanes: [...lanes.map((lane, place) => ({ ...lane, id: `${id}/${String(place)}` })), ...whole.lanes] }, at);
    return { width, height, box: { id, x: 0, y: 0, width, height, lines: names }, inside };
  }

  private places(graph: DotGraph): DotPlaces {
    const dot = writeDot(graph);
    const known = this.now.get(dot) ?? this.before.get(dot);
    if (known) {
      this.now.set(dot, known);
      return known;
    }
    try {
      const places = readPlain(this.layout(dot), graph);
      this.now.set(dot, places);
      return places;
    } catch {
      // A shape that Graphviz gives up on is still drawn, and asked for again the next time.
      return inRow(graph);
    }
  }
}

/** One behind the other, as good as it can be without a layout. */
function inRow({ direction, nodes, edges, entry, exit }: DotGraph): DotPlaces {
  const isDown = direction === 'down';
  const across = Math.max(...nodes.map(({ width, height }) => (isDown ? width : height)));
  let along = betweenParts;
  const middles = nodes.map(({ width, height }): Point => {
    const length = isDown ? height : width;
    const middle = along + length / 2;
    along += length + betweenParts;
    return isDown ? [across / 2, middle] : [middle, across / 2];
  });
  const at = (index: number): Point => middles[index] ?? [0, 0];
  const side = (index: number, end: 1 | -1): Point => {
    const [x, y] = at(index);
    const { width, height } = nodes[index] ?? { width: 0, height: 0 };
    return isDown ? [x, y + (end * height) / 2] : [x + (end * width) / 2, y];
  };
  const curve = (from: Point, to: Point): DotArrow => {
    const [first = from, second = to] = bend(from, to, direction);
    return { points: [from, first, second, to] };
  };
  const [begin, end]: Point[] = isDown ? [[across / 2, 0], [across / 2, along]] : [[0, across / 2], [along, across / 2]];
  return {
    ...(isDown ? { width: across, height: along } : { width: along, height: across }),
    nodes: middles,
    edges: edges.map(({ from, to }) => curve(side(from, 1), side(to, -1))),
    ...(entry !== undefined && begin && { entry: curve(begin, side(entry, -1)) }),
    ...(exit && end && { exit: curve(side(exit.from, 1), end) }),
  };
}

const nothing: Picture = { width: 0, height: 0, boxes: [], lanes: [], arrows: [] };

function add([x, y]: Point, [dx, dy]: Point): Point {
  return [x + dx, y + dy];
}

function moved(points: readonly Point[], by: Point): Point[] {
  return points.map((point) => add(point, by));
}

function movedBy({ width, height, boxes, lanes, arrows }: Picture, by: Point): Picture {
  const [dx, dy] = by;
  const shift = <R extends { x: number; y: number }>(rect: R): R => ({ ...rect, x: rect.x + dx, y: rect.y + dy });
  return {
    width,
    height,
    boxes: boxes.map(shift),
    lanes: lanes.map(shift),
    arrows: arrows.map(({ points, label, ...arrow }) => ({ ...arrow, points: moved(points, by), ...(label && { label: add(label, by) }) })),
  };
}

function widened(picture: Picture, by: number): Picture {
  return { ...movedBy(picture, [by, by]), width: picture.width + 2 * by, height: picture.height + 2 * by };
}

/** Pictures side by side, or one below the other, and the place that each has. */
function besides(pictures: readonly Picture[], direction: Direction, gap: number): { whole: Picture; lanes: Omit<Lane, 'id'>[] } {
  const isRow = direction === 'right';
  const across = Math.max(...pictures.map(({ width, height }) => (isRow ? height : width)));
  let along = 0;
  const lanes: Omit<Lane, 'id'>[] = [];
  const placed = pictures.map((picture) => {
    const { width, height } = picture;
    lanes.push(isRow ? { x: along, y: 0, width, height: across } : { x: 0, y: along, width: across, height });
    const at: Point = isRow ? [along, 0] : [0, along];
    along += (isRow ? width : height) + gap;
    return movedBy(picture, at);
  });
  const length = along - gap;
  const whole: Picture = {
    width: isRow ? length : across,
    height: isRow ? across : length,
    boxes: placed.flatMap(({ boxes }) => boxes),
    lanes: placed.flatMap((each) => each.lanes),
    arrows: placed.flatMap(({ arrows }) => arrows),
  };
  return { whole, lanes };
}

/** The same picture with its upper left corner at the origin. */
function fromOrigin(picture: Picture, parts: readonly Rect[]): Picture {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const reach = (x: number, y: number): void => {
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  };
  for (const { x, y, width, height } of parts) {
    reach(x, y);
    reach(x + width, y + height);
  }
  for (const { points } of picture.arrows) {
    for (const [x, y] of points) {
      reach(x, y);
    }
  }
  return { ...movedBy(picture, [-left, -top]), width: right - left, height: bottom - top };
}

/** The two points that a curve in the direction of the picture has between two others. */
function bend([x, y]: Point, [toX, toY]: Point, direction: Direction): Point[] {
  return direction === 'down' ? [[x, (y + toY) / 2], [toX, (y + toY) / 2]] : [[(x + toX) / 2, y], [(x + toX) / 2, toY]];
}
