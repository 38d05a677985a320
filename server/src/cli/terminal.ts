// Text on a terminal: colors, and columns as they are seen.
import { colored, plain, visible, type Paint } from '../text/paint';
import type { Host } from './command';

/** Colors on a terminal; `NO_COLOR` turns them off, `FORCE_COLOR` on, each with any value but the empty one. */
export function painter({ isTerminal, env }: Pick<Host, 'isTerminal' | 'env'>): Paint {
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '' && env['FORCE_COLOR'] !== '0';
  const isColored = !env['NO_COLOR'] && (forced || (isTerminal && env['TERM'] !== 'dumb'));
  return isColored ? colored : plain;
}

/** Two columns: what East Asian scripts and pictures take. */
const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
/** No column of its own: accents, joiners and the like. */
const none = /[\p{Mn}\p{Me}\u200B-\u200D\uFE00-\uFE0F]/u;

function width(character: string): number {
  return none.test(character) ? 0 : wide.test(character) ? 2 : 1;
}

/**
 * A line of source as it is shown, and the line under it with carets from `start` to `end`.
 * A long line is cut to about `columns`, so that the beginning of what is marked is seen.
 */
export function caretLine(line: string, start: number, end: number, columns: number): { shown: string; carets: string } {
  // A third of the room for what stands before.
  const from = line.length <= columns ? 0 : boundary(line, Math.max(0, Math.min(start - Math.floor(columns / 3), line.length - columns)));
  const to = boundary(line, Math.min(line.length, from + columns));
  let shown = from > 0 ? '…' : '';
  let carets = from > 0 ? ' ' : '';
  let at = from;
  for (const character of line.slice(from, to)) {
    const cell = character === '\t' ? '  ' : visible(character);
    const columnsOf = character === '\t' ? 2 : width(cell);
    shown += cell;
    carets += (at >= start && at < end ? '^' : at < end ? ' ' : '').repeat(columnsOf);
    at += character.length;
  }
  const isEmptyMark = !carets.includes('^');
  return { shown: `${shown}${to < line.length ? '…' : ''}`.trimEnd(), carets: isEmptyMark ? `${carets.slice(0, Math.max(carets.length, 0))}^` : carets };
}

/** The index, or the one before if it would split a character in two. */
function boundary(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff ? index - 1 : index;
}
