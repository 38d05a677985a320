// A change that puts in values to begin with, as one in which the cursor goes from value to value.
import { escapeSnippet } from '../../text/snippet';

/** Where a value stands that somebody has to fill in: behind a colon or a dash, in brackets or behind a comma. */
const emptyValue = /((?::|^[ \t]*-|\[|,)[ \t]*)("(?:[^"\\]|\\.)*"|'[^']*'|-?\d+(?:\.\d+)?|true|false|\[\]|\{\})(?=[ \t]*(?:[,\]}\n]|$))/gm;

/**
 * Texts as snippets. The stops are counted through all of them: editors take those of the same number for one.
 */
export function withTabStops(texts: readonly string[]): string[] {
  let stop = 0;
  return texts.map((text) => snippetOf(text, () => (stop += 1)));
}

function snippetOf(newText: string, nextStop: () => number): string {
  let snippet = '';
  let from = 0;
  for (const found of newText.matchAll(emptyValue)) {
    const [, lead = '', value = ''] = found;
    const start = found.index + lead.length;
    const [open, inside, close] = /^["'[{]/.test(value) ? [value.slice(0, 1), value.slice(1, -1), value.slice(-1)] : ['', value, ''];
    const stop = nextStop();
    const placeholder = inside === '' ? `$${String(stop)}` : `\${${String(stop)}:${escapeSnippet(inside)}}`;
    snippet += escapeSnippet(newText.slice(from, start) + open) + placeholder + escapeSnippet(close);
    from = start + value.length;
  }
  return snippet + escapeSnippet(newText.slice(from));
}
