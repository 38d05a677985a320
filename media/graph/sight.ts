// What of the picture is seen: the canvas, the view on it, and the map in the corner.
import { h } from '../shared/dom';
import { wantsStillness } from '../shared/page';
import type { Picture, Rect } from './arrange/plan';
import { beside, fitted, opening, showing, zoomed, type Size, type View } from './camera';
import { Canvas } from './canvas';
import type { Keeper } from './kept';
import type { KnownGraph } from './known';
import type { Looks } from './looks';
import { Minimap } from './minimap';

/** A state, and where it is seen. */
export type Anchor = { id: string; left: number; top: number };

export class Sight {
  readonly room = h('div', { class: 'room' });
  readonly canvas: Canvas;
  picture: Picture | undefined;
  /** True where the picture is beside a list from which it is chosen: all of it is seen, whatever is drawn. */
  isChosenFrom = false;
  private seen: View | undefined;
  private readonly minimap = new Minimap((x, y) => {
    const { width, height } = this.size();
    const scale = this.seen?.scale ?? 1;
    this.look({ x: width / 2 - x * scale, y: height / 2 - y * scale, scale });
  });

  constructor(
    looks: Looks,
    private readonly keeper: Keeper,
  ) {
    this.seen = keeper.kept.view;
    this.canvas = new Canvas(looks, () => this.size());
    this.room.append(this.canvas.element, this.minimap.element);
    new ResizeObserver(() => {
      if (this.seen && this.picture) {
        this.look(this.isChosenFrom ? beside(this.picture, this.size()) : this.seen);
      }
    }).observe(this.room);
  }

  get view(): View | undefined {
    return this.seen;
  }

  /** Draws a picture, with the anchor where it was before; one that was never looked at is shown from its beginning. */
  show(known: KnownGraph, picture: Picture, folded: ReadonlySet<string>, direction: 'down' | 'right', anchor: Anchor | undefined): void {
    this.picture = picture;
    const held = picture.boxes.find(({ id }) => id === anchor?.id);
    if (held && anchor && this.seen) {
      this.seen = { ...this.seen, x: anchor.left - held.x * this.seen.scale, y: anchor.top - held.y * this.seen.scale };
    }
    this.canvas.draw(known, picture, folded);
    this.look(this.isChosenFrom ? beside(picture, this.size()) : (this.seen ?? opening(picture, this.size(), direction)));
  }

  /** Nothing is drawn any more. */
  clear(nothing: KnownGraph): void {
    this.picture = undefined;
    this.canvas.draw(nothing, { width: 0, height: 0, boxes: [], lanes: [], arrows: [] }, new Set());
    this.minimap.element.hidden = true;
  }

  /** The next picture is another one, and is shown from its beginning. */
  forget(): void {
    this.seen = undefined;
  }

  look(view: View): void {
    this.seen = view;
    this.canvas.look(view);
    if (this.picture) {
      this.minimap.draw(this.picture, view, this.size());
    }
    this.keeper.keep({ view });
  }

  zoom(factor: number, around = { x: this.size().width / 2, y: this.size().height / 2 }): void {
    if (this.seen) {
      this.look(zoomed(this.seen, factor, around));
    }
  }

  fit(): void {
    if (this.picture) {
      this.look(fitted(this.picture, this.size()));
    }
  }

  /** Brings a state into view, as gently as the reader wants it. */
  reveal(id: string): void {
    const rect = this.canvas.rectOf(id);
    this.bring(rect && { ...rect, height: Math.min(rect.height, 80) });
  }

  /** Brings the words on an arrow into view. */
  revealWay(way: string): void {
    this.bring(this.canvas.labelOf(way));
  }

  private bring(rect: Rect | undefined): void {
    if (rect && this.seen) {
      const next = showing(this.seen, rect, this.size());
      if (next !== this.seen) {
        this.canvas.element.classList.toggle('gliding', !wantsStillness());
        this.look(next);
        setTimeout(() => this.canvas.element.classList.remove('gliding'), 220);
      }
    }
  }

  /** The state that stays where it is when all others move: the one that is meant, else the one that is seen first. */
  anchor(meant: string | undefined): Anchor | undefined {
    const own = meant === undefined ? undefined : this.seenAt(meant);
    return own ?? this.picture?.boxes.map(({ id }) => this.seenAt(id)).find((each) => each !== undefined);
  }

  private seenAt(id: string): Anchor | undefined {
    const rect = this.canvas.rectOf(id);
    if (!rect || !this.seen) {
      return undefined;
    }
    const { x, y, scale } = this.seen;
    const { width, height } = this.size();
    const [left, top] = [x + rect.x * scale, y + rect.y * scale];
    return left > -rect.width * scale && top > -rect.height * scale && left < width && top < height ? { id, left, top } : undefined;
  }

  private size(): Size {
    return { width: this.room.clientWidth, height: this.room.clientHeight };
  }
}
