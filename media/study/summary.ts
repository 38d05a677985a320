// The end of a session: the score, and what is worth another look.

import type { Result, Summary } from '../../client/src/webviews/study/messages';
import { counted, h, prose, svg, type Child } from '../shared/dom';
import { icon } from '../shared/icons';
import { mark } from './answers/form';
import { meter } from './charts/meter';
import { duration } from './dates';
import { button, section, topLine, type Actions, type Place, type Screen } from './screen';

export function showSummary(summary: Summary, place: Place, actions: Actions): Screen {
  const { right, count, results, exam, title } = summary;
  const start = h('h1', { tabindex: -1, id: 'result' }, `${right} of ${count} right`);
  const wrong = results.filter((result) => !result.right);
  const lucky = results.filter((result) => result.right && !result.sure);
  const known = results.filter((result) => result.right && result.sure);
  const list = (some: readonly Result[]) => h('ol', { class: 'results' }, ...some.map((each) => resultCard(each, place, actions)));
  const element = h(
    'div',
    { class: 'screen summary' },
    topLine(place, actions, h('span', { class: 'faint' }, title)),
    h('header', { class: 'score' }, ring(right, count), h('div', {}, start, h('p', { class: 'lead' }, ...inWords(summary)))),
    nextActions(summary, actions),
    exam && section('domains', 'By domain', h('ul', { class: 'meters' }, ...exam.domains.map((domain) => h('li', {}, meter(domain.title, domain.right, domain.count, 'right'))))),
    wrong.length > 0 && section('wrong', `Look at again (${wrong.length})`, list(wrong)),
    lucky.length > 0 && section('lucky', `Right, but not sure (${lucky.length})`, list(lucky)),
    known.length > 0 && h('details', { class: 'group', id: 'known' }, h('summary', {}, h('h2', {}, `Right and sure (${known.length})`)), list(known)),
  );
  return { element, start, isSettled: true };
}

function inWords({ right, count, exam }: Summary): Child[] {
  const percent = count === 0 ? 0 : Math.round((100 * right) / count);
  if (exam) {
    return [`${percent}\u00a0%, in ${duration(exam.minutes)}.`];
  }
  return [right === count ? 'All of them. Come back in a few days, and see what stayed.' : `${counted(count - right, 'question')} to look at again.`];
}

function nextActions({ place, exam }: Summary, actions: Actions): HTMLElement {
  const again = { due: 'Review what is due', practise: 'Practice on', exam: 'Another exam' }[place] ?? 'Start over';
  return h(
    'div',
    { class: 'actions' },
    button('over', again, () => actions.start(actions.lastStart(place)), { primary: true }),
    exam && button('weakest', 'Practice the weakest', () => actions.start({ place: 'practise' })),
    button('home', 'To the start page', () => actions.go({ at: 'home' })),
  );
}

function resultCard({ ask, right, answer, given, note }: Result, place: Place, actions: Actions): HTMLElement {
  const line = (title: string, text: string, kind: string) => h('p', {}, h('span', { class: 'faint' }, title), h('span', { class: kind }, ...prose(text)));
  return h(
    'li',
    { class: 'card' },
    mark(right, right ? 'Right' : given === undefined ? 'Left blank' : 'Wrong'),
    h('p', {}, ...prose(ask)),
    !right && given !== undefined && line('You answered: ', given, 'given'),
    line('Answer: ', answer, 'answer'),
    note && h('button', { type: 'button', class: 'quiet link', onclick: () => actions.go({ at: 'note', id: note.id, from: place }) }, icon('note'), note.title),
  );
}

/** The score as a ring; the heading beside it says it in words. */
function ring(right: number, all: number): SVGElement {
  const around = 2 * Math.PI * 20;
  const circle = (kind: string, more: Record<string, string | number>) => svg('circle', { class: kind, cx: 24, cy: 24, r: 20, fill: 'none', 'stroke-width': 6, ...more });
  return svg(
    'svg',
    { class: 'ring', viewBox: '0 0 48 48', 'aria-hidden': 'true' },
    circle('rest', {}),
    right > 0 && circle('done', { 'stroke-dasharray': `${(around * right) / Math.max(all, 1)} ${around}`, transform: 'rotate(-90 24 24)' }),
  );
}
