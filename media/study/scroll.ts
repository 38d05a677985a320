// Where the page scrolls to by itself, which is as little as it can.

import { wantsStillness } from '../shared/page';

/** Room that is left between what is shown and the edge, in pixels. */
const margin = 12;

/**
 * Scrolls just as far as `told` needs to be seen, clear of the bar that sticks to the page's end, and where `asked` and `told` both fit, so
 * far that `asked` is seen too. What is in sight stays where it is.
 */
export function bringIntoView(told: HTMLElement, asked: HTMLElement, bar: HTMLElement | undefined): void {
  if (!told.isConnected) {
    return;
  }
  const covered = bar && getComputedStyle(bar).position === 'sticky' ? bar.offsetHeight : 0;
  const [first, last] = [margin, window.innerHeight - covered - margin];
  const { top, bottom } = told.getBoundingClientRect();
  const begin = asked.getBoundingClientRect().top;
  const needed = top < first ? top - first : Math.max(0, bottom - last);
  const by = bottom - begin <= last - first && begin - needed < first ? begin - first : needed;
  if (by !== 0) {
    window.scrollBy({ top: by, behavior: wantsStillness() ? 'instant' : 'smooth' });
  }
}
