// One option, or several.

import type { Verdict } from '../../../client/src/webviews/study/messages';
import { h, prose, type Child } from '../../shared/dom';
import { keys, mark, type AnswerForm, type Around } from './form';

export function choiceForm({ shown, begun, changed }: Around<'single' | 'multiple'>): AnswerForm {
  const many = shown.kind === 'multiple';
  const options = shown.options.map(({ id, text }, index) => {
    const input = h('input', { type: many ? 'checkbox' : 'radio', name: 'option', id: `option-${id}`, checked: begun?.given.includes(id), onchange: changed });
    const number = h('kbd', { 'aria-hidden': 'true' }, String(index + 1));
    const row = h('div', { class: 'option' }, h('label', { for: `option-${id}` }, input, h('span', { class: 'text' }, ...prose(text)), number));
    return { id, input, row };
  });
  const chosen = (): number[] => options.filter(({ input }) => input.checked).map(({ id }) => id);
  return {
    element: h('fieldset', { class: 'choice' }, h('legend', { class: 'unseen' }, many ? 'Answers, more than one may be right' : 'Answers'), ...options.map(({ row }) => row)),
    given: () => (chosen().length > 0 ? chosen() : undefined),
    begun: () => ({ given: chosen() }),
    missing: () => 'Choose an answer first.',
    focus: () => options[0]?.input.focus(),
    hint: [...keys('1'), '–', ...keys(String(options.length)), many ? ' tick, ' : ' choose, '],
    key(key) {
      const option = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
      option?.input.click();
      option?.input.focus();
      return option !== undefined;
    },
    reveal(verdict) {
      for (const { id, input, row } of options) {
        const [isRight, wasChosen] = [verdict.correct.includes(id), verdict.given.includes(id)];
        input.checked = wasChosen;
        input.disabled = true;
        row.classList.add(isRight ? 'correct' : wasChosen ? 'mistaken' : 'other');
        row.append(h('div', { class: 'why' }, said(isRight, wasChosen, many), ...prose(whyOf(verdict, id))));
      }
    },
  };
}

function whyOf({ whys }: Verdict, id: number): string {
  return whys[id] ?? '';
}

/** What stands before an option's reason. */
function said(isRight: boolean, wasChosen: boolean, many: boolean): Child {
  if (isRight) {
    return wasChosen ? mark(true, 'Right, your answer') : mark(true, many ? 'Right, and left out' : 'Right answer');
  }
  return wasChosen ? mark(false, many ? 'Not right, your answer' : 'Your answer') : h('strong', { class: 'unseen' }, 'Not this:');
}
