// A long table of which only the rows that are seen are in the page. One row has the focus and is the one that is shown beside.
import { h, type Child } from '../shared/dom';

export const rowHeight = 26;
/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const spare = 8;

export type Column = { name: string; class: string };

export type ListUse = {
  /** What a table is called when it is read out. */
  label: string;
  columns: readonly Column[];
  /** The cells of a row, by the place of what it stands for. */
  cells(item: number): Child[][];
  /** `indented 2 failed`: for the style of the whole row. */
  look(item: number): string;
  choose(item: number): void;
  /** Enter, or a second click. */
  open(item: number): void;
};

export class List {
  private readonly body = h('div', { class: 'rows', role: 'rowgroup' });
  private readonly table: HTMLElement;
  readonly element: HTMLElement;
  private items: readonly number[] = [];
  private chosen: number | undefined;
  private readonly shown = new Map<number, HTMLElement>();

  constructor(private readonly use: ListUse) {
    const header = h('div', { class: 'row header', role: 'row', 'aria-rowindex': 1 }, ...use.columns.map((column) => h('div', { class: `cell ${column.class}`, role: 'columnheader' }, column.name)));
    this.table = h('div', { class: 'table', role: 'grid', 'aria-label': use.label, 'aria-colcount': use.columns.length }, h('div', { role: 'rowgroup', class: 'head' }, header), this.body);
    this.element = h('div', { class: 'scroller list' }, this.table);
    this.element.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.element);
    this.body.addEventListener('keydown', (event) => this.key(event));
    this.body.addEventListener('click', ({ target, detail }) => {
      const item = target instanceof Element ? itemOf(target) : undefined;
      if (item !== undefined) {
        this.take(item);
        if (detail > 1) {
          use.open(item);
        }
      }
    });
  }

  /** @param items what is listed, in order */
  fill(items: readonly number[]): void {
    this.items = items;
    this.body.style.height = `${String(items.length * rowHeight)}px`;
    this.table.setAttribute('aria-rowcount', String(items.length + 1));
    for (const row of this.shown.values()) {
      row.remove();
    }
    this.shown.clear();
    this.draw();
  }

  /** Marks a row as the chosen one and brings it into view; takes no focus. */
  mark(item: number | undefined): void {
    if (item === this.chosen) {
      return;
    }
    const hadFocus = this.body.contains(document.activeElement);
    const place = item === undefined ? -1 : this.items.indexOf(item);
    this.chosen = item;
    if (place >= 0) {
      this.reveal(place);
    }
    this.draw();
    if (hadFocus && item !== undefined) {
      this.shown.get(item)?.focus({ preventScroll: true });
    }
  }

  focus(): void {
    const item = this.chosen !== undefined && this.items.includes(this.chosen) ? this.chosen : this.items[0];
    if (item !== undefined) {
      this.take(item);
    }
  }

  private take(item: number): void {
    this.mark(item);
    this.shown.get(item)?.focus({ preventScroll: true });
    this.use.choose(item);
  }

  private reveal(place: number): void {
    const { element } = this;
    const [top, room] = [place * rowHeight, element.clientHeight - rowHeight];
    if (top < element.scrollTop) {
      element.scrollTop = top;
    } else if (top + rowHeight > element.scrollTop + room) {
      element.scrollTop = top + rowHeight - room;
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const place = this.chosen === undefined ? -1 : this.items.indexOf(this.chosen);
    const page = Math.max(1, Math.floor(this.element.clientHeight / rowHeight) - 2);
    const goals: Record<string, number> = { ArrowDown: place + 1, ArrowUp: place - 1, PageDown: place + page, PageUp: place - page, Home: 0, End: this.items.length - 1 };
    const goal = goals[event.key];
    const item = goal === undefined ? undefined : this.items[Math.max(0, Math.min(this.items.length - 1, goal))];
    if (item !== undefined) {
      event.preventDefault();
      this.take(item);
    } else if (event.key === 'Enter' && this.chosen !== undefined) {
      event.preventDefault();
      this.use.open(this.chosen);
    }
  }

  private draw(): void {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
    const last = Math.min(this.items.length, Math.ceil((scrollTop + clientHeight) / rowHeight) + spare);
    const wanted = new Set(this.items.slice(first, last));
    // The row that keys act on is there wherever one has scrolled to.
    const tabbed = this.chosen !== undefined && this.items.includes(this.chosen) ? this.chosen : this.items[0];
    if (tabbed !== undefined) {
      wanted.add(tabbed);
    }
    for (const [item, row] of this.shown) {
      if (!wanted.has(item)) {
        row.remove();
        this.shown.delete(item);
      }
    }
    const place = new Map(this.items.slice(first, last).map((item, index) => [item, first + index]));
    for (const item of wanted) {
      const at = place.get(item) ?? this.items.indexOf(item);
      const row = this.shown.get(item) ?? this.make(item, at);
      row.classList.toggle('chosen', item === this.chosen);
      row.setAttribute('aria-selected', String(item === this.chosen));
      row.setAttribute('tabindex', item === tabbed ? '0' : '-1');
    }
  }

  private make(item: number, at: number): HTMLElement {
    const row = h('div', { class: `row ${this.use.look(item)}`, role: 'row', 'aria-rowindex': at + 2, 'data-item': item }, ...this.use.cells(item).map((cell, index) => h('div', { class: `cell ${this.use.columns[index]?.class ?? ''}`, role: 'gridcell' }, ...cell)));
    row.style.top = `${String(at * rowHeight)}px`;
    this.shown.set(item, row);
    // In the order in which they are read.
    const next = [...this.body.children].find((other) => Number(other.getAttribute('aria-rowindex')) > at + 2);
    this.body.insertBefore(row, next ?? null);
    return row;
  }
}

export function itemOf(target: Element): number | undefined {
  const item = target.closest('[data-item]')?.getAttribute('data-item');
  return typeof item === 'string' ? Number(item) : undefined;
}
