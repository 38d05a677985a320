// The few pictures that pages share, drawn on a grid of 16 in the color of the text around them.
// They are ornament: the word beside each says the same, so screen readers pass them over.

import { svg } from './dom';

const paths = {
  right: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm-3 6.7 2.1 2.1L11.2 6',
  wrong: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.6 5.6l4.8 4.8m0-4.8-4.8 4.8',
  back: 'M9.8 3.2 5 8l4.8 4.8',
  forward: 'M6.2 3.2 11 8l-4.8 4.8',
  note: 'M3.5 2h6.2l2.8 2.8V14h-9ZM9.5 2v3h3M5.8 8h4.4M5.8 10.8h4.4',
  warning: 'M8 2 1.6 13.5h12.8ZM8 6.4v3.4m0 1.6v.4',
  up: 'M3.2 9.8 8 5l4.8 4.8',
  down: 'M3.2 6.2 8 11l4.8-4.8',
  flag: 'M4 14V2.2h8.4L10 5.4l2.4 3.2H4',
  unsure: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1C8.4 8.6 8 9 8 10m0 2.2v.3',
  streak: 'M8.6 1.6c.4 2.6 3.9 4.2 3.9 8A4.5 4.5 0 0 1 8 14.4a4.5 4.5 0 0 1-4.5-4.8c0-1.6.9-2.7 1.8-3.6.2 1 .6 1.5 1.3 1.8C6.4 5.4 7 3 8.6 1.600Z',
  search: 'M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Zm3.3 7.8 3.4 3.4',
  practise: 'M8 1.500a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm0 3.300a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.400Zm0 3v.4',
  exam: 'M3 2h10v12H3ZM5.5 5.300l.9.9 1.5-1.700m1.6 1h1.700M5.5 9.800l.9.9 1.5-1.700m1.6 1h1.7',
  progress: 'M2.5 13.500h11M4.3 11V8.500M8 11V3m3.7 8V6',
  clock: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM8 4.4V8l2.4 1.8',
};

/** A picture to stand before a word. */
export function icon(name: keyof typeof paths): SVGElement {
  return svg(
    'svg',
    { class: `icon icon-${name}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('path', { d: paths[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 1.3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
}
