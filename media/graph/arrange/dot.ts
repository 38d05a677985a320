// One piece as Graphviz is given it, and what it answers. Names are numbers, so that pieces of the same shape are the same text.
import type { Direction, Point } from './plan';

/** Lays out a graph in the DOT language; the answer is in Graphviz' "plain" format. */
export type Layout = (dot: string) => string;

export type Sized = { width: number; height: number };

export type DotEdge = Sized & { from: number; to: number; weight: number };

export type DotGraph = {
  direction: Direction;
  nodes: readonly Sized[];
  edges: readonly DotEdge[];
  /** A point at the beginning, and where its arrow leads. */
  entry?: number;
  /** A point at the end, where the arrow comes from, and its label. */
  exit?: { from: number } & Sized;
};

export type DotPlaces = Sized & {
  /** Middles. */
  nodes: readonly Point[];
  edges: readonly DotArrow[];
  entry?: DotArrow;
  exit?: DotArrow;
};

export type DotArrow = { points: readonly Point[]; label?: Point };

/** Points to the inch. */
const inch = 72;
/** Between states side by side, and between ranks, in points. */
const [beside, below] = [28, 38];

export function writeDot({ direction, nodes, edges, entry, exit }: DotGraph): string {
  const lines = nodes.map(({ width, height }, index) => `n${String(index)}[width=${inches(width)},height=${inches(height)}]`);
  const point = '[width=0.01,height=0.01]';
  if (entry !== undefined) {
    lines.push(`i${point}{rank=source;i}i->n${String(entry)}`);
  }
  lines.push(...edges.map(({ from, to, weight, ...label }) => `n${String(from)}->n${String(to)}[weight=${String(weight)}]${labelOf(label)}`));
  if (exit) {
    lines.push(`o${point}{rank=sink;o}n${String(exit.from)}->o${labelOf(exit)}`);
  }
  return `digraph{rankdir=${direction === 'down' ? 'TB' : 'LR'} nodesep=${inches(beside)} ranksep=${inches(below)} node[shape=box fixedsize=true label=""]edge[arrowhead=none]\n${lines.join('\n')}}`;
}

function labelOf({ width, height }: Sized): string {
  return width === 0 ? '' : `[label=<<TABLE FIXEDSIZE="TRUE" BORDER="0" WIDTH="${String(width)}" HEIGHT="${String(height)}"><TR><TD></TD></TR></TABLE>>]`;
}

function inches(points: number): string {
  return (points / inch).toFixed(3);
}

/** Reads the answer to a graph. */
export function readPlain(plain: string, { nodes, edges, entry, exit }: DotGraph): DotPlaces {
  let size: Sized = { width: 0, height: 0 };
  const places: Point[] = nodes.map(() => [0, 0]);
  // Arrows between the same two come in the order in which they were given.
  const waiting = new Map<string, number[]>();
  const name = (from: string, to: string): string => `${from} ${to}`;
  const expect = (from: string, to: string, index: number): void => {
    const key = name(from, to);
    waiting.set(key, [...(waiting.get(key) ?? []), index]);
  };
  edges.forEach(({ from, to }, index) => {
    expect(`n${String(from)}`, `n${String(to)}`, index);
  });
  const found: DotArrow[] = edges.map(() => ({ points: [] }));
  let [first, last]: (DotArrow | undefined)[] = [];
  for (const line of plain.replaceAll('\\\n', '').split('\n')) {
    const [kind, ...words] = line.split(' ');
    if (kind === 'graph') {
      size = { width: Number(words[1]) * inch, height: Number(words[2]) * inch };
    } else if (kind === 'node' && words[0]?.startsWith('n')) {
      places[Number(words[0].slice(1))] = pointOf(words, 1, size);
    } else if (kind === 'edge') {
      const [from = '', to = '', count = '0'] = words;
      const end = 3 + 2 * Number(count);
      const points = Array.from({ length: Number(count) }, (_, index) => pointOf(words, 3 + 2 * index, size));
      const label = words[end] === 'solid' ? undefined : pointOf(words, end + 1, size);
      const arrow: DotArrow = { points, ...(label && { label }) };
      if (from === 'i') {
        first = arrow;
      } else if (to === 'o') {
        last = arrow;
      } else {
        const index = waiting.get(name(from, to))?.shift();
        if (index !== undefined) {
          found[index] = arrow;
        }
      }
    }
  }
  return { ...size, nodes: places, edges: found, ...(entry !== undefined && first && { entry: first }), ...(exit && last && { exit: last }) };
}

/** Graphviz counts upwards. */
function pointOf(words: readonly string[], index: number, { height }: Sized): Point {
  return [Number(words[index]) * inch, height - Number(words[index + 1]) * inch];
}
