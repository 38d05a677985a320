// What the extension does when the Study page asks or tells. It names no part of VS Code, so tests run it against the real page
// in a browser; `view.ts` gives it an editor.

import type { Deck } from '../../study/deck';
import type { Library } from '../../study/library';
import type { StudyRecord } from '../../study/progress';
import { answerStep, nextStep, runOf, startRun, type Chance } from '../../study/run';
import type { StudyStore } from '../../study/store';
import type { Handlers } from '../channel';
import type { Notice, Quiz, StudyHost } from './messages';
import { presentHome, presentRun } from './present';

/** What the Study page can have done in the editor around it. */
export type StudyEditor = {
  openLink(url: string): void;
  copy(text: string): void;
  openMachine(text: string): void;
  openValue(value: unknown): void;
};

/** Answers the page from the library and the record. */
export function studyHost(library: () => Promise<Library>, store: StudyStore, editor: StudyEditor, chance: Chance): Handlers<StudyHost> {
  async function onDeck(id: string, change: (record: StudyRecord, deck: Deck) => StudyRecord): Promise<Quiz> {
    const books = await library();
    const deck = books.decks.find((one) => one.deck === id);
    if (!deck) {
      throw new Error(`There is no deck "${id}".`);
    }
    const before = store.read();
    // Computed inside, since the store may merge in what another window has written; compared first, to write nothing for a mere look.
    if (change(before, deck) !== before) {
      await store.change((record) => change(record, deck));
    }
    const record = store.read();
    const run = runOf(record, deck);
    if (!run) {
      throw new Error(`The deck "${id}" changed while it was open.`);
    }
    return presentRun(books, record, deck, run);
  }

  const begun = (record: StudyRecord, deck: Deck) => (runOf(record, deck) ? record : startRun(record, deck, chance));

  return {
    home: async () => {
      const books = await library();
      const record = store.read();
      // Asked after the record was read: that is when damage is found.
      return presentHome(books, record, noticeOf(store));
    },
    note: async ({ id }) => (await library()).notes.find((note) => note.id === id),
    quiz: ({ deck }) => onDeck(deck, begun),
    startOver: ({ deck }) => onDeck(deck, (record, known) => startRun(record, known, chance)),
    answer: ({ deck, ...given }) => onDeck(deck, (record, known) => answerStep(begun(record, known), known, given, chance)),
    next: ({ deck, ...from }) => onDeck(deck, (record, known) => nextStep(begun(record, known), known, from)),
    // A page shows text that a deck's author wrote; nothing but a web address is handed to the system.
    openLink: ({ url }) => {
      if (/^https:\/\//i.test(url)) {
        editor.openLink(url);
      }
    },
    copy: ({ text }) => editor.copy(text),
    openMachine: ({ text }) => editor.openMachine(text),
    openSetAside: () => editor.openValue(store.setAside()),
  };
}

function noticeOf(store: StudyStore): Notice | undefined {
  if (store.setAside() !== undefined) {
    return 'record-set-aside';
  }
  return store.saved() ? undefined : 'record-not-saved';
}
