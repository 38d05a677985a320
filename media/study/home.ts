// The start page: what to do now, what else there is to do, the notes and the decks.

import type { Home, Notice } from '../../client/src/webviews/study/messages';
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import { deckSection } from './home-decks';
import { notesSection } from './home-notes';
import { waysSection } from './home-ways';
import { button, section, type Actions, type Screen } from './screen';

export function showHome(home: Home, actions: Actions): Screen {
  const start = h('h1', { tabindex: -1 }, 'Study');
  const left = home.sessions.filter(({ place }) => place !== 'due');
  const element = h(
    'div',
    { class: 'screen home' },
    h('header', { class: 'home-top' }, start, streak(home.streak)),
    home.notice && notice(home.notice, actions),
    today(home, actions),
    left.length > 0 && section('left', 'Go on', ...left.map((session) => leftSession(session, actions))),
    waysSection(home, actions),
    notesSection(home, actions),
    deckSection(home, actions),
  );
  return { element, start };
}

/** The one thing to do. */
function today({ due, fresh, sessions }: Home, actions: Actions): HTMLElement {
  const underway = sessions.find(({ place }) => place === 'due');
  const isDone = due + fresh === 0 && !underway;
  const count = (number: number, words: string) => h('li', {}, h('strong', {}, String(number)), ` ${words}`);
  return h(
    'section',
    { class: 'card today-card', 'aria-labelledby': 'today' },
    h('h2', { id: 'today' }, isDone ? 'All done for today' : 'Today'),
    isDone
      ? h('p', { class: 'faint' }, 'Nothing is due. Practice what you know least, or read a note.')
      : h('ul', { class: 'counts' }, count(due, 'due'), count(fresh, 'new')),
    underway && h('p', { class: 'faint' }, `Question ${underway.number} of ${underway.count} is next.`),
    h(
      'div',
      { class: 'actions' },
      isDone
        ? button('review', 'Practice', () => actions.start({ place: 'practise' }), { primary: true })
        : underway
          ? button('review', 'Continue the review', () => actions.go({ at: 'quiz', place: 'due' }), { primary: true })
          : button('review', 'Review', () => actions.start({ place: 'due' }), { primary: true }),
      !isDone && h('span', { class: 'faint' }, 'Stop whenever you like.'),
    ),
  );
}

function streak(days: number): HTMLElement | undefined {
  return days > 0 ? h('p', { class: 'streak', title: 'Days in a row with an answer' }, icon('streak'), counted(days, 'day'), h('span', { class: 'unseen' }, ' in a row')) : undefined;
}

function leftSession({ place, title, number, count }: Home['sessions'][number], actions: Actions): HTMLElement {
  return h(
    'div',
    { class: 'row' },
    h('div', { class: 'row-words' }, h('h3', {}, title), h('p', { class: 'faint' }, `Question ${number} of ${count}`)),
    button(`left-${place}`, 'Continue', () => actions.go({ at: 'quiz', place }), { label: `Continue: ${title}` }),
  );
}

function notice(kind: Notice, actions: Actions): HTMLElement {
  const words = {
    'record-set-aside': 'Your study record could not be read, so a new one was begun. The old one was not thrown away: it is kept aside, and you can look at it.',
    'record-not-saved': 'Your last answer could not be saved. It will be saved with the next one; check that the disk is not full.',
  };
  const open = button('set-aside', 'Open the old record', () => actions.tell('openSetAside', undefined));
  return h('div', { class: 'notice', role: 'status' }, icon('warning'), h('div', {}, h('p', {}, words[kind]), kind === 'record-set-aside' && open));
}
