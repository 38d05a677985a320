// Full-text search in the notes.
import type { StudyNote } from './library';

/** One place in a note. */
export type Hit = { readonly note: StudyNote; readonly before: string; readonly match: string; readonly after: string };

const around = 60;
const mostHits = 30;

/** The notes in which all the words are, those with a word in their title first. */
export function searchNotes(notes: readonly StudyNote[], wanted: string): Hit[] {
  const words = wanted.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const hits = notes.flatMap((note) => {
    const text = textOf(note);
    const [title, body] = [note.title.toLowerCase(), text.toLowerCase()];
    if (words.length === 0 || !words.every((word) => title.includes(word) || body.includes(word))) {
      return [];
    }
    const inTitle = words.filter((word) => title.includes(word)).length;
    const at = Math.max(0, Math.min(...words.map((word) => body.indexOf(word)).filter((index) => index >= 0)));
    const length = words.find((word) => body.startsWith(word, at))?.length ?? 0;
    return [{ rank: inTitle, hit: { note, ...cut(text, Number.isFinite(at) ? at : 0, length) } }];
  });
  return hits.sort((one, other) => other.rank - one.rank).slice(0, mostHits).map(({ hit }) => hit);
}

function cut(text: string, at: number, length: number): Omit<Hit, 'note'> {
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - around)) + 1);
  const end = at + length + around;
  return {
    before: `${start > 0 ? '…' : ''}${text.slice(start, at)}`,
    match: text.slice(at, at + length),
    after: `${text.slice(at + length, end)}${end < text.length ? '…' : ''}`,
  };
}

const texts = new WeakMap<StudyNote, string>();

/** What there is to search in: code, pictures and sources left out. Made when it is first asked for. */
function textOf(note: StudyNote): string {
  let text = texts.get(note);
  if (text === undefined) {
    text = plainText(note.html);
    texts.set(note, text);
  }
  return text;
}

function plainText(html: string): string {
  return html
    .replace(/<section class="sources">[^]*$/, '')
    .replace(/<(pre|figure)[^]*?<\/\1>/g, ' ')
    .replace(/<a class="mark"[^]*?<\/a>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')
    .trim();
}
