// A question as it is asked, in practice and in an exam alike: what it says, the state machine to read, the form to answer with,
// and whether the reader is sure.

import type { Given, Question, Verdict } from '../../client/src/webviews/study/messages';
import { h, prose } from '../shared/dom';
import { icon } from '../shared/icons';
import { stopwatch, type Stopwatch } from '../shared/stopwatch';
import { answerForm } from './answers';
import type { AnswerForm, Draft } from './answers/form';
import { showMachine } from './machine';
import type { Actions } from './screen';

export type Asking = {
  heading: HTMLElement;
  /** From the question down to the form. */
  parts: (Node | undefined)[];
  form: AnswerForm;
  /** The button "Not sure". */
  doubt: HTMLButtonElement;
  sure(): boolean;
  watch: Stopwatch;
  key(key: string): boolean;
};

type Before = { given?: Given | undefined; sure?: boolean | undefined };

/** `changed` and `submit`: what else happens when the answer changes, and when the reader is done with it. */
export function askQuestion(quiz: Question | Verdict, before: Before, actions: Actions, { changed, submit }: { changed(): void; submit(): void }): Asking {
  const draft = actions.draftOf(quiz);
  let sure = draft?.sure ?? before.sure ?? true;
  const watch = stopwatch(draft?.took);
  const begun: Pick<Draft, 'given' | 'text' | 'turned'> | undefined = draft ?? (before.given && { given: before.given });
  const form = answerForm(quiz.shown, { begun, changed: note, submit, say: actions.say });
  const heading = h('h1', { tabindex: -1, id: 'question' }, ...prose(quiz.ask));
  const doubt = h(
    'button',
    { type: 'button', class: 'toggle', id: 'unsure', 'aria-pressed': String(!sure), title: 'An answer that was a guess is asked again sooner', onclick: waver },
    icon('unsure'),
    'Not sure',
    h('kbd', { 'aria-hidden': 'true' }, 'N'),
  );

  function note(): void {
    actions.keepDraft(quiz, { ...form.begun(), sure, took: watch.read() });
    changed();
  }

  function waver(): void {
    sure = !sure;
    doubt.setAttribute('aria-pressed', String(!sure));
    actions.say(sure ? 'Sure' : 'Not sure');
    note();
  }

  return {
    heading,
    parts: [heading, quiz.asl === undefined ? undefined : showMachine(quiz.asl, actions), form.element],
    form,
    doubt,
    sure: () => sure,
    watch,
    key(key) {
      if (key === 'n' || key === 'N') {
        waver();
        return true;
      }
      return form.key?.(key) ?? false;
    },
  };
}
