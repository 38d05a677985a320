// The frame of a small drawing: lines of measure with their numbers, and the words below.

import { svg, type Child } from '../../shared/dom';

/** In units of the drawing, about pixels in a side bar. */
export const plotSize = { width: 300, height: 130, left: 38, right: 8, top: 10, bottom: 22 } as const;

const { width, height, left, right, top, bottom } = plotSize;

/** From a share of the width or height, 0 to 1, to its place. */
export const across = (share: number): number => left + share * (width - left - right);
export const upward = (share: number): number => height - bottom - share * (height - top - bottom);

export type Tick = readonly [share: number, words: string];

/** `label` says what there is to see: a screen reader reads it in place of the drawing. */
export function plot(label: string, { below, beside }: { below: readonly Tick[]; beside: readonly Tick[] }, ...drawn: Child[]): SVGElement {
  const anchor = (share: number): string => (share < 0.1 ? 'start' : share > 0.9 ? 'end' : 'middle');
  return svg(
    'svg',
    { class: 'plot', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ...beside.flatMap(([share, words]) => [
      svg('line', { class: 'measure', x1: left, x2: width - right, y1: upward(share), y2: upward(share) }),
      svg('text', { class: 'number', x: left - 6, y: upward(share) + 4, 'text-anchor': 'end' }, words),
    ]),
    ...drawn,
    ...below.map(([share, words]) => svg('text', { class: 'number', x: across(share), y: height - 6, 'text-anchor': anchor(share) }, words)),
  );
}

/** Shares of a whole. */
export const percents: readonly Tick[] = [0, 0.5, 1].map((share) => [share, percent(share)] as const);

export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}
