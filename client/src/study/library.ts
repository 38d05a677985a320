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

/** What comes with the extension. */
export type Bundled = Pick<Library, 'notes' | 'decks'>;

/**
 * Returns a function that gives what comes with the extension, loaded once.
 *
 * @param readJson gets `notes.json` and `decks.json`
 */
export function openBundled(readJson: (file: string) => Promise<unknown>): () => Promise<Bundled> {
  let loading: Promise<Bundled> | undefined;
  return async () => {
    loading ??= load(readJson).catch((error: unknown) => {
      // The next look tries again: a web host may just have lost its connection.
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** Returns a function that gives the library. The reader's own decks have other ids than those that come with the extension. */
export function openLibrary(openBundle: () => Promise<Bundled>, ownDecks: () => Promise<OwnDecks> = noDecks): () => Promise<Library> {
  return async () => {
    const [bundled, own] = await Promise.all([openBundle(), ownDecks()]);
    return { notes: bundled.notes, decks: [...bundled.decks, ...own.decks], own: new Set(own.decks.map(({ deck }) => deck)), broken: own.broken };
  };
}

/** How many questions lead to a note. */
export function questionsOn({ decks }: Pick<Library, 'decks'>, note: string): number {
  return decks.reduce((sum, { items }) => sum + items.filter((item) => item.note === note).length, 0);
}

function noDecks(): Promise<OwnDecks> {
  return Promise.resolve({ decks: [], broken: [] });
}

async function load(readJson: (file: string) => Promise<unknown>): Promise<Bundled> {
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
