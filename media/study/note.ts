// The reader: one note, as the build rendered it.

import type { Note, NoteLink } from '../../client/src/webviews/study/messages';
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import { day } from './dates';
import { fitFlows } from './flow';
import { copyText } from './machine';
import { button, topLine, type Actions, type Place, type Screen } from './screen';

export function showNote(note: Note, place: Place, actions: Actions): Screen {
  const start = h('h1', { tabindex: -1, id: 'title' }, note.title);
  const body = h('div', { class: 'prose' });
  // Our own Markdown, rendered at build time with HTML switched off; no text from elsewhere comes this way.
  body.innerHTML = note.html;
  body.addEventListener('click', (event) => act(event, actions));
  const quizMe = () => actions.start({ place: 'practise', topic: note.id });
  const element = h(
    'article',
    { class: 'screen note' },
    topLine(place, actions, h('span', { class: 'faint' }, note.chapter)),
    h('header', {}, start, h('p', { class: 'lead' }, note.summary), h('p', { class: 'faint date' }, icon('clock'), `As of ${day(note.date)}`)),
    note.questions > 0 && h('div', { class: 'actions' }, button('quiz-me', 'Quiz me on this', quizMe, { primary: true }), h('span', { class: 'faint' }, counted(note.questions, 'question'))),
    body,
    neighbors(note, place, actions),
  );
  return { element, start, leave: fitFlows(body) };
}

/** What the buttons of tasks and machines do with the text in them. */
function act(event: Event, actions: Actions): void {
  const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-do]') : undefined;
  const text = pressed?.closest('figure')?.querySelector('pre code')?.textContent;
  if (!pressed || !text) {
    return;
  }
  switch (pressed.dataset['do']) {
    case 'openMachine':
      return actions.tell('openMachine', { text });
    case 'insertTask':
      return actions.tell('insertTask', { text });
    case 'copy':
      return copyText(text, pressed, actions);
  }
}

function neighbors({ previous, next }: Note, { from }: Place, actions: Actions): HTMLElement | undefined {
  const link = (to: NoteLink | undefined, kind: 'previous' | 'next') =>
    to &&
    h(
      'button',
      { type: 'button', class: `quiet neighbor ${kind}`, id: kind, onclick: () => actions.go({ at: 'note', id: to.id, ...(from && { from }) }) },
      kind === 'previous' && icon('back'),
      h('span', {}, h('span', { class: 'faint' }, kind === 'previous' ? 'Previous' : 'Next'), h('strong', {}, to.title)),
      kind === 'next' && icon('forward'),
    );
  return previous || next ? h('nav', { class: 'neighbors', 'aria-label': 'Other notes' }, link(previous, 'previous'), link(next, 'next')) : undefined;
}
