// What the page says beside the picture: what is wrong with it, and to those who hear it what has just been done.
import { h } from '../shared/dom';

export class Notice {
  readonly element = h('div', { class: 'notice panel', role: 'status', hidden: true });
  readonly said = h('div', { class: 'unseen', 'aria-live': 'polite', id: 'said' });

  /** What is wrong with the picture, or nothing. */
  tell(text: string): void {
    if (this.element.textContent !== text) {
      this.element.textContent = text;
    }
    this.element.hidden = text === '';
  }

  say(text: string): void {
    // Said again if it is the same again.
    this.said.textContent = this.said.textContent === text ? `${text}\u00a0` : text;
  }
}
