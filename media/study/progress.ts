// How far the reader has come: a sentence for today, then drawings, each with its numbers as a table.

import type { Progress } from '../../client/src/webviews/study/messages';
import { counted, h, type Child } from '../shared/dom';
import { icon } from '../shared/icons';
import { calendar } from './charts/calendar';
import { forecast } from './charts/forecast';
import { forgetting } from './charts/forgetting';
import { bar, meter } from './charts/meter';
import { percent } from './charts/plot';
import { retention } from './charts/retention';
import { button, section, topLine, type Actions, type Place, type Screen } from './screen';

/** So many topics stand before the fold. */
const firstTopics = 6;

/** So many exams are told of, the newest first. */
const mostExams = 10;

export function showProgress(progress: Progress, place: Place, actions: Actions): Screen {
  const start = h('h1', { tabindex: -1, id: 'title' }, 'Progress');
  const begun = progress.calendar.some(({ answers }) => answers > 0);
  const chart = (id: string, title: string, words: string, drawn: Child[]) => section(id, title, h('p', { class: 'faint' }, words), ...drawn);
  const element = h(
    'div',
    { class: 'screen progress' },
    topLine(place, actions),
    h('header', {}, start, h('p', { class: 'lead' }, today(progress))),
    begun && section('calendar', 'The last 26 weeks', ...calendar(progress.calendar)),
    mastery(progress, actions),
    begun &&
      h(
        'div',
        { class: 'charts' },
        chart('retention', 'Known when asked again', `By week; the dashed line is the aim, ${percent(progress.target)}. Hollow: fewer than 10 answers.`, retention(progress)),
        chart('forecast', 'What is coming', 'Questions due on each of the next days.', forecast(progress.forecast)),
        chart('forgetting', 'If you stopped today', 'How much of what you have learned would stay.', forgetting(progress.forgetting)),
      ),
    progress.exams.length > 0 && exams(progress.exams),
    record(actions),
  );
  return { element, start };
}

function today({ today: { answers, right, due, fresh, streak }, calendar: days }: Progress): string {
  const done = answers === 0 ? (days.some((day) => day.answers > 0) ? 'Nothing answered yet today.' : 'Nothing answered yet. After the first questions, this page shows what you know.') : `${counted(answers, 'answer')} today, ${right} right.`;
  const todo = due + fresh === 0 ? 'Nothing is due.' : `${due} due and ${fresh} new are waiting.`;
  return [done, todo, streak > 1 ? `${streak} days in a row.` : ''].filter((part) => part !== '').join(' ');
}

function mastery({ mastery: topics }: Progress, actions: Actions): Child {
  if (topics.length === 0) {
    return undefined;
  }
  const ordered = [...topics].sort((one, other) => Number(other.seen > 0) - Number(one.seen > 0) || one.known - other.known);
  const row = ({ id, title, known, seen, all }: Progress['mastery'][number]) => {
    const practise = () => actions.start({ place: 'practise', topic: id });
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'quiet topic', id: `topic-${id}`, onclick: practise, title: `Practice ${title}` },
        h('span', { class: 'meter-title' }, title),
        h('span', { class: 'meter-words' }, h('strong', {}, percent(known)), ` known, ${seen} of ${all} seen`),
        bar([['good', known], ['open', 1 - known]]),
        h('span', { class: 'unseen' }, 'Practice'),
      ),
    );
  };
  const list = (some: Progress['mastery']) => h('ul', { class: 'topics' }, ...some.map(row));
  const [first, others] = [ordered.slice(0, firstTopics), ordered.slice(firstTopics)];
  const more = others.length > 0 && h('details', { class: 'group', id: 'all-topics' }, h('summary', {}, counted(others.length, 'more topic')), list(others));
  return section('mastery', 'By topic, weakest first', list(first), more);
}

function exams(taken: Progress['exams']): HTMLElement {
  const on = (at: number): string => new Date(at).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  const newest = taken.slice(-mostExams).reverse();
  return section('exams', 'Exams', h('ul', { class: 'meters' }, ...newest.map(({ at, right, count }) => h('li', {}, meter(on(at), right, count, `right, ${percent(count === 0 ? 0 : right / count)}`)))));
}

function record(actions: Actions): HTMLElement {
  return section(
    'record',
    'Your record',
    h('p', { class: 'faint' }, icon('note'), ' It stays on this machine, and goes with Settings Sync if you use that.'),
    h(
      'div',
      { class: 'actions' },
      button('export', 'Export', () => actions.tell('exportRecord', undefined)),
      button('import', 'Import', () => actions.tell('importRecord', undefined)),
      button('reset', 'Reset…', () => actions.tell('resetRecord', undefined)),
    ),
  );
}
