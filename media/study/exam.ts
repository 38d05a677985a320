// An exam under way: questions in any order, no verdict, a clock that can be hidden, and handing in.

import type { ExamState, Question, Quiz } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { icon } from '../shared/icons';
import { keys } from './answers/form';
import { askQuestion } from './ask';
import { countdown } from './countdown';
import { handInDialog } from './hand-in';
import { questionList } from './question-list';
import { topLine, type Actions, type Place, type Screen } from './screen';

type ExamQuestion = Question & { exam: ExamState };

/** Time that was spent is told this often, in milliseconds, so that little of it is lost with the page. */
const tellTime = 20_000;

export function showExam(quiz: ExamQuestion, place: Place, actions: Actions): Screen {
  const { place: at, session, step, number, count } = quiz;
  let { exam } = quiz;
  let told = 0;
  let isUnsaved = actions.draftOf(quiz) !== undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  const isLast = number === count;

  const asking = askQuestion(quiz, exam, actions, { changed, submit: () => undefined });
  const { form, heading, watch } = asking;
  const clock = exam.left === undefined ? undefined : countdown(exam.left, watch, actions, () => actions.step(handIn));
  const list = questionList(exam, step, go);
  const flag = h('button', { type: 'button', class: 'toggle small', id: 'flag', title: 'To come back to it', onclick: turnFlag }, icon('flag'), 'Flag', h('kbd', { 'aria-hidden': 'true' }, 'F'));
  const status = h('div', { role: 'status', class: 'status' });
  const previous = h('button', { type: 'button', id: 'previous', 'aria-label': 'Previous', title: 'Previous', class: 'icon-only', onclick: () => go(step - 1), disabled: step === 0 }, icon('back'));
  const next = h('button', { type: 'button', class: 'primary', id: 'go', onclick: forward }, isLast ? 'Hand in' : 'Next');
  const dialog = handInDialog(handInNow, go, forget);
  const hint = h('p', { class: 'faint keys' }, ...form.hint, form.buttons && ', ', ...keys('Enter'), isLast ? ' hand in, ' : ' next, ', ...(step > 0 ? [...keys('P'), ' previous, '] : []), ...keys('F'), ' flag, ', ...keys('N'), ' not sure');
  const element = h(
    'div',
    { class: 'screen quiz exam' },
    h(
      'header',
      { class: 'quiz-top' },
      topLine(place, actions, h('span', { class: 'faint' }, quiz.title), clock?.element),
      h('div', { class: 'exam-line' }, h('p', { class: 'faint' }, `Question ${number} of ${count}`), flag, !isLast && h('button', { type: 'button', class: 'quiet link', id: 'hand-in', onclick: ask }, 'Hand in')),
      list.element,
    ),
    ...asking.parts,
    status,
    h('div', { class: 'actions' }, ...(form.buttons ?? []), previous, next, asking.doubt, hint),
    dialog.element,
  );
  // A page that is hidden may be gone the next moment.
  const hidden = () => document.hidden && void tellTimeNow();
  document.addEventListener('visibilitychange', hidden);
  const telling = setInterval(() => void tellTimeNow(), tellTime);
  showFlag();

  /** Time to tell; what is left is counted from this moment on. */
  function lap(): number {
    told = watch.read();
    return Math.round(watch.lap());
  }

  function changed(): void {
    isUnsaved = true;
    status.replaceChildren();
    clearTimeout(saving);
    saving = setTimeout(() => void save(), 300);
  }

  /** Keeps the answer as it stands, if it is one. */
  async function save(): Promise<Quiz | undefined> {
    clearTimeout(saving);
    const given = form.given();
    if (!isUnsaved || given === undefined) {
      return undefined;
    }
    isUnsaved = false;
    // It may have changed again while this one was on its way.
    const isOutdated = (): boolean => isUnsaved;
    try {
      const saved = await actions.ask('answer', { place: at, session, step, given, sure: asking.sure(), took: lap() });
      if (!isOutdated()) {
        actions.keepDraft(quiz, undefined);
      }
      take(saved);
      return saved;
    } catch {
      // The draft is kept; moving on tries again, and says so if that fails as well.
      isUnsaved = true;
      return undefined;
    }
  }

  async function tellTimeNow(): Promise<void> {
    await save();
    try {
      take(await actions.ask('go', { place: at, session, step, took: lap() }));
    } catch {
      // Only time would be lost, and the next answer tells it too.
    }
  }

  function go(to: number): void {
    if (to >= 0 && to < count) {
      actions.step(async () => {
        await save();
        return actions.ask('go', { place: at, session, step: to, took: lap() });
      });
    }
  }

  function forward(): void {
    if (isLast) {
      ask();
    } else {
      go(step + 1);
    }
  }

  function ask(): void {
    void save().then(() => dialog.ask(exam));
  }

  function forget(): void {
    heading.focus({ preventScroll: true });
  }

  async function handIn(): Promise<Quiz> {
    await save();
    return actions.ask('handIn', { place: at, session, took: lap() });
  }

  function handInNow(): void {
    actions.step(handIn);
  }

  function turnFlag(): void {
    void actions.ask('flag', { place: at, session, step }).then(take);
  }

  function showFlag(): void {
    const isFlagged = exam.flagged.includes(step);
    flag.setAttribute('aria-pressed', String(isFlagged));
  }

  function take(next: Quiz): boolean {
    if (next.kind !== 'question' || !next.exam || next.session !== session || next.step !== step) {
      return false;
    }
    exam = next.exam;
    list.update(exam);
    showFlag();
    if (exam.left !== undefined) {
      clock?.set(exam.left, told);
    }
    return true;
  }

  return {
    element,
    start: heading,
    take,
    leave() {
      clearTimeout(saving);
      clearInterval(telling);
      document.removeEventListener('visibilitychange', hidden);
      clock?.stop();
      watch.stop();
    },
    key(key) {
      switch (key) {
        case 'f':
        case 'F':
          turnFlag();
          return true;
        case 'p':
        case 'P':
          go(step - 1);
          return true;
      }
      if (asking.key(key)) {
        return true;
      }
      if (key === 'Enter') {
        forward();
        return true;
      }
      return false;
    },
  };
}
