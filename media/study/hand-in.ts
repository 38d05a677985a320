// Asked before an exam ends: there is no way back from it.

import type { ExamState } from '../../client/src/webviews/study/messages';
import { counted, h } from '../shared/dom';
import { button } from './screen';

export type HandInDialog = { element: HTMLDialogElement; ask(exam: ExamState): void };

export function handInDialog(handIn: () => void, go: (step: number) => void, closed: () => void): HandInDialog {
  const element = h('dialog', { class: 'dialog', 'aria-labelledby': 'hand-in-title', onclose: closed });

  function ask({ answered, flagged }: ExamState): void {
    const blanks = answered.filter((each) => !each).length;
    const first = blanks > 0 ? answered.indexOf(false) : (flagged[0] ?? -1);
    const leave = (then: () => void) => () => {
      element.close();
      then();
    };
    const words = [blanks > 0 ? `${counted(blanks, 'question is', 'questions are')} blank, and a blank counts as wrong.` : 'Every question has an answer.', flagged.length > 0 ? `${flagged.length} flagged.` : ''];
    element.replaceChildren(
      h('h2', { id: 'hand-in-title' }, 'Hand in the exam?'),
      h('p', {}, words.filter((each) => each !== '').join(' ')),
      h(
        'div',
        { class: 'actions' },
        button('hand-in-now', 'Hand in', leave(handIn), { primary: true }),
        first >= 0 && button('to-first', blanks > 0 ? 'To the first blank' : 'To the first flagged', leave(() => go(first))),
        button('stay', 'Go on', leave(closed)),
      ),
    );
    element.showModal();
    // Enter asked this, and held a moment too long it would answer, too.
    if (blanks > 0) {
      element.querySelector<HTMLElement>('#to-first')?.focus();
    }
  }

  return { element, ask };
}
