// What is said of an answer: right or not, why, what holds today, where to read on, and when it comes again.

import type { Verdict } from '../../client/src/webviews/study/messages';
import { h, prose, type Child } from '../shared/dom';
import { icon } from '../shared/icons';
import { address } from './address';
import { day, whenWillBe } from './dates';
import type { Actions, Place } from './screen';

/** Fills the status below a question. Returns the heading, which gets the focus. */
export function showVerdict(verdict: Verdict, status: HTMLElement, place: Place, actions: Actions): HTMLElement {
  const { right, note, shown } = verdict;
  const heading = h('h2', { tabindex: -1, id: 'verdict' }, icon(right ? 'right' : 'wrong'), wordsFor(verdict));
  const isChoice = shown.kind === 'single' || shown.kind === 'multiple';
  status.replaceChildren(
    h(
      'section',
      { class: `verdict ${right ? 'good' : 'bad'}`, 'aria-labelledby': 'verdict' },
      heading,
      !right && isChoice && h('p', {}, verdict.correct.length > 1 ? 'The answers are ' : 'The answer is ', h('strong', {}, ...prose(verdict.answer)), '.'),
      verdict.explain !== undefined && h('p', { class: 'explain' }, ...prose(verdict.explain)),
      verdict.today !== undefined && h('div', { class: 'today' }, h('h3', {}, 'Today'), h('p', {}, ...prose(verdict.today))),
      note &&
        h('button', { type: 'button', class: 'quiet link', id: 'read', onclick: () => actions.go({ at: 'note', id: note.id, from: place }) }, icon('note'), `Read the note: ${note.title}`),
      sourcesOf(verdict),
      again(verdict),
    ),
  );
  return heading;
}

function wordsFor({ right, sure, shown }: Verdict): string {
  if (shown.kind === 'recall') {
    return right ? 'You knew it' : 'You did not know it yet';
  }
  return right ? (sure ? 'Right' : 'Right, though you were not sure') : 'Not right';
}

function sourcesOf({ sources, asOf }: Verdict): Child {
  if (sources.length === 0) {
    return undefined;
  }
  const source = ({ title, url }: Verdict['sources'][number]) => h('li', {}, h('a', { href: url }, title), ' ', h('span', { class: 'address' }, ...address(url)));
  const asOfDay = asOf !== undefined && h('span', { class: 'faint' }, ` as of ${/^\d{4}-\d\d-\d\d$/.test(asOf) ? day(asOf) : asOf}`);
  return h('div', { class: 'sources' }, h('h3', {}, sources.length === 1 ? 'Source' : 'Sources', asOfDay), h('ul', {}, ...sources.map(source)));
}

function again({ due }: Verdict): Child {
  return due !== undefined && h('p', { class: 'faint again' }, icon('clock'), `Asked again ${whenWillBe(due)}`);
}
