// A number to type.

import { h } from '../../shared/dom';
import { mark, type AnswerForm, type Around } from './form';
import { inDigits, numberIn } from './number';

export function numericForm({ shown: { unit }, begun, changed }: Around<'numeric'>): AnswerForm {
  const text = begun?.text ?? (begun?.given[0] === undefined ? '' : inDigits(begun.given[0]));
  const readAs = h('p', { class: 'faint read-as', id: 'read-as' });
  const input = h('input', { type: 'text', id: 'number', inputmode: 'decimal', autocomplete: 'off', spellcheck: 'false', value: text, 'aria-describedby': 'read-as', oninput: typed });
  const element = h(
    'div',
    { class: 'numeric' },
    h('label', { for: 'number' }, unit === undefined ? 'Your answer' : `Your answer, in ${unit}`),
    h('div', { class: 'field' }, input, unit !== undefined && h('span', { 'aria-hidden': 'true' }, unit)),
    readAs,
  );
  const given = (): number | undefined => numberIn(input.value, unit);
  const words = (number: number): string => `${inDigits(number)}${unit === undefined ? '' : ` ${unit}`}`;
  tell();

  function typed(): void {
    tell();
    changed();
  }

  /** What a comma was taken for is better said than guessed. */
  function tell(): void {
    const number = given();
    const isPlain = number === undefined || /^-?\d+$/.test(input.value.trim());
    readAs.textContent = isPlain ? (number === undefined && input.value.trim() !== '' ? 'This is not a number yet.' : '') : `Read as ${words(number)}`;
  }

  return {
    element,
    given: () => {
      const number = given();
      return number === undefined ? undefined : [number];
    },
    begun: () => ({ given: [], text: input.value }),
    missing: () => 'Type a number first.',
    focus: () => input.focus(),
    hint: [],
    key(key) {
      // Whoever begins to type means the field.
      if (!/^[\d.,-]$/.test(key) || input.disabled) {
        return false;
      }
      input.focus();
      input.setRangeText(key, input.value.length, input.value.length, 'end');
      typed();
      return true;
    },
    reveal(verdict) {
      const [mine, its] = [verdict.given[0] ?? NaN, verdict.correct[0] ?? NaN];
      input.disabled = true;
      element.replaceChildren(
        h('p', { class: verdict.right ? 'correct' : 'mistaken' }, mark(verdict.right, verdict.right ? 'Right: ' : 'Your answer: '), words(mine)),
        ...(mine === its ? [] : [h('p', { class: 'correct' }, mark(true, verdict.right ? 'Exactly: ' : 'Right answer: '), words(its))]),
      );
    },
  };
}
