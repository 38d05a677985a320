// All questions of an exam at a glance: answered, blank, flagged; each a way to it.

import type { ExamState } from '../../client/src/webviews/study/messages';
import { h } from '../shared/dom';
import { icon } from '../shared/icons';

export type QuestionList = { element: HTMLElement; update(exam: ExamState): void };

export function questionList(exam: ExamState, step: number, go: (step: number) => void): QuestionList {
  const words = h('span', {});
  const buttons = exam.answered.map((_, index) => h('button', { type: 'button', id: `question-${index}`, 'aria-current': index === step && 'step', onclick: () => go(index) }));
  const list = h('ol', { class: 'question-list' }, ...buttons.map((button) => h('li', {}, button)));
  update(exam);

  function update({ answered, flagged }: ExamState): void {
    const done = answered.filter(Boolean).length;
    words.textContent = `${done} of ${answered.length} answered${flagged.length > 0 ? `, ${flagged.length} flagged` : ''}`;
    for (const [index, button] of buttons.entries()) {
      const [isAnswered, isFlagged] = [answered[index] === true, flagged.includes(index)];
      button.className = isAnswered ? 'answered' : 'blank';
      button.setAttribute('aria-label', `Question ${index + 1}, ${isAnswered ? 'answered' : 'blank'}${isFlagged ? ', flagged' : ''}`);
      const flag = isFlagged ? [icon('flag')] : [];
      button.replaceChildren(String(index + 1), ...flag);
    }
  }

  return { element: h('details', { class: 'group', id: 'questions' }, h('summary', {}, words), list), update };
}
