// A bar with its numbers as words.

import { h, type Child } from '../../shared/dom';

/** "Streaming: 3 of 4 right", and the same as a bar. */
export function meter(title: Child, part: number, all: number, words: string): HTMLElement {
  return h('div', { class: 'meter' }, h('span', { class: 'meter-title' }, title), h('span', { class: 'meter-words' }, `${part} of ${all} ${words}`), bar([['good', part], ['open', all - part]]));
}

/** Parts of a whole, drawn only. */
export function bar(parts: readonly [kind: string, size: number][]): HTMLElement {
  const drawn = parts.filter(([, size]) => size > 0).map(([kind, size]) => {
    const element = h('span', { class: kind });
    element.style.flexGrow = String(size);
    return element;
  });
  return h('div', { class: 'bar', 'aria-hidden': 'true' }, ...drawn);
}
