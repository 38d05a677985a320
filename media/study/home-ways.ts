// The other ways to study: practice by topic, an exam, and a look at the progress.

import type { Home } from '../../client/src/webviews/study/messages';
import { counted, h } from '../shared/dom';
import { icon } from '../shared/icons';
import { duration } from './dates';
import { button, type Actions } from './screen';

export function waysSection(home: Home, actions: Actions): HTMLElement {
  return h(
    'section',
    { class: 'ways', 'aria-label': 'More ways to study' },
    way('practise', 'Practice', 'one service, or the weakest first', practice(home, actions)),
    home.exams.length > 0 && way('exam', 'Exam', 'against the clock', exam(home, actions)),
    h('button', { type: 'button', class: 'quiet way', id: 'progress', onclick: () => actions.go({ at: 'progress' }) }, icon('progress'), h('span', {}, h('strong', {}, 'Progress')), icon('forward')),
  );
}

function way(name: 'practise' | 'exam', title: string, words: string, form: HTMLElement): HTMLElement {
  return h('details', { class: 'way-group', id: `way-${name}` }, h('summary', { class: 'way' }, icon(name), h('span', {}, h('strong', {}, title), ' ', h('span', { class: 'faint' }, words)), icon('forward')), form);
}

function practice({ chapters }: Home, actions: Actions): HTMLElement {
  const groups = chapters.map(({ title, notes }) => ({ title, notes: notes.filter(({ questions }) => questions > 0) })).filter(({ notes }) => notes.length > 0);
  const topic = h(
    'select',
    { id: 'topic' },
    h('option', { value: '' }, 'Weakest first'),
    ...groups.map(({ title, notes }) => h('optgroup', { label: title }, ...notes.map((note) => h('option', { value: note.id }, `${note.title} (${note.questions})`)))),
  );
  return h(
    'div',
    { class: 'way-form' },
    h('label', { for: 'topic' }, 'What to practice'),
    topic,
    button('practise', 'Practice', () => actions.start({ place: 'practise', ...(topic.value !== '' && { topic: topic.value }) }), { primary: true }),
  );
}

const factors = [1, 1.5, 2];

function exam({ exams, sessions }: Home, actions: Actions): HTMLElement {
  const profile = h('select', { id: 'profile', onchange: showTimes }, ...exams.map(({ id, title, questions }) => h('option', { value: id }, `${title}: ${counted(questions, 'question')}`)));
  const time = h('select', { id: 'time' });
  const underway = sessions.some(({ place }) => place === 'exam');
  showTimes();

  function showTimes(): void {
    const chosen = time.value === '' ? '1' : time.value;
    const minutes = exams.find(({ id }) => id === profile.value)?.minutes ?? 0;
    const timed = factors.map((factor) => h('option', { value: factor }, `${duration(Math.ceil(minutes * factor))}${factor === 1 ? '' : ` (×${factor})`}`));
    time.replaceChildren(...timed, h('option', { value: 'none' }, 'No limit'));
    time.value = chosen;
  }

  function begin(): void {
    actions.start({ place: 'exam', profile: profile.value, ...(time.value !== 'none' && { factor: Number(time.value) }) });
  }

  return h(
    'div',
    { class: 'way-form' },
    h('p', { class: 'faint' }, `From all topics, with no answers until you hand in. The clock stops while you are away.${underway ? ' The exam you left would be given up.' : ''}`),
    h('label', { for: 'profile' }, 'Length'),
    profile,
    h('label', { for: 'time' }, 'Time'),
    time,
    button('exam', 'Begin the exam', begin, { primary: true }),
  );
}
