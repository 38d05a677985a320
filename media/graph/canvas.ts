// The drawing as a whole: which boxes and arrows are in the page, and where. Only what is seen is there, so that a machine of
// thousands of states moves as easily as one of ten; what stays the same from one picture to the next stays the same element.
import { svg } from '../shared/dom';
import { wantsStillness } from '../shared/page';
import type { Picture, Rect } from './arrange/plan';
import { seen, type Size, type View } from './camera';
import { itemsOf, type Item } from './items';
import type { KnownGraph } from './known';
import type { Looks } from './looks';
import { Ways } from './ways';

/** So much around what is seen is drawn too, in units of the picture. */
const around = 200;

export class Canvas {
  readonly element = svg('svg', { class: 'canvas', role: 'group', 'aria-label': 'State machine', tabindex: -1 });
  private readonly world = svg('g', { class: 'world' });
  private readonly layers = { frames: svg('g'), arrows: svg('g'), boxes: svg('g') };
  readonly ways: Ways;
  private items = new Map<string, Item>();
  private known: KnownGraph | undefined;
  private picture: Picture = { width: 0, height: 0, boxes: [], lanes: [], arrows: [] };
  private view: View = { x: 0, y: 0, scale: 1 };
  private marks: Marks = { found: new Set() };
  private wanted = false;
  private still = 0;
  /** Dresses what is shown with more than the text says: a run. */
  dress: (id: string, element: SVGElement) => void = () => undefined;

  constructor(
    private readonly looks: Looks,
    private readonly size: () => Size,
  ) {
    this.ways = new Ways(looks);
    this.world.append(this.layers.frames, this.layers.arrows, this.layers.boxes, this.ways.element);
    this.element.append(this.world);
  }

  /** Takes the place of what was drawn before. */
  draw(known: KnownGraph, picture: Picture, folded: ReadonlySet<string>): void {
    const before = this.items;
    this.picture = picture;
    this.known = known;
    this.items = itemsOf(known, picture, folded, this.looks);
    for (const [id, item] of this.items) {
      const old = before.get(id);
      if (old?.element && old.made === item.made && old.layer === item.layer && old.level === item.level) {
        item.element = old.element;
        before.delete(id);
      }
    }
    for (const { element } of before.values()) {
      element?.remove();
    }
    this.moveAll();
    this.update(true);
  }

  /** Boxes glide to their places, and arrows come once they are there. */
  private moveAll(): void {
    const isFirst = this.layers.boxes.childElementCount === 0;
    if (!isFirst && !wantsStillness()) {
      this.world.classList.add('moving');
      clearTimeout(this.still);
      this.still = window.setTimeout(() => this.world.classList.remove('moving'), 260);
    }
    for (const { element, at } of this.items.values()) {
      if (element) {
        place(element, at);
      }
    }
  }

  look(view: View): void {
    this.view = view;
    this.update();
  }

  dressAgain(): void {
    this.update(true);
  }

  mark(marks: Marks): void {
    this.marks = marks;
    this.ways.show(this.known, marks.focus, this.items);
    this.update(true);
  }

  /** The group of a state, drawn even where it is not seen. */
  elementOf(id: string): SVGElement | undefined {
    const item = this.items.get(id);
    return item && this.show(item, id);
  }

  rectOf(id: string): Rect | undefined {
    return this.items.get(id)?.rect;
  }

  /** Where the words on an arrow are. */
  labelOf(way: string): Rect | undefined {
    return this.items.get(way)?.label;
  }

  /** Draws everything for an export, and forgets what is not seen afterwards. */
  whole<T>(use: (world: SVGElement, size: Size) => T): T {
    for (const [id, item] of this.items) {
      this.show(item, id);
    }
    const result = use(this.world, this.picture);
    this.update(true);
    return result;
  }

  /** Once a frame; at once where it has to be there. */
  private update(now = false): void {
    if (now) {
      this.updateNow();
    } else if (!this.wanted) {
      this.wanted = true;
      requestAnimationFrame(() => {
        if (this.wanted) {
          this.updateNow();
        }
      });
    }
  }

  private updateNow(): void {
    this.wanted = false;
    const { x, y, scale } = this.view;
    this.world.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    this.world.classList.toggle('far', scale < 0.35);
    const part = seen(this.view, this.size());
    for (const [id, item] of this.items) {
      if (meets(item.rect, part) || id === this.marks.focus) {
        this.show(item, id);
      } else if (item.element?.isConnected) {
        item.element.remove();
      }
    }
  }

  private layerOf({ layer, level }: Item): SVGElement {
    const { frames } = this.layers;
    if (layer !== 'frames') {
      return this.layers[layer];
    }
    while (frames.childElementCount <= level) {
      frames.append(svg('g'));
    }
    return frames.children[level] as SVGElement;
  }

  private show(item: Item, id: string): SVGElement {
    if (!item.element) {
      item.element = item.make();
      place(item.element, item.at);
    }
    if (!item.element.isConnected) {
      this.layerOf(item).append(item.element);
    }
    if (item.layer !== 'arrows') {
      const { classList } = item.element;
      classList.toggle('current', id === this.marks.current);
      classList.toggle('found', this.marks.found.has(id));
      if (item.element.hasAttribute('tabindex')) {
        item.element.setAttribute('tabindex', id === this.marks.focus ? '0' : '-1');
      }
    }
    this.dress(id, item.element);
    return item.element;
  }
}

/** What is set off: the cursor's state, those that a search has found, and the one that keys act on. */
export type Marks = { current?: string; focus?: string; found: ReadonlySet<string> };

function place(element: SVGElement, { x, y }: { x: number; y: number }): void {
  element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
}

function meets({ x, y, width, height }: Rect, part: Rect): boolean {
  return x < part.x + part.width + around && x + width > part.x - around && y < part.y + part.height + around && y + height > part.y - around;
}
