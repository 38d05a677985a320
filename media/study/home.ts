// The start page: the decks with how far one has come, and the notes.

import type { DeckSummary, Home, NoteSummary, Notice } from '../../client/src/webviews/study/messages';
import { counted, h, type Child } from '../shared/dom';
import { icon } from '../shared/icons';
import { day, type Actions, type Screen } from './screen';

export function showHome(home: Home, actions: Actions): Screen {
  const start = h('h1', { tabindex: -1 }, 'Study');
  const element = h(
    'div',
    { class: 'screen' },
    h('header', {}, start, h('p', { class: 'lead' }, 'Questions and notes on the AWS services behind machine-learning pipelines.')),
    home.notice && notice(home.notice, actions),
    h('section', { 'aria-labelledby': 'quiz' }, h('h2', { id: 'quiz' }, 'Quiz'), ...home.decks.map((deck) => deckCard(deck, actions))),
    h('section', { 'aria-labelledby': 'notes' }, h('h2', { id: 'notes' }, 'Notes'), ...home.notes.map((note) => noteCard(note, actions))),
  );
  return { element, start };
}

function deckCard(deck: DeckSummary, actions: Actions): HTMLElement {
  const { id, questions, right, wrong, run } = deck;
  const underway = run && !run.finished;
  const go = h(
    'button',
    { type: 'button', class: 'primary', id: `go-${id}`, onclick: () => (run?.finished ? actions.startOver(id) : actions.go({ at: 'quiz', deck: id })) },
    underway ? 'Continue' : run ? 'Start over' : 'Start',
  );
  const again = underway && h('button', { type: 'button', id: `over-${id}`, onclick: () => actions.startOver(id) }, 'Start over');
  const last = run?.finished && h('button', { type: 'button', id: `result-${id}`, onclick: () => actions.go({ at: 'quiz', deck: id }) }, 'Last result');
  return h(
    'article',
    { class: 'card', 'aria-labelledby': `deck-${id}` },
    h('h3', { id: `deck-${id}` }, deck.title),
    h('p', { class: 'faint' }, underway ? `Question ${run.number} of ${questions} is next` : counted(questions, 'question')),
    progressBar(questions, right, wrong),
    h('ul', { class: 'tally' }, ...tally(deck)),
    h('div', { class: 'actions' }, go, again, last),
  );
}

function tally({ questions, right, wrong }: DeckSummary): HTMLElement[] {
  const open = questions - right - wrong;
  const part = (count: number, kind: string, mark: Child, words: string) =>
    count > 0 ? [h('li', { class: kind }, mark, `${count} ${words}`)] : [];
  return [
    ...part(right, 'good', icon('right'), 'right'),
    ...part(wrong, 'bad', icon('wrong'), 'wrong'),
    ...part(open, 'open', h('span', { class: 'dot', 'aria-hidden': 'true' }), 'not answered yet'),
  ];
}

/** Drawn only; the list below it says the same in words. */
function progressBar(all: number, right: number, wrong: number): HTMLElement {
  const part = (kind: string, count: number) => {
    const element = h('span', { class: kind });
    element.style.flexGrow = String(count);
    return element;
  };
  const open = all - right - wrong;
  return h('div', { class: 'bar', 'aria-hidden': 'true' }, right > 0 && part('good', right), wrong > 0 && part('bad', wrong), open > 0 && part('open', open));
}

function noteCard(note: NoteSummary, actions: Actions): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'card note-card', id: `note-${note.id}`, onclick: () => actions.go({ at: 'note', id: note.id }) },
    icon('note'),
    h('span', {}, h('strong', {}, note.title), h('span', { class: 'summary' }, note.summary), h('span', { class: 'faint' }, `As of ${day(note.date)}`)),
    icon('forward'),
  );
}

function notice(kind: Notice, actions: Actions): HTMLElement {
  const words = {
    'record-set-aside':
      'Your study record could not be read, so a new one was begun. The old one was not thrown away: it is kept aside, and you can look at it.',
    'record-not-saved': 'Your last answer could not be saved. It will be saved with the next one; check that the disk is not full.',
  };
  const open = h('button', { type: 'button', id: 'set-aside', onclick: () => actions.tell('openSetAside', undefined) }, 'Open the old record');
  return h('div', { class: 'notice', role: 'status' }, icon('warning'), h('div', {}, h('p', {}, words[kind]), kind === 'record-set-aside' && open));
}
