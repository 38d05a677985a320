// The inside of a JSON string, piece by piece.
import { Pieces } from './pieces';

const backslash = '\\';

/** Reads between the quotes. Escapes that JSON does not know stand for nothing, as the JSON parser has it. */
export function readJsonString(source: string, start: number, end: number): Pieces {
  const pieces = new Pieces();
  let from = start;
  while (from < end) {
    const found = source.indexOf(backslash, from);
    const escape = found < 0 || found >= end ? end : found;
    pieces.add(escape - from, from, escape);
    from = escape;
    if (escape < end) {
      const letter = source[escape + 1] ?? '';
      from = Math.min(end, escape + 2 + (letter === 'u' ? hexDigits(source, escape + 2) : 0));
      if (letter === 'u' ? from === escape + 6 : letter !== '' && '"\\/bfnrt'.includes(letter)) {
        pieces.add(1, escape, from);
      }
    }
  }
  return pieces;
}

/** How many of the next four characters are hexadecimal digits, without a gap. */
function hexDigits(source: string, start: number): number {
  let count = 0;
  while (count < 4 && /[\da-f]/i.test(source[start + count] ?? '')) {
    count++;
  }
  return count;
}
