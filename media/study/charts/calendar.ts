// The answers of each day, week by week. A square grows with the answers, so that no color has to be told from another.

import type { Progress } from '../../../client/src/webviews/study/messages';
import { counted, h, type Child } from '../../shared/dom';
import { shortDay } from '../dates';
import { percent } from './plot';
import { dataTable } from './table';

type Day = Progress['calendar'][number];

export function calendar(days: readonly Day[]): Child[] {
  const most = Math.max(1, ...days.map(({ answers }) => answers));
  const offset = weekday(days[0]?.date ?? '1970-01-05');
  const weeks = Math.ceil((days.length + offset) / 7);
  const grid = h('div', { class: 'calendar', role: 'group', 'aria-label': 'Answers on each day' }, ...months(days, offset), ...days.map((day, index) => cell(day, index + offset, most)));
  grid.style.gridTemplateColumns = `repeat(${weeks}, minmax(0, 1fr))`;
  const active = days.filter(({ answers }) => answers > 0).reverse();
  const rows = active.map(({ date, answers, right }) => [shortDay(date), answers, right] as const);
  return [grid, active.length > 0 && dataTable('data-calendar', 'Answers on each day', ['Day', 'Answers', 'Right'], rows)];
}

function cell(day: Day, place: number, most: number): HTMLElement {
  const level = day.answers === 0 ? 0 : Math.ceil((4 * day.answers) / most);
  const label = inWords(day);
  const element = h('span', { class: `day level-${level}`, role: 'img', 'aria-label': label, title: label }, h('span', {}));
  element.style.gridColumn = String(Math.floor(place / 7) + 1);
  element.style.gridRow = String((place % 7) + 2);
  return element;
}

function inWords({ date, answers, right }: Day): string {
  return answers === 0 ? `${shortDay(date)}: no answers` : `${shortDay(date)}: ${counted(answers, 'answer')}, ${percent(right / answers)} right`;
}

/** The name of a month above the week in which it begins. */
function months(days: readonly Day[], offset: number): HTMLElement[] {
  return days.flatMap(({ date }, index) => {
    const column = Math.floor((index + offset) / 7) + 1;
    if (!date.endsWith('-01') || index + 14 > days.length) {
      return [];
    }
    const name = h('span', { class: 'month', 'aria-hidden': 'true' }, shortDay(date).split(' ')[1]);
    name.style.gridColumn = `${column} / span 3`;
    return [name];
  });
}

/** From Monday, 0, to Sunday, 6. */
function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}
