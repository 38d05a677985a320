// The mouse, and fingers: dragging moves the picture, the wheel moves it or with Ctrl makes it larger, a click means what is under it.
import type { View } from './camera';
import type { Place } from './tip';

/** What was pressed. */
export type Pressed = { id: string; twice: boolean } | { fold: string } | { line: string } | { way: string; twice: boolean };

/** What the mouse is on: a state, or an arrow and the line that stands for one. */
export type Hovered = { id: string } | { way: string; at: Place };

export type PointerUse = {
  view(): View | undefined;
  look(view: View): void;
  zoom(factor: number, around: { x: number; y: number }): void;
  hover(target: Hovered | undefined): void;
  press(target: Pressed): void;
};

/** A mouse that moves less between down and up has not dragged. */
const steady = 4;

export function listenToPointer(room: HTMLElement, use: PointerUse): void {
  let from: { x: number; y: number; view: View; pointer: number } | undefined;
  let isDragging = false;
  const placeOf = ({ clientX, clientY }: MouseEvent): { x: number; y: number } => {
    const { left, top } = room.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  room.addEventListener('wheel', (event) => {
    const view = use.view();
    if (!view) {
      return;
    }
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (event.ctrlKey || event.metaKey) {
      use.zoom(Math.exp((-event.deltaY * lines) / 300), placeOf(event));
    } else {
      const [x, y] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      use.look({ ...view, x: view.x - x * lines, y: view.y - y * lines });
    }
    use.hover(undefined);
  }, { passive: false });

  room.addEventListener('pointerdown', (event) => {
    const view = use.view();
    if (view && event.button <= 1 && event.target instanceof SVGElement) {
      from = { ...placeOf(event), view, pointer: event.pointerId };
      isDragging = false;
    }
  });
  room.addEventListener('pointermove', (event) => {
    if (!from) {
      return;
    }
    const { x, y } = placeOf(event);
    if (!isDragging && Math.hypot(x - from.x, y - from.y) > steady) {
      isDragging = true;
      room.setPointerCapture(from.pointer);
      room.classList.add('dragging');
      use.hover(undefined);
    }
    if (isDragging) {
      use.look({ ...from.view, x: from.view.x + x - from.x, y: from.view.y + y - from.y });
    }
  });
  const end = (): void => {
    from = undefined;
    room.classList.remove('dragging');
  };
  room.addEventListener('pointerup', end);
  room.addEventListener('pointercancel', end);
  room.addEventListener('click', (event) => {
    if (isDragging || !(event.target instanceof Element)) {
      isDragging = false;
      return;
    }
    const pressed = pressedAt(event.target, event.detail > 1);
    if (pressed) {
      use.press(pressed);
    }
  });
  room.addEventListener('pointerover', (event) => {
    if (!from) {
      use.hover(event.target instanceof Element ? hoveredAt(event.target, event) : undefined);
    }
  });
  room.addEventListener('pointerleave', () => use.hover(undefined));
}

function pressedAt(target: Element, twice: boolean): Pressed | undefined {
  const [fold, line, way, id] = ['fold', 'line', 'way', 'id'].map((name) => valueAt(target, name));
  return fold !== undefined ? { fold } : line !== undefined ? { line } : way !== undefined ? { way, twice } : id !== undefined ? { id, twice } : undefined;
}

function hoveredAt(target: Element, { clientX: left, clientY }: MouseEvent): Hovered | undefined {
  const way = valueAt(target, 'line') ?? valueAt(target, 'way');
  const id = valueAt(target, 'id');
  return way !== undefined ? { way, at: { left, top: clientY - 8, bottom: clientY + 8 } } : id !== undefined ? { id } : undefined;
}

function valueAt(target: Element, name: string): string | undefined {
  return target.closest(`[data-${name}]`)?.getAttribute(`data-${name}`) ?? undefined;
}
