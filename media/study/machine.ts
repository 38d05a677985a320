// A state machine to read, colored as in an editor, which it can be opened in.

import { h, type Child } from '../shared/dom';
import type { Actions } from './screen';

export function showMachine(text: string, actions: Actions): HTMLElement {
  return h(
    'figure',
    { class: 'machine' },
    h(
      'figcaption',
      {},
      h('span', {}, 'ASL'),
      h('button', { type: 'button', class: 'quiet', id: 'copy', onclick: ({ currentTarget }) => copyText(text, currentTarget as HTMLElement, actions) }, 'Copy'),
      h('button', { type: 'button', class: 'quiet', id: 'open-machine', onclick: () => actions.tell('openMachine', { text }) }, 'Open in editor'),
    ),
    h('pre', { class: 'code', tabindex: 0, role: 'group', 'aria-label': 'State machine', id: 'machine' }, h('code', {}, ...colored(text))),
  );
}

/** Copies, and says so where the reader looks. */
export function copyText(text: string, button: HTMLElement, actions: Pick<Actions, 'tell' | 'say'>): void {
  actions.tell('copy', { text });
  actions.say('Copied');
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), 2000);
}

/** Strings, numbers and words; a string with a colon after it is a name. What is between them has no color of its own. */
function colored(text: string): Child[] {
  const tokens = text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?)|\b(true|false|null)\b|[^"\dtfn-]+|./gs);
  return [...tokens].flatMap(([all, string, colon, number, word]): Child[] => {
    if (string !== undefined) {
      return [h('span', { class: colon === undefined ? 'string' : 'name' }, string), colon];
    }
    return [number !== undefined ? h('span', { class: 'number' }, number) : word !== undefined ? h('span', { class: 'word' }, word) : all];
  });
}
