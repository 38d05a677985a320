// How much would still be known on each of the next days if nothing was asked any more.

import { svg, type Child } from '../../shared/dom';
import { across, percent, percents, plot, upward } from './plot';
import { dataTable } from './table';

export function forgetting(days: readonly number[]): Child[] {
  const last = days.length - 1;
  const points = days.map((share, index) => `${across(index / Math.max(1, last))},${upward(share)}`);
  const label = `Known today: ${percent(days[0] ?? 0)}. In ${last} days without a review: ${percent(days[last] ?? 0)}.`;
  return [
    plot(
      label,
      { beside: percents, below: [[0, 'today'], [0.5, `${Math.round(last / 2)} days`], [1, `${last} days`]] },
      svg('polygon', { class: 'area', points: [`${across(0)},${upward(0)}`, ...points, `${across(1)},${upward(0)}`].join(' ') }),
      svg('polyline', { class: 'line', points: points.join(' ') }),
    ),
    dataTable('data-forgetting', 'Known without a review', ['In days', 'Known'], days.map((share, index) => [index, percent(share)])),
  ];
}
