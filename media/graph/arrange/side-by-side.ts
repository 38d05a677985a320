// Where two arrows lead from one state to the same other, they begin and end where there is room for both.
import type { Arrow, Direction, Point } from './plan';

/** Nearer to each other than this they would touch. */
const apart = 16;

/** The same arrows, with those moved that would lie on one another. */
export function sideBySide(arrows: readonly Arrow[], direction: Direction): Arrow[] {
  const pairs = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = JSON.stringify([arrow.from, arrow.to]);
    pairs.set(key, [...(pairs.get(key) ?? []), arrow]);
  }
  const across = ([x, y]: Point): number => (direction === 'down' ? x : y);
  const moves = new Map<Arrow, number>();
  for (const together of pairs.values()) {
    const ends = together.map(({ points }) => across(points.at(-1) ?? [0, 0]));
    if (together.length > 1 && Math.max(...ends) - Math.min(...ends) < apart) {
      // What is left of the other in its middle stays left of it.
      const inOrder = [...together].sort((one, other) => middle(one, across) - middle(other, across));
      inOrder.forEach((arrow, place) => moves.set(arrow, (place - (together.length - 1) / 2) * apart));
    }
  }
  return arrows.map((arrow) => {
    const by = moves.get(arrow);
    return by === undefined ? arrow : { ...arrow, points: arrow.points.map(([x, y]): Point => (direction === 'down' ? [x + by, y] : [x, y + by])), ...(arrow.label && { label: direction === 'down' ? [arrow.label[0] + Math.max(0, by), arrow.label[1]] : arrow.label }) };
  });
}

function middle({ points }: Arrow, across: (point: Point) => number): number {
  return points.reduce((sum, point) => sum + across(point), 0) / Math.max(1, points.length);
}
