// The run over time: a bar a visit, in lanes for what went on at once. Only what is seen is in the page. Runs on this machine take no time in
// most of their states, so it can be laid out by the order of the events too.
import type { LaneRow, VisitRow } from '../../client/src/webviews/history/messages';
import { h } from '../shared/dom';
import { statusIcon, statusWord } from '../shared/run-status';
import { itemOf } from './list';
import { clock, duration } from './words';

const laneHeight = 28;
const [least, axisHeight, nearest, farthest] = [6, 24, 1, 4000];
/** More bars than this in sight could not be told apart. */
const mostBars = 1500;

export type TimelineData = { visits: readonly VisitRow[]; lanes: readonly LaneRow[]; /** By the places of events. */ times: readonly (number | undefined)[] };

export type TimelineUse = { choose(visit: number): void; open(visit: number): void; zoomed(zoom: number): void };

export class Timeline {
  private readonly axis = h('div', { class: 'axis', 'aria-hidden': 'true' });
  private readonly bars = h('div', { class: 'bars', role: 'list', 'aria-label': 'States over time' });
  private readonly scroller = h('div', { class: 'scroller' }, this.bars);
  private readonly names = h('div', { class: 'lane-names', 'aria-hidden': 'true' });
  readonly element = h('div', { class: 'timeline' }, h('div', { class: 'corner' }), this.axis, h('div', { class: 'lane-room', 'aria-hidden': 'true' }, this.names), this.scroller);
  private data: TimelineData = { visits: [], lanes: [], times: [] };
  private items: readonly number[] = [];
  private byLane = new Map<number, number[]>();
  private chosen: number | undefined;
  private range = { start: 0, end: 1 };
  private byTime = false;

