// The decks, each with how far one has come in it, and those of the workspace that could not be read.

import type { DeckSummary, Home } from '../../client/src/webviews/study/messages';
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import { bar } from './charts/meter';
import { button, section, type Actions } from './screen';

/** So many need not fold. */
const few = 4;

/** One's own decks and those that were begun are at hand; the others fold. */
export function deckSection({ decks, brokenDecks }: Home, actions: Actions): HTMLElement {
  const isNear = ({ own, session }: DeckSummary): boolean => own || session !== undefined || decks.length <= few;
  const list = (some: readonly DeckSummary[]) => some.length > 0 && h('ul', { class: 'decks' }, ...some.map((deck) => deckRow(deck, actions)));
  // A new reader sees what there is. Later it is the reader's choice, which the page keeps by the id.
  const fold = decks.some(({ session }) => session) ? { id: 'all-decks' } : { open: true };
  const others = decks.filter((deck) => !isNear(deck));
  return section(
    'decks',
    'Decks',
    ...brokenDecks.map(brokenDeck),
    list(decks.filter(isNear)),
    others.length > 0 && h('details', { class: 'group', ...fold }, h('summary', {}, h('span', {}, `${others.length} decks by topic`)), list(others)),
  );
}

function deckRow({ id, title, questions, right, wrong, own, session }: DeckSummary, actions: Actions): HTMLElement {
  const place = `deck:${id}`;
  const underway = session && !session.finished ? session : undefined;
  const go = underway ? () => actions.go({ at: 'quiz', place }) : () => actions.start({ place });
  const words = underway ? 'Continue' : session ? 'Start over' : 'Start';
  return h(
    'li',
    { class: 'deck' },
    h(
      'div',
      { class: 'deck-words' },
      h('h3', { id: `deck-${id}` }, title, own && h('span', { class: 'tag' }, 'yours')),
      h('p', { class: 'faint' }, tally({ questions, right, wrong }), underway && `, question ${underway.number} is next`),
      bar([['good', right], ['bad', wrong], ['open', questions - right - wrong]]),
    ),
    h(
      'div',
      { class: 'actions' },
      button(`go-${id}`, words, go, { label: `${words}: ${title}` }),
      underway && h('button', { type: 'button', class: 'quiet', id: `over-${id}`, 'aria-label': `Start over: ${title}`, onclick: () => actions.start({ place }) }, 'Start over'),
      session?.finished === true && h('button', { type: 'button', class: 'quiet', id: `result-${id}`, 'aria-label': `Last result: ${title}`, onclick: () => actions.go({ at: 'quiz', place }) }, 'Last result'),
    ),
  );
}

function tally({ questions, right, wrong }: Pick<DeckSummary, 'questions' | 'right' | 'wrong'>): string {
  return right + wrong === 0 ? counted(questions, 'question') : [`${right} right`, wrong > 0 ? `${wrong} wrong` : '', right + wrong < questions ? `${questions - right - wrong} open` : ''].filter((part) => part !== '').join(', ');
}

function brokenDeck({ file, problems }: Home['brokenDecks'][number]): HTMLElement {
  return h('div', { class: 'notice' }, icon('warning'), h('p', {}, h('strong', {}, file), ` is not used: ${counted(problems, 'problem')}, told in the Problems panel.`));
}
