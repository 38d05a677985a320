// There is nothing to ask at this place.

import type { Nothing } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { icon } from '../shared/icons';
import { whenWillBe } from './dates';
import { button, topLine, type Actions, type Place, type Screen } from './screen';

export function showNothing({ place: at, title, nextDue }: Nothing, place: Place, actions: Actions): Screen {
  const isDue = at === 'due';
  const start = h('h1', { tabindex: -1 }, isDue ? 'All done for now' : 'No questions here yet');
  const next = nextDue === undefined ? 'Nothing is waiting.' : `The next question is due ${whenWillBe(nextDue)}.`;
  const words = isDue ? `${next} What was answered today has time to settle; that is part of learning.` : 'There is no question about this yet. Practice something else, or write a deck of your own.';
  const element = h(
    'div',
    { class: 'screen nothing' },
    topLine(place, actions, h('span', { class: 'faint' }, title)),
    h('div', { class: 'calm' }, icon('right'), start, h('p', {}, words)),
    h(
      'div',
      { class: 'actions' },
      button('weakest', 'Practice the weakest', () => actions.start({ place: 'practise' }), { primary: true }),
      button('home', 'To the start page', () => actions.go({ at: 'home' })),
    ),
  );
  return { element, start };
}
