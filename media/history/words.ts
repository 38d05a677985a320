// How times and numbers of a run are said.
import type { Items, VisitRow } from '../../client/src/webviews/history/messages';
import { counted } from '../shared/dom';

/** `12:00:01.250`, in the reader's own zone. */
export function clock(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

export function day(time: number): string {
  return new Date(time).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `1 h 30 min`, `2.5 s`, `12 ms`. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) {
    return `${String(Math.round(milliseconds))} ms`;
  }
  const seconds = milliseconds / 1000;
  if (seconds < 60) {
    return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
  }
  const units: readonly (readonly [number, string])[] = [[86_400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  const words: string[] = [];
  let rest = Math.round(seconds);
  for (const [size, unit] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 && words.length < 2) {
      words.push(`${String(count)} ${unit}`);
    }
  }
  return words.join(' ');
}

/** `98 of 100 items, 2 failed`. */
export function itemsInWords({ total, succeeded, failed, running }: Items): string {
  return [`${String(succeeded)} of ${counted(total, 'item')}`, failed > 0 && `${String(failed)} failed`, running > 0 && `${String(running)} running`].filter((part) => typeof part === 'string').join(', ');
}

/** Where a visit was, for a narrow column: `#3 Score` of `Score #3`, as the number alone is another one in each row; the innermost first. */
export function placeInWords(where: string): string {
  return where.split(' › ').reverse().map((part) => part.replace(/^(.*) (#\d+)$/, '$2 $1')).join(', ');
}

/** What a row says beside the status. Retries first: a state that succeeded has no error to tell of but theirs. */
export function notesOf({ retries, items, error }: VisitRow): string {
  return [retries > 0 && counted(retries, 'retry', 'retries'), error, items && itemsInWords(items)].filter((part) => typeof part === 'string').join(' · ');
}
