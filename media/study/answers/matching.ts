// What belongs together: beside each thing, a list to choose from.

import { h, prose } from '../../shared/dom';
import { keys, mark, type AnswerForm, type Around } from './form';

const open = -1;

export function matchingForm({ shown, begun, changed }: Around<'matching'>): AnswerForm {
  const rights = new Map(shown.rights.map(({ id, text }) => [id, text]));
  const rows = shown.lefts.map(({ id, text }) => {
    const chosen = begun?.given[id] ?? open;
    const choices = shown.rights.map((right) => h('option', { value: right.id, selected: right.id === chosen }, plain(right.text)));
    const select = h('select', { id: `match-${id}`, onchange: changed }, h('option', { value: open }, 'Choose…'), ...choices);
    const row = h('div', { class: 'pair' }, h('label', { for: `match-${id}` }, ...prose(text)), select);
    return { id, select, row };
  });
  const begunNow = (): number[] => {
    const given: number[] = [];
    for (const { id, select } of rows) {
      given[id] = Number(select.value);
    }
    return given;
  };
  const firstOpen = () => rows.find(({ select }) => Number(select.value) === open);
  return {
    element: h('fieldset', { class: 'matching' }, h('legend', { class: 'unseen' }, 'What belongs together'), ...rows.map(({ row }) => row)),
    given: () => (firstOpen() ? undefined : begunNow()),
    begun: () => ({ given: begunNow() }),
    missing: () => 'Choose one for each first.',
    focus: () => (firstOpen() ?? rows[0])?.select.focus(),
    hint: [...keys('1'), '–', ...keys(String(rows.length)), ' pick a line, ', ...keys('↑', '↓'), ' choose, '],
    key(key) {
      const picked = /^[1-9]$/.test(key) ? rows[Number(key) - 1] : undefined;
      picked?.select.focus();
      return picked !== undefined;
    },
    reveal({ given, correct }) {
      for (const { id, select, row } of rows) {
        const [mine, its] = [rights.get(given[id] ?? open) ?? '', rights.get(correct[id] ?? open) ?? ''];
        // Two that say the same are the same.
        const isRight = mine === its;
        row.classList.add('told', isRight ? 'correct' : 'mistaken');
        const heading = h('strong', {}, ...(row.querySelector('label')?.childNodes ?? []));
        row.replaceChildren(
          heading,
          h('p', {}, mark(isRight, isRight ? 'Right: ' : 'Your answer: '), ...prose(mine)),
          ...(isRight ? [] : [h('p', {}, mark(true, 'Right answer: '), ...prose(its))]),
        );
        select.disabled = true;
      }
    },
  };
}

/** A list shows no code. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
