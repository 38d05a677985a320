// The notes and decks that come with the extension. The build turned them into JSON (see scripts/build/study.mjs);
// they are read when somebody first looks at them, never at activation.

import { readDeck, type Deck } from './deck';

export type StudyNote = { readonly id: string; readonly title: string; readonly summary: string; readonly date: string; readonly html: string };

export type Library = { readonly notes: readonly StudyNote[]; readonly decks: readonly Deck[] };

/** Returns a function that loads the library once; `readJson` gets `notes.json` and `decks.json`. */
export function openLibrary(readJson: (file: string) => Promise<unknown>): () => Promise<Library> {
  let loading: Promise<Library> | undefined;
  return () => {
    loading ??= load(readJson).catch((error: unknown) => {
      // The next look tries again: a web host may just have lost its connection.
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function load(readJson: (file: string) => Promise<unknown>): Promise<Library> {
  const [notes, decks] = await Promise.all([readJson('notes.json'), readJson('decks.json')]);
  return { notes: notes as readonly StudyNote[], decks: (decks as readonly unknown[]).map(bundledDeck) };
}

function bundledDeck(value: unknown): Deck {
  const read = readDeck(value);
  if ('problems' in read) {
    throw new Error(`A deck of the extension is broken: ${read.problems.join('; ')}`);
  }
  return read.deck;
}
