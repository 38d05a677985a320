// The notes by chapter, and a search through all of them.

import type { Found, Home, NoteSummary } from '../../client/src/webviews/study/messages';
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import { section, type Actions } from './screen';

/** So long after the last key the search begins, in milliseconds. */
const pause = 150;

export function notesSection({ chapters }: Home, actions: Actions): HTMLElement {
  const all = h(
    'div',
    { class: 'chapters' },
    ...chapters.map(({ title, notes }, index) =>
      h(
        'details',
        { class: 'group chapter', id: `chapter-${index}` },
        h('summary', {}, h('h3', {}, title), h('span', { class: 'faint' }, counted(notes.length, 'note'))),
        h('ul', { class: 'rows' }, ...notes.map((note) => noteRow(note, actions))),
      ),
    ),
  );
  const found = h('ul', { class: 'rows', id: 'found', hidden: true });
  const told = h('p', { class: 'faint', role: 'status' });
  const field = h('input', { type: 'search', id: 'search', placeholder: 'Search the notes', 'aria-label': 'Search the notes', autocomplete: 'off', spellcheck: 'false', oninput: typed, onkeydown: toFirst });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  function typed(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(), pause);
  }

  async function search(): Promise<void> {
    const text = field.value.trim();
    const mine = ++asked;
    const hits = text === '' ? [] : await actions.ask('search', { text }).catch(() => []);
    // A later search may have been answered first.
    if (mine !== asked) {
      return;
    }
    all.hidden = text !== '';
    found.hidden = text === '';
    found.replaceChildren(...hits.map((hit) => hitRow(hit, actions)));
    told.textContent = text === '' ? '' : hits.length === 0 ? 'No note has all these words.' : counted(hits.length, 'note');
  }

  function toFirst(event: Event): void {
    const key = event instanceof KeyboardEvent ? event.key : '';
    const first = found.querySelector('button');
    if (first && (key === 'ArrowDown' || key === 'Enter')) {
      event.preventDefault();
      if (key === 'Enter') {
        first.click();
      } else {
        first.focus();
      }
    }
  }

  return section('notes', 'Notes', h('div', { class: 'search' }, icon('search'), field), told, found, all);
}

function noteRow({ id, title, summary }: NoteSummary, actions: Actions): HTMLElement {
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'quiet note-row', id: `note-${id}`, onclick: () => actions.go({ at: 'note', id }) },
      h('span', {}, h('strong', {}, title), h('span', { class: 'faint summary' }, summary)),
      icon('forward'),
    ),
  );
}

function hitRow({ id, title, before, match, after }: Found, actions: Actions): HTMLElement {
  return h(
    'li',
    {},
    h(
      'button',
      { type: 'button', class: 'quiet note-row', id: `found-${id}`, onclick: () => actions.go({ at: 'note', id }) },
      h('span', {}, h('strong', {}, title), h('span', { class: 'faint summary' }, before, h('mark', {}, match), after)),
      icon('forward'),
    ),
  );
}
