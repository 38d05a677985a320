// How many questions become due on each of the next days.

import type { Progress } from '../../../client/src/webviews/study/messages';
import { counted, svg, type Child } from '../../shared/dom';
import { shortDay } from '../dates';
import { across, plot, upward } from './plot';
import { dataTable } from './table';

export function forecast(days: Progress['forecast']): Child[] {
  const top = niceTop(Math.max(...days.map(({ due }) => due)));
  const wide = (across(1) - across(0)) / days.length;
  const bars = days.map(({ date, due }, index) =>
    svg('rect', { class: 'due', x: across(0) + index * wide + 1, y: upward(due / top), width: wide - 2, height: upward(0) - upward(due / top) }, svg('title', {}, `${shortDay(date)}: ${due} due`)),
  );
  const all = days.reduce((sum, { due }) => sum + due, 0);
  const label = `${counted(all, 'review')} in the next ${days.length} days, ${days[0]?.due ?? 0} of them today.`;
  const middle = days[Math.floor(days.length / 2)];
  const last = days.at(-1);
  return [
    plot(label, { beside: [[0, '0'], [1, String(top)]], below: [[0, 'today'], ...(middle && last ? ([[0.5, shortDay(middle.date)], [1, shortDay(last.date)]] as const) : [])] }, ...bars),
    dataTable('data-forecast', 'Due on each day', ['Day', 'Due'], days.map(({ date, due }) => [shortDay(date), due])),
  ];
}

/** A round number that the highest bar does not exceed. */
function niceTop(most: number): number {
  return [4, 10, 20, 40, 60, 100, 200, 400, 600, 1000].find((top) => most <= top) ?? most;
}
