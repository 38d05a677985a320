// What became of a state in a run, in a word, a picture and a name for style sheets; the pages on histories and graphs show it alike.
import type { RunStatus } from '../../client/src/webviews/history/messages';
import { svg } from './dom';

export const statuses: readonly RunStatus[] = ['succeeded', 'caught', 'failed', 'timedOut', 'aborted', 'running'];

const words: Record<RunStatus, string> = { running: 'Running', succeeded: 'Succeeded', caught: 'Error caught', failed: 'Failed', timedOut: 'Timed out', aborted: 'Aborted' };

/** On a grid of 16, each of its own shape. */
const paths: Record<RunStatus, string> = {
  running: 'M4.5 2.5 13 8l-8.5 5.500Z',
  succeeded: 'M2.8 8.600 6.400 12.200 13.400 4.200',
  caught: 'M2 5h7a3.500 3.500 0 0 1 0 7H4.500M7.500 8.800 4.200 12l3.300 3.200',
  failed: 'M3.500 3.500l9 9m0-9-9 9',
  timedOut: 'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM8 4.400V8l2.400 1.800',
  aborted: 'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM3.400 3.400l9.200 9.200',
};

export function statusWord(status: RunStatus): string {
  return words[status];
}

export function statusPath(status: RunStatus): string {
  return paths[status];
}

/** The picture alone; the word stands beside it, or is read out. */
export function statusIcon(status: RunStatus): SVGElement {
  return svg('svg', { class: `icon ran ${status.toLowerCase()}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: paths[status], 'fill': 'none', 'stroke': 'currentColor', 'stroke-width': 1.8, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
}
