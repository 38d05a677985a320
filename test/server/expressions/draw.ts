// An expression with what is said about it drawn underneath.
import { drawNotes } from '../../support/fixture';
import type { Span } from '../../../server/src/text/span';

/** The text, and under it each note with its span marked. Only texts of one line are marked to the column. */
export function draw(text: string, notes: readonly { readonly span: Span; readonly message: string }[]): string {
  const place = (offset: number): { line: number; character: number } => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
  };
  // A space in front leaves room for the sign under the first column.
  return drawNotes(text, notes.map(({ span, message }) => ({ start: place(span.start), end: place(span.end), text: message })), '//').replace(/\/\/(?=\^)/g, '  ');
}
