// The notes and decks that there are: those that come with the extension, and the reader's own decks. The build turned the first into JSON
// (see scripts/build/study.mjs); they are read when somebody first looks at them, never at activation.
import type { Deck } from './deck';
import { inWords, readDeck } from './read-deck';

/** What the build makes of a note's file. */
export type StudyNote = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly date: string;
  readonly chapter: string;
  readonly order: number;
  /** The services of Step Functions ARNs that it is about. */
  readonly services: readonly string[];
  readonly html: string;
};

export type Library = {
  /** In the order of the chapters. */
  readonly notes: readonly StudyNote[];
  /** Those that come with the extension first. */
  readonly decks: readonly Deck[];
  /** The ids of the reader's own decks. */
  readonly own: ReadonlySet<string>;
  /** The reader's own decks that can't be used. */
  readonly broken: readonly { readonly file: string; readonly problems: number }[];
};

/** The chapters of the course by their ids, in its order. */
export const chapterTitles: ReadonlyMap<string, string> = new Map([
  ['overview', 'The whole picture'],
  ['data-stores', 'Data stores'],
  ['streaming', 'Streaming'],
  ['orchestration', 'Pipelines and orchestration'],
  ['etl', 'ETL'],
  ['migration', 'Migration'],
  ['analytics', 'Analytics'],
  ['security', 'Security and networks'],
  ['ml', 'Machine learning'],
  ['comparisons', 'One or the other'],
]);

/** The reader's own decks as they stand now. */
export type OwnDecks = Pick<Library, 'broken'> & { readonly decks: readonly Deck[] };

/**
 * Returns a function that gives the library; what comes with the extension is loaded once.
 *
 * @param readJson gets `notes.json` and `decks.json`
 */
export function openLibrary(readJson: (file: string) => Promise<unknown>, ownDecks: () => Promise<OwnDecks> = noDecks): () => Promise<Library> {
  let loading: Promise<Pick<Library, 'notes' | 'decks'>> | undefined;
  return async () => {
    loading ??= load(readJson).catch((error: unknown) => {
      // The next look tries again: a web host may just have lost its connection.
      loading = undefined;
      throw error;
    });
    const [bundled, own] = await Promise.all([loading, ownDecks()]);
    const taken = new Set(bundled.decks.map(({ deck }) => deck));
    const mine = own.decks.filter(({ deck }) => !taken.has(deck));
    return { notes: bundled.notes, decks: [...bundled.decks, ...mine], own: new Set(mine.map(({ deck }) => deck)), broken: own.broken };
  };
}

/** How many questions lead to a note. */
export function questionsOn({ decks }: Pick<Library, 'decks'>, note: string): number {
  return decks.reduce((sum, { items }) => sum + items.filter((item) => item.note === note).length, 0);
}

function noDecks(): Promise<OwnDecks> {
  return Promise.resolve({ decks: [], broken: [] });
}

async function load(readJson: (file: string) => Promise<unknown>): Promise<Pick<Library, 'notes' | 'decks'>> {
  const [notes, decks] = await Promise.all([readJson('notes.json'), readJson('decks.json')]);
  const chapters = [...chapterTitles.keys()];
  const inOrder = [...(notes as readonly StudyNote[])].sort((one, other) => chapters.indexOf(one.chapter) - chapters.indexOf(other.chapter) || one.order - other.order);
  return { notes: inOrder, decks: (decks as readonly unknown[]).map(bundledDeck) };
}

function bundledDeck(value: unknown): Deck {
  const read = readDeck(value);
  if ('problems' in read) {
    throw new Error(`A deck of the extension is broken: ${inWords(read.problems).join('; ')}`);
  }
  return read.deck;
}