  constructor(
    private readonly use: TimelineUse,
    private zoom: number,
  ) {
    this.scroller.addEventListener('scroll', () => this.draw());
    new ResizeObserver(() => this.layOut()).observe(this.scroller);
    this.scroller.addEventListener('wheel', (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        this.zoomBy(Math.exp(-event.deltaY / 300), event.clientX - this.scroller.getBoundingClientRect().left);
      }
    }, { passive: false });
    this.bars.addEventListener('keydown', (event) => this.key(event));
    this.bars.addEventListener('click', ({ target, detail }) => {
      const visit = target instanceof Element ? itemOf(target) : undefined;
      if (visit !== undefined) {
        this.take(visit);
        if (detail > 1) {
          use.open(visit);
        }
      }
    });
  }

  fill(data: TimelineData, items: readonly number[], byTime: boolean): void {
    this.data = data;
    this.items = items;
    this.byTime = byTime;
    this.byLane = new Map();
    for (const item of items) {
      const lane = data.visits[item]?.lane ?? 0;
      const own = this.byLane.get(lane);
      if (own) {
        own.push(item);
      } else {
        this.byLane.set(lane, [item]);
      }
    }
    const known = data.times.filter((time) => time !== undefined);
    this.range = byTime ? { start: known[0] ?? 0, end: Math.max(known.at(-1) ?? 1, (known[0] ?? 0) + 1) } : { start: 0, end: Math.max(1, data.times.length - 1) };
    this.layOut();
  }

  mark(visit: number | undefined): void {
    const hadFocus = this.bars.contains(document.activeElement);
    this.chosen = visit;
    const row = visit === undefined ? undefined : this.data.visits[visit];
    if (row && visit !== undefined) {
      const { scroller } = this;
      const [left, top] = [this.placeOf(row).left, row.lane * laneHeight];
      if (left < scroller.scrollLeft || left > scroller.scrollLeft + scroller.clientWidth - 40) {
        scroller.scrollLeft = left - 80;
      }
      if (top < scroller.scrollTop || top > scroller.scrollTop + scroller.clientHeight - laneHeight) {
        scroller.scrollTop = top - 2 * laneHeight;
      }
    }
    this.draw();
    if (hadFocus) {
      this.barOf(visit)?.focus({ preventScroll: true });
    }
  }

  zoomBy(factor: number, around = this.scroller.clientWidth / 2): void {
    const { scroller } = this;
    const before = this.zoom;
    this.zoom = Math.max(nearest, Math.min(farthest, before * factor));
    const middle = (scroller.scrollLeft + around) * (this.zoom / before);
    this.layOut();
    scroller.scrollLeft = middle - around;
    this.use.zoomed(this.zoom);
  }

  fit(): void {
    this.zoom = 1;
    this.layOut();
    this.use.zoomed(1);
  }

  private take(visit: number): void {
    this.mark(visit);
    this.barOf(visit)?.focus({ preventScroll: true });
    this.use.choose(visit);
  }

  private barOf(visit: number | undefined): HTMLElement | undefined {
    return visit === undefined ? undefined : (this.bars.querySelector<HTMLElement>(`[data-item="${String(visit)}"]`) ?? undefined);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const place = this.chosen === undefined ? -1 : this.items.indexOf(this.chosen);
    const goals: Record<string, number | undefined> = { ArrowRight: this.items[place + 1], ArrowLeft: this.items[place - 1], Home: this.items[0], End: this.items.at(-1), ArrowDown: this.beside(1), ArrowUp: this.beside(-1) };
    if (Object.hasOwn(goals, event.key)) {
      event.preventDefault();
      const goal = goals[event.key];
      if (goal !== undefined) {
        this.take(goal);
      }
    } else if (event.key === 'Enter' && this.chosen !== undefined) {
      event.preventDefault();
      this.use.open(this.chosen);
    }
  }

  /** The bar of the next lane that begins nearest. */
  private beside(step: number): number | undefined {
    const here = this.chosen === undefined ? undefined : this.data.visits[this.chosen];
    for (let lane = (here?.lane ?? 0) + step; here && lane >= 0 && lane < this.data.lanes.length; lane += step) {
      const own = this.byLane.get(lane) ?? [];
      const far = (item: number): number => Math.abs((this.data.visits[item]?.from ?? 0) - here.from);
      const [first] = own;
      if (first !== undefined) {
        return own.reduce((best, item) => (far(item) < far(best) ? item : best), first);
      }
    }
    return undefined;
  }

  private layOut(): void {
    this.bars.style.width = `${String(this.width)}px`;
    this.bars.style.height = `${String(this.data.lanes.length * laneHeight)}px`;
    this.draw();
  }

  private get width(): number {
    return Math.max(100, this.scroller.clientWidth - 12) * this.zoom;
  }

  private x(event: number): number {
    const value = this.byTime ? (this.data.times[event] ?? this.range.start) : event;
    return ((value - this.range.start) / (this.range.end - this.range.start)) * (this.width - least);
  }

  private placeOf({ from, to }: VisitRow): { left: number; width: number } {
    const left = this.x(from);
    return { left, width: Math.max(least, this.x(to ?? this.data.times.length - 1) - left) };
  }

  private draw(): void {
    const { scroller, data } = this;
    const [first, last] = [Math.floor(scroller.scrollTop / laneHeight), Math.min(data.lanes.length, Math.ceil((scroller.scrollTop + scroller.clientHeight) / laneHeight) + 1)];
    const [left, right] = [scroller.scrollLeft - 50, scroller.scrollLeft + scroller.clientWidth + 50];
    const hadFocus = this.bars.contains(document.activeElement);
    const seen = new Map<number, HTMLElement>();
    const tabbed = this.chosen !== undefined && this.items.includes(this.chosen) ? this.chosen : this.items[0];
    for (let lane = first; lane < last && seen.size < mostBars; lane++) {
      let free = -Infinity;
      for (const item of this.byLane.get(lane) ?? []) {
        const row = data.visits[item] as VisitRow;
        const place = this.placeOf(row);
        const isWanted = item === tabbed;
        if (place.left > right) {
          break;
        }
        // What lies behind the bar before it is seen when one comes nearer.
        const end = place.left + place.width;
        if (!isWanted && (end < left || end < free + 3)) {
          continue;
        }
        place.left = Math.max(place.left, free);
        place.width = Math.max(least, end - place.left);
        free = place.left + place.width + 1;
        seen.set(item, this.bar(item, row, place, isWanted));
      }
    }
    if (tabbed !== undefined && !seen.has(tabbed)) {
      const row = data.visits[tabbed] as VisitRow;
      seen.set(tabbed, this.bar(tabbed, row, this.placeOf(row), true));
    }
    this.bars.replaceChildren(...seen.values());
    if (hadFocus) {
      this.barOf(tabbed)?.focus({ preventScroll: true });
    }
    this.names.replaceChildren(...data.lanes.slice(first, last).map(({ name, depth }, index) => {
      const element = h('div', { class: 'lane-name' }, name);
      element.style.top = `${String((first + index) * laneHeight - scroller.scrollTop)}px`;
      element.style.paddingInlineStart = `${String(6 + depth * 10)}px`;
      return element;
    }));
    this.drawAxis();
  }

  private bar(item: number, row: VisitRow, { left, width }: { left: number; width: number }, isTabbed: boolean): HTMLElement {
    const { name, status, where, from, to } = row;
    const [start, end] = [this.data.times[from], to === undefined ? undefined : this.data.times[to]];
    const words = [name, statusWord(status), start !== undefined && end !== undefined && duration(end - start), where !== '' && `in ${where}`].filter((part) => typeof part === 'string').join(', ');
    const button = h('button', { 'type': 'button', 'class': `bar ran ${status.toLowerCase()}${item === this.chosen ? ' chosen' : ''}`, 'title': words, 'aria-label': words, 'tabindex': isTabbed ? 0 : -1, 'data-item': item, ...(item === this.chosen && { 'aria-current': 'true' }) }, ...(width > 26 ? [statusIcon(status), h('span', {}, name)] : []));
    const element = h('div', { class: 'place', role: 'listitem' }, button);
    element.style.left = `${String(left)}px`;
    element.style.width = `${String(width)}px`;
    element.style.top = `${String(row.lane * laneHeight + 3)}px`;
    return element;
  }

  private drawAxis(): void {
    const { scroller, range } = this;
    const count = Math.max(2, Math.floor(scroller.clientWidth / 110));
    const shown = scroller.clientWidth / this.width;
    const from = scroller.scrollLeft / this.width;
    this.axis.style.height = `${String(axisHeight)}px`;
    const times = Array.from({ length: count }, (_, index) => range.start + (from + (shown * index) / count) * (range.end - range.start));
    const since = times.map((time) => `+${duration(time - range.start)}`);
    // Near, and long after the start, they are all the same.
    const tellsApart = new Set(since).size === count;
    this.axis.replaceChildren(
      ...times.map((value, index) => {
        const mark = h('span', {}, this.byTime ? (index === 0 || !tellsApart ? clock(value) : since[index]) : `event ${String(Math.round(value) + 1)}`);
        mark.style.left = `${String((scroller.clientWidth * index) / count)}px`;
        return mark;
      }),
    );
  }
}
