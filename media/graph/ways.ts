// The arrows that lead on from the keyboard's state. They are drawn once more, above all boxes, where they follow the state in the order
// in which Tab goes; a line in the box, which stands for an arrow, has a frame around it.
import { svg } from '../shared/dom';
import { lineHeight, type Box } from './arrange/plan';
import type { Item } from './items';
import { idOfEdge, type KnownGraph } from './known';
import type { Looks } from './looks';
import { drawArrow } from './shapes';
import { arrowInWords } from './words';

export class Ways {
  readonly element = svg('g', { class: 'ways' });
  private shown = '';

  constructor(private readonly looks: Looks) {}

  /** Shows those of a state in place of those of another. The one that has the focus keeps it, where it is still there. */
  show(known: KnownGraph | undefined, id = '', items: ReadonlyMap<string, Item>): void {
    const from = known?.byId.get(id);
    const box = items.get(id)?.box;
    const edges = from?.out ?? [];
    const text = JSON.stringify([box, ...edges.flatMap((edge) => [edge, items.get(idOfEdge(edge))?.arrow])]);
    if (text === this.shown) {
      return;
    }
    this.shown = text;
    const focused = this.element.contains(document.activeElement) ? document.activeElement?.getAttribute('data-way') : undefined;
    this.element.replaceChildren(
      ...edges.flatMap((edge) => {
        const way = idOfEdge(edge);
        const arrow = items.get(way)?.arrow;
        const line = box?.lines.indexOf(way) ?? -1;
        const group = arrow ? drawArrow(arrow, edge, this.looks.label(edge), false) : from && box && line >= 0 ? frameOf(box, this.looks.box(from.node).height + line * lineHeight) : undefined;
        for (const [name, value] of Object.entries({ tabindex: '0', role: 'graphics-symbol', 'aria-roledescription': 'arrow', 'data-way': way, 'aria-label': arrowInWords(edge, known?.byId.get(edge.to)?.node.name ?? '') })) {
          group?.setAttribute(name, value);
        }
        return group ? [group] : [];
      }),
    );
    if (typeof focused === 'string') {
      this.elementOf(focused)?.focus({ preventScroll: true });
    }
  }

  elementOf(way: string): SVGElement | undefined {
    return this.all.find((each) => each.getAttribute('data-way') === way);
  }

  /** The arrow before or behind another; `undefined` where that was the last. */
  beside(way: string, by: 1 | -1): SVGElement | undefined {
    return this.all[this.all.findIndex((each) => each.getAttribute('data-way') === way) + by];
  }

  private get all(): SVGElement[] {
    return [...this.element.children].filter((each) => each instanceof SVGElement);
  }
}

/** @param top how far below the upper side of the box the line is */
function frameOf({ x, y, width }: Box, top: number): SVGElement {
  return svg('g', { class: 'arrow' }, svg('rect', { class: 'frame', x: x + 2, y: y + top + 2, width: width - 4, height: lineHeight - 4, rx: 3 }));
}
