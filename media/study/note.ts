// The reader: one note, as the build rendered it.

import type { Note } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { icon } from '../shared/icons';
import { day, topLine, type Actions, type NotePlace, type Screen } from './screen';

export function showNote(note: Note, place: NotePlace, actions: Actions): Screen {
  const start = h('h1', { tabindex: -1 }, note.title);
  const body = h('div', { class: 'prose' });
  // Our own Markdown, rendered at build time with HTML switched off; no text from elsewhere comes this way.
  body.innerHTML = note.html;
  const said = h('div', { role: 'status', class: 'unseen' });
  body.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : undefined;
    const text = button?.closest('.machine')?.querySelector('code')?.textContent;
    if (!button || !text) {
      return;
    }
    if (button.dataset['do'] === 'openMachine') {
      actions.tell('openMachine', { text });
      return;
    }
    actions.tell('copy', { text });
    said.textContent = 'Copied';
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
  const element = h(
    'article',
    { class: 'screen note' },
    topLine(place, actions),
    h('header', {}, start, h('p', { class: 'lead' }, note.summary), h('p', { class: 'faint date' }, icon('clock'), `As of ${day(note.date)}`)),
    body,
    said,
  );
  return { element, start };
}
