// How much of what was due was still known, week by week, against what is aimed at.

import type { Progress } from '../../../client/src/webviews/study/messages';
import { svg, type Child } from '../../shared/dom';
import { shortDay } from '../dates';
import { across, percent, percents, plot, upward } from './plot';
import { dataTable } from './table';

/** Of fewer answers nothing can be said with confidence. */
const enough = 10;

export function retention({ retention: weeks, target }: Progress): Child[] {
  const at = (index: number): number => (weeks.length < 2 ? 0.5 : 0.03 + (0.94 * index) / (weeks.length - 1));
  const points = weeks.flatMap(({ week, asked, right }, index) => (asked > 0 ? [{ week, asked, x: across(at(index)), y: upward(right / asked), share: right / asked }] : []));
  const sure = points.filter(({ asked }) => asked >= enough);
  const line = sure.length > 1 && svg('polyline', { class: 'line', points: sure.map(({ x, y }) => `${x},${y}`).join(' ') });
  const dots = points.map(({ week, asked, x, y, share }) =>
    svg('circle', { class: asked >= enough ? 'point' : 'point few', cx: x, cy: y, r: 4 }, svg('title', {}, `Week of ${shortDay(week)}: ${percent(share)} of ${asked}`)),
  );
  const aim = svg('line', { class: 'target', x1: across(0), x2: across(1), y1: upward(target), y2: upward(target) });
  const newest = points.at(-1);
  const label = newest ? `Known when asked again, by week. Last: ${percent(newest.share)} of ${newest.asked}; the aim is ${percent(target)}.` : 'Nothing was asked again yet.';
  const first = weeks[0];
  const last = weeks.at(-1);
  return [
    plot(label, { beside: percents, below: first && last ? [[0, shortDay(first.week)], [1, shortDay(last.week)]] : [] }, aim, line, ...dots),
    dataTable('data-retention', 'Known when asked again', ['Week of', 'Asked', 'Known'], weeks.map(({ week, asked, right }) => [shortDay(week), asked, asked === 0 ? '–' : percent(right / asked)])),
  ];
}
