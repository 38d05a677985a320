// A question, and the verdict that appears on it once it is answered.

import type { Question, Verdict } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { keys } from './answers/form';
import { askQuestion } from './ask';
import { topLine, type Actions, type Place, type Screen } from './screen';
import { bringIntoView } from './scroll';
import { showVerdict } from './verdict';

export function showCard(quiz: Question | Verdict, place: Place, actions: Actions): Screen {
  let verdict: Verdict | undefined;
  const asking = askQuestion(quiz, quiz.kind === 'verdict' ? quiz : {}, actions, { changed: () => status.replaceChildren(), submit: go });
  const { form, heading } = asking;
  // There from the start: only what is put into a status that a screen reader already knows is read out.
  const status = h('div', { role: 'status', class: 'status' });
  const check = h('button', { type: 'button', class: 'primary', id: 'go', onclick: go }, 'Check');
  const hint = h('p', { class: 'faint keys' }, ...form.hint, ...(form.buttons ? [] : [...keys('Enter'), ' check']));
  const bar = h('div', { class: 'actions' }, ...(form.buttons ?? [check]), asking.doubt, hint);
  const element = h('div', { class: 'screen quiz' }, quizTop(quiz, place, actions), ...asking.parts, status, bar);

  function go(): void {
    if (verdict) {
      const { place: at, session, step } = verdict;
      actions.step(() => actions.ask('go', { place: at, session, step: step + 1, took: 0 }));
      return;
    }
    const given = form.given();
    if (given === undefined) {
      status.replaceChildren(h('p', { class: 'faint' }, form.missing()));
      form.focus();
      return;
    }
    const { place: at, session, step } = quiz;
    actions.step(() => actions.ask('answer', { place: at, session, step, given, sure: asking.sure(), took: Math.round(asking.watch.read()) }));
  }

  function reveal(known: Verdict): void {
    verdict = known;
    form.reveal(known);
    actions.keepDraft(quiz, undefined);
    const isLast = known.number >= known.count;
    check.textContent = isLast ? 'Show the result' : 'Next';
    hint.replaceChildren(...keys('Enter').filter((each) => each instanceof Node), isLast ? ' result' : ' next question');
    bar.replaceChildren(check, hint);
    element.classList.add('answered');
    const title = showVerdict(known, status, place, actions);
    title.focus({ preventScroll: true });
    bringIntoView(title, heading, bar);
  }

  if (quiz.kind === 'verdict') {
    reveal(quiz);
  }
  return {
    element,
    start: quiz.kind === 'verdict' ? (status.querySelector('h2') ?? heading) : heading,
    leave: asking.watch.stop,
    take(next) {
      const isSame = (next.kind === 'verdict' || next.kind === 'question') && next.session === quiz.session && next.step === quiz.step;
      // A verdict belongs on the card that is already there, so that nothing the reader looks at moves.
      if (isSame && next.kind === 'verdict' && !verdict) {
        reveal(next);
        return true;
      }
      return false;
    },
    key(key) {
      if (!verdict && asking.key(key)) {
        return true;
      }
      if (key === 'Enter') {
        go();
        return true;
      }
      return false;
    },
  };
}

/** What session this is, and how far on. */
function quizTop({ title, number, count }: Question | Verdict, place: Place, actions: Actions): HTMLElement {
  return h('header', { class: 'quiz-top' }, topLine(place, actions, h('span', { class: 'faint' }, title)), h('p', { class: 'faint' }, `Question ${number} of ${count}`), distance(number, count));
}

/** Drawn only; the words beside it say the same. */
export function distance(number: number, count: number): HTMLElement {
  const done = h('span', {});
  done.style.width = `${(100 * number) / Math.max(count, 1)}%`;
  return h('div', { class: 'distance', 'aria-hidden': 'true' }, done);
}
