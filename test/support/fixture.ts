// Samples that carry their own expectations: `<|>` is the cursor, and under a line `//^^^ text` says what is expected at those columns.

/** A sample without the indentation that all its lines share, and without the blank lines around it. */
export function dedent(sample: string): string {
  const lines = sample.replace(/^\s*\n/, '').trimEnd().split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(margin)).join('\n') + (/\n\s*$/.test(sample) && lines.length > 1 ? '\n' : '');
}

/** A sample's text, and where its `<|>` stands. */
export function cursor(sample: string): { text: string; offset: number } {
  const marked = dedent(sample);
  const offset = marked.indexOf('<|>');
  if (offset < 0) {
    throw new Error('The sample has no <|>.');
  }
  return { text: marked.replace('<|>', ''), offset };
}

const note = /^\s*(?:\/\/|#)?\s*\^+ /;

/** A sample without its notes. */
export function withoutNotes(sample: string): string {
  return dedent(sample)
    .split('\n')
    .filter((line) => !note.test(line))
    .join('\n');
}

export interface Note {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
  readonly text: string;
}

/** The text with each note drawn under its first line; the notes of one line in the order of their columns. */
export function drawNotes(text: string, notes: readonly Note[], sign: '//' | '#' = '//'): string {
  return text
    .split('\n')
    .flatMap((line, index) => [
      line,
      ...notes
        .filter(({ start }) => start.line === index)
        .sort((one, other) => one.start.character - other.start.character)
        .map(({ start, end, text: told }) => {
          const length = Math.max(1, (end.line === index ? end.character : line.length) - start.character);
          const lead = start.character >= sign.length ? ' '.repeat(start.character - sign.length) + sign : ' '.repeat(start.character);
          return `${lead}${'^'.repeat(length)} ${told}`;
        }),
    ])
    .join('\n');
}
