// Which part of the picture is seen, and how large. Distances are pixels of the page.
import type { Rect } from './arrange/plan';

/** Where the picture's origin is seen, and how many pixels a unit of it takes. */
export type View = { x: number; y: number; scale: number };

export const [smallest, largest] = [0.08, 3];
const margin = 24;
/** Where the buttons are. */
const top = 56;

/** Larger or smaller by a factor around a point that stays where it is. */
export function zoomed({ x, y, scale }: View, factor: number, around: { x: number; y: number }): View {
  const next = Math.min(largest, Math.max(smallest, scale * factor));
  const ratio = next / scale;
  return { x: around.x - (around.x - x) * ratio, y: around.y - (around.y - y) * ratio, scale: next };
}

/** All of the picture in the middle, no larger than it is. */
export function fitted({ width, height }: Size, window: Size): View {
  const scale = Math.min(1, Math.max(smallest, Math.min((window.width - 2 * margin) / width, (window.height - top - margin) / height)));
  return { x: (window.width - width * scale) / 2, y: top + (window.height - top - margin - height * scale) / 2, scale };
}

/** As a picture is first seen: all of it where it can then be read, else its beginning. */
export function opening(picture: Size, window: Size, direction: 'down' | 'right'): View {
  const all = fitted(picture, window);
  if (all.scale >= readable) {
    return all;
  }
  const breadth = direction === 'down' ? (window.width - 2 * margin) / picture.width : (window.height - top - margin) / picture.height;
  const scale = Math.min(1, Math.max(readable, breadth));
  const middle = (length: number, room: number): number => (length * scale <= room ? (room - length * scale) / 2 : margin);
  return direction === 'down' ? { x: middle(picture.width, window.width), y: top, scale } : { x: margin, y: Math.max(top, middle(picture.height, window.height)), scale };
}

const readable = 0.7;

/** The list that something is chosen from lies upon the middle of the window's upper part, so high, and half so wide at most. */
const list = { height: 0.48, half: 320 };
/** What stands below the list on the left. */
const caption = 260;

/** All of the picture where neither the list nor the caption below it is: below the list, or on its right. */
export function beside(picture: Size, window: Size): View {
  const [top, left] = [window.height * list.height, window.width / 2 + list.half];
  const below = within(picture, { x: caption + 2 * margin, y: top, width: window.width - caption - 3 * margin, height: window.height - top - margin });
  const onRight = within(picture, { x: left, y: margin, width: Math.max(1, window.width - left - margin), height: window.height - 2 * margin });
  return onRight.scale > below.scale ? onRight : below;
}

function within({ width, height }: Size, room: Rect): View {
  const scale = Math.min(1, Math.max(smallest, Math.min(room.width / width, room.height / height)));
  return { x: room.x + (room.width - width * scale) / 2, y: room.y + (room.height - height * scale) / 2, scale };
}

/** Moved as little as it takes to see a place; its beginning where it is larger than the window. */
export function showing(view: View, { x, y, width, height }: Rect, window: Size): View {
  const along = (start: number, length: number, room: number): number => {
    const end = start + length;
    return start < margin || length > room - 2 * margin ? margin - start : end > room - margin ? room - margin - end : 0;
  };
  const [left, top] = [view.x + x * view.scale, view.y + y * view.scale];
  const isSeen = left >= 0 && top >= 0 && left + width * view.scale <= window.width && top + height * view.scale <= window.height;
  return isSeen ? view : { ...view, x: view.x + along(left, width * view.scale, window.width), y: view.y + along(top, height * view.scale, window.height) };
}

/** The part of the picture that is seen. */
export function seen({ x, y, scale }: View, { width, height }: Size): Rect {
  return { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
}

export type Size = { width: number; height: number };
