// The whole picture in a corner, with a frame around what is seen. There only where that is but a part of it.
import { h } from '../shared/dom';
import type { Picture } from './arrange/plan';
import { seen, type Size, type View } from './camera';

const [widest, highest] = [150, 190];

export class Minimap {
  readonly element = h('canvas', { class: 'minimap', hidden: true, 'aria-hidden': 'true' });
  private scale = 1;

  /** @param go moves the view's middle to a place of the picture */
  constructor(go: (x: number, y: number) => void) {
    const follow = (event: PointerEvent): void => {
      const { left, top } = this.element.getBoundingClientRect();
      go((event.clientX - left) / this.scale, (event.clientY - top) / this.scale);
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      follow(event);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (this.element.hasPointerCapture(event.pointerId)) {
        follow(event);
      }
    });
  }

  draw(picture: Picture, view: View, window: Size): void {
    const part = seen(view, window);
    const isAll = part.x <= 0 && part.y <= 0 && part.x + part.width >= picture.width && part.y + part.height >= picture.height;
    this.element.hidden = isAll || picture.boxes.length < 12;
    if (this.element.hidden) {
      return;
    }
    const ratio = devicePixelRatio;
    this.scale = Math.min(widest / picture.width, highest / picture.height, 0.2);
    const [width, height] = [Math.max(12, picture.width * this.scale), Math.max(12, picture.height * this.scale)];
    const { style } = this.element;
    style.width = `${width}px`;
    style.height = `${height}px`;
    const context = this.element.getContext('2d');
    if (!context) {
      return;
    }
    this.element.width = width * ratio;
    this.element.height = height * ratio;
    context.scale(ratio * this.scale, ratio * this.scale);
    const colors = getComputedStyle(this.element);
    context.fillStyle = colors.color;
    context.globalAlpha = 0.35;
    for (const { x, y, width: wide, height: high } of picture.boxes) {
      context.fillRect(x, y, Math.max(wide, 1 / this.scale), Math.max(high, 1 / this.scale));
    }
    context.globalAlpha = 1;
    context.lineWidth = 1.5 / this.scale;
    context.strokeStyle = colors.outlineColor;
    context.strokeRect(part.x, part.y, part.width, part.height);
  }
}
