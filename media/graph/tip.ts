// What a state or an arrow is, beside it: under the mouse, and where the keyboard is.
import type { GraphEdge, GraphNode } from '../../client/src/webviews/graph/messages';
import { counted, h } from '../shared/dom';
import { arrowSentences } from './words';

const delay = 350;

/** Where it is told of: above or below that, as there is room. */
export type Place = Pick<DOMRect, 'left' | 'top' | 'bottom'>;

export class Tip {
  readonly element = h('div', { class: 'tip', role: 'tooltip', id: 'tip', hidden: true });
  private waiting = 0;

  /** After a moment, so that a mouse passing by does not set off flickering. */
  show(content: () => readonly Node[], place: () => Place | undefined): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => {
      const at = place();
      if (at) {
        this.element.replaceChildren(...content());
        this.put(at);
      }
    }, delay);
  }

  hide(): void {
    clearTimeout(this.waiting);
    this.element.hidden = true;
  }

  private put({ left, top, bottom }: Place): void {
    this.element.hidden = false;
    const own = this.element.getBoundingClientRect();
    const room = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    const below = bottom + 8;
    this.element.style.left = `${Math.max(8, Math.min(left, room.width - own.width - 8))}px`;
    this.element.style.top = `${below + own.height < room.height ? below : Math.max(8, top - own.height - 8)}px`;
  }
}

export function tellOfState({ name, type, detail, manner, comment, retries, problems, errors, warnings, isUnreachable }: GraphNode): HTMLElement[] {
  const more = errors + warnings - problems.length;
  return [
    h('strong', {}, name),
    h('div', { class: 'faint' }, [type ?? 'No type yet', detail, manner !== 'distributed' && manner].filter(Boolean).join(' · ')),
    ...(comment === undefined ? [] : [h('p', {}, comment)]),
    ...(retries === undefined ? [] : [h('div', {}, `Tried again ${counted(retries, 'time')} at most.`)]),
    ...(isUnreachable ? [h('div', {}, 'Nothing leads here.')] : []),
    ...problems.map((problem) => h('div', { class: 'problem' }, problem)),
    ...(more > 0 ? [h('div', { class: 'faint' }, `and ${String(more)} more`)] : []),
  ];
}

/** @param names of the states that it leads from and to */
export function tellOfArrow(edge: GraphEdge, { from, to }: { from: string; to: string }): HTMLElement[] {
  return [h('strong', {}, `${from} → ${to}`), ...arrowSentences(edge).map((sentence) => h('div', {}, sentence))];
}
