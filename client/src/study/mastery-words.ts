// How well a topic is known, in the words of the tree of notes.
import type { Mastery } from './statistics';

/** What stands behind a title; nothing before the first answer. */
export function briefly({ known, seen, due }: Mastery): string | undefined {
  return seen === 0 ? undefined : [percent(known), ...(due > 0 ? [`${String(due)} due`] : [])].join(' · ');
}

/** The same in a sentence, to be read out; before the first answer, how much there is. */
export function inFull({ known, seen, all, due }: Mastery): string {
  if (seen === 0) {
    return all === 0 ? 'No questions' : `${questions(all)}, none answered yet`;
  }
  return `${percent(known)} known, ${String(seen)} of ${questions(all)} seen, ${due === 0 ? 'none' : String(due)} due`;
}

function percent(share: number): string {
  return `${String(Math.round(100 * share))}\u00a0%`;
}

function questions(count: number): string {
  return `${String(count)} ${count === 1 ? 'question' : 'questions'}`;
}
