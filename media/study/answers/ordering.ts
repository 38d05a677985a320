// Steps to put in order: each moves by its buttons, or with Alt and an arrow.

import type { Verdict } from '../../../client/src/webviews/study/messages';
import { h, prose } from '../../shared/dom';
import { icon } from '../../shared/icons';
import { keys, mark, type AnswerForm, type Around } from './form';

export function orderingForm({ shown, begun, changed, say }: Around<'ordering'>): AnswerForm {
  const texts = new Map(shown.steps.map(({ id, text }) => [id, text]));
  const kept = begun?.given.filter((id) => texts.has(id)) ?? [];
  let order = kept.length === texts.size ? [...kept] : [...texts.keys()];
  const rows = new Map(order.map((id) => [id, row(id)]));
  const list = h('ol', { class: 'ordering' });
  const element = h('div', {}, h('p', { class: 'faint', id: 'how' }, 'The first step belongs at the top.'), list);
  arrange();

  function row(id: number): { element: HTMLElement; number: HTMLElement; up: HTMLButtonElement; down: HTMLButtonElement } {
    const text = texts.get(id) ?? '';
    const move = (by: -1 | 1) =>
      h(
        'button',
        { type: 'button', class: 'quiet', id: `${by < 0 ? 'up' : 'down'}-${id}`, 'aria-label': `Move ${by < 0 ? 'up' : 'down'}: ${text}`, 'aria-describedby': 'how', onclick: () => shift(id, by) },
        icon(by < 0 ? 'up' : 'down'),
      );
    const [up, down, number] = [move(-1), move(1), h('span', { class: 'number', 'aria-hidden': 'true' })];
    const onkeydown = (event: Event): void => {
      const by = event instanceof KeyboardEvent && !event.ctrlKey && !event.metaKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
      if (by === undefined) {
        return;
      }
      event.preventDefault();
      if ((event as KeyboardEvent).altKey) {
        shift(id, by);
      } else {
        rows.get(order[order.indexOf(id) + by] ?? id)?.element.focus();
      }
    };
    return { element: h('li', { class: 'step', tabindex: 0, id: `step-${id}`, onkeydown }, number, h('span', { class: 'text' }, ...prose(text)), h('span', { class: 'moves' }, up, down)), number, up, down };
  }

  /** Moves the others around the one that has the focus, which would lose it otherwise. */
  function shift(id: number, by: -1 | 1): void {
    const [from, to] = [order.indexOf(id), order.indexOf(id) + by];
    const other = order[to];
    if (other === undefined) {
      say(by < 0 ? 'It is the first already.' : 'It is the last already.');
      return;
    }
    order[to] = id;
    order[from] = other;
    const [mine, its] = [rows.get(id)?.element, rows.get(other)?.element];
    if (mine && its) {
      mine[by < 0 ? 'after' : 'before'](its);
    }
    number();
    say(`${texts.get(id) ?? ''}: ${to + 1} of ${order.length}`);
    changed();
  }

  function arrange(): void {
    list.replaceChildren(...order.flatMap((id) => rows.get(id)?.element ?? []));
    number();
  }

  function number(): void {
    for (const [index, id] of order.entries()) {
      const shownRow = rows.get(id);
      if (shownRow) {
        shownRow.number.textContent = String(index + 1);
        // Not disabled, which would take the focus away at the end of the way.
        shownRow.up.setAttribute('aria-disabled', String(index === 0));
        shownRow.down.setAttribute('aria-disabled', String(index === order.length - 1));
      }
    }
  }

  return {
    element,
    given: () => [...order],
    begun: () => ({ given: [...order] }),
    missing: () => 'Put the steps in order first.',
    focus: () => rows.get(order[0] ?? -1)?.element.focus(),
    hint: [...keys('1'), '–', ...keys(String(order.length)), ' pick, ', ...keys('Alt+↑', 'Alt+↓'), ' move, '],
    key(key) {
      const picked = /^[1-9]$/.test(key) ? rows.get(order[Number(key) - 1] ?? -1) : undefined;
      picked?.element.focus();
      return picked !== undefined;
    },
    reveal(verdict) {
      order = [...verdict.given];
      element.replaceChildren(compared(verdict, texts));
    },
  };
}

function compared({ given, correct, right }: Verdict, texts: ReadonlyMap<number, string>): HTMLElement {
  const line = (id: number, index: number, marked: boolean) => {
    const isRight = correct[index] === id;
    const word = marked && mark(isRight, isRight ? 'Right' : `Belongs at ${correct.indexOf(id) + 1}`);
    return h('li', { class: marked ? (isRight ? 'correct' : 'mistaken') : '' }, h('span', { class: 'number', 'aria-hidden': 'true' }, String(index + 1)), h('span', { class: 'text' }, ...prose(texts.get(id) ?? '')), word);
  };
  const orderOf = (title: string, ids: readonly number[], marked: boolean) => h('div', {}, h('h2', {}, title), h('ol', {}, ...ids.map((id, index) => line(id, index, marked))));
  return h('div', { class: 'compared' }, orderOf('Your order', given, true), !right && orderOf('Right order', correct, false));
}
