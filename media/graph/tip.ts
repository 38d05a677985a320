// What a state is, beside it: under the mouse, and where the keyboard is.
import type { GraphNode } from '../../client/src/webviews/graph/messages';
import { counted, h } from '../shared/dom';

const delay = 350;

export class Tip {
  readonly element = h('div', { class: 'tip', role: 'tooltip', id: 'tip', hidden: true });
  private waiting = 0;

  /** After a moment, so that a mouse passing by does not set off flickering. */
  show(node: GraphNode, beside: Element): void {
    clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.showNow(node, beside), delay);
  }

  hide(): void {
    clearTimeout(this.waiting);
    this.element.hidden = true;
  }

  private showNow(node: GraphNode, beside: Element): void {
    if (!beside.isConnected) {
      return;
    }
    const { name, type, detail, manner, comment, retries, problems, errors, warnings, isUnreachable } = node;
    const more = errors + warnings - problems.length;
    this.element.replaceChildren(
      h('strong', {}, name),
      h('div', { class: 'faint' }, [type ?? 'No type yet', detail, manner !== 'distributed' && manner].filter(Boolean).join(' · ')),
      ...(comment === undefined ? [] : [h('p', {}, comment)]),
      ...(retries === undefined ? [] : [h('div', {}, `Tried again ${counted(retries, 'time')} at most.`)]),
      ...(isUnreachable ? [h('div', {}, 'Nothing leads here.')] : []),
      ...problems.map((problem) => h('div', { class: 'problem' }, problem)),
      ...(more > 0 ? [h('div', { class: 'faint' }, `and ${String(more)} more`)] : []),
    );
    this.element.hidden = false;
    const [box, own] = [beside.getBoundingClientRect(), this.element.getBoundingClientRect()];
    const room = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
    const below = box.bottom + 8;
    this.element.style.left = `${Math.max(8, Math.min(box.left, room.width - own.width - 8))}px`;
    this.element.style.top = `${below + own.height < room.height ? below : Math.max(8, box.top - own.height - 8)}px`;
  }
}
