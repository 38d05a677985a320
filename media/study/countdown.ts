// The time that an exam still has. It can be hidden; a screen reader is told at ten, five and one minutes only.

import { h } from '../shared/dom';
import { icon } from '../shared/icons';
import type { Stopwatch } from '../shared/stopwatch';
import { clock } from './dates';
import type { Actions } from './screen';

/** Minutes at which the time is said. */
const saidAt = [10, 5, 1];
const hiddenTime = 'hidden-time';

export type Countdown = {
  element: HTMLElement;
  /** So much was left when the watch read that. */
  set(left: number, at: number): void;
  stop(): void;
};

/** Runs with the watch, so not while nobody looks. `over` is called when no time is left, until the screen is left. */
export function countdown(left: number, watch: Stopwatch, actions: Pick<Actions, 'say' | 'isOn' | 'turn'>, over: () => void): Countdown {
  let from = left;
  let since = watch.read();
  let last = left;
  let isOver = false;
  const time = h('span', { class: 'time' });
  const element = h('button', { type: 'button', class: 'quiet countdown', id: 'countdown', onclick: turn }, icon('clock'), time);

  function show(): void {
    const now = Math.max(0, from - (watch.read() - since));
    const isHidden = actions.isOn(hiddenTime);
    time.textContent = isHidden ? 'Show time' : clock(now);
    element.setAttribute('aria-label', isHidden ? 'Show the time left' : `${clock(now)} left. Hide the time`);
    element.title = isHidden ? 'Show the time left' : 'Hide the time';
    element.classList.toggle('short', !isHidden && now <= 5 * 60_000);
    const passed = saidAt.find((minutes) => last > minutes * 60_000 && now <= minutes * 60_000);
    if (passed !== undefined) {
      actions.say(passed === 1 ? 'One minute left' : `${passed} minutes left`);
    }
    last = now;
    if (now === 0) {
      if (!isOver) {
        actions.say('Time is over. The exam is handed in.');
      }
      isOver = true;
      over();
    }
  }

  function turn(): void {
    actions.turn(hiddenTime, !actions.isOn(hiddenTime));
    show();
  }

  const ticking = setInterval(show, 500);
  // After the screen is there: at zero there will be another one at once.
  queueMicrotask(show);
  return {
    element,
    set(now, at) {
      from = now;
      since = at;
    },
    stop: () => clearInterval(ticking),
  };
}
