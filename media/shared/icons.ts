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
