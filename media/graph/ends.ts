// Where arrows touch boxes. They are laid out to the sides of rectangles; where a box has points or round ends, they go on to its outline.
import type { Arrow, Box, Point } from './arrange/plan';

/** The ends of a box, left and right. */
export type Ends = 'straight' | 'pointed' | 'round';

/** How far the points of a pointed box reach beyond its upper side. */
export const tip = 10;

/** An end that is looked for: the box, and its shape. */
export type Target = { box: Box; ends: Ends };

/** The arrow with both its ends on the outlines of what it connects. */
export function touching(arrow: Arrow, from: Target | undefined, to: Target | undefined): Arrow {
  const [first, last] = [arrow.points[0], arrow.points.at(-1)];
  if (!first || !last) {
    return arrow;
  }
  return { ...arrow, points: [onOutline(first, from), ...arrow.points.slice(1, -1), onOutline(last, to)] };
}

function onOutline([x, y]: Point, target: Target | undefined): Point {
  if (!target || target.ends === 'straight') {
    return [x, y];
  }
  const { x: left, y: top, width, height } = target.box;
  const half = height / 2;
  const reach = target.ends === 'pointed' ? tip : half;
  const fromSide = Math.min(x - left, left + width - x);
  if (fromSide >= reach) {
    return [x, y];
  }
  const high = Math.min(half, Math.abs(y - top - half));
  if (fromSide <= 1) {
    // On the left or the right: inwards.
    const inwards = target.ends === 'pointed' ? (tip * high) / half : half - Math.sqrt(half * half - high * high);
    return [x < left + width / 2 ? left + inwards : left + width - inwards, y];
  }
  // Above or below, beside the straight part: towards the middle.
  const outline = target.ends === 'pointed' ? (fromSide / tip) * half : Math.sqrt(half * half - (half - fromSide) ** 2);
  return [x, y < top + half ? top + half - outline : top + half + outline];
}
