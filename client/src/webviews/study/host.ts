// What the extension does when the Study page asks or tells. It names no part of VS Code, so tests run it against the real page
// in a browser; `view.ts` gives it an editor.
import type { Library } from '../../study/library';
import { examProfiles, planDue, planExam, planPractice, type PlanOptions } from '../../study/plan';
import type { StudyRecord } from '../../study/record';
import { openSchedule } from '../../study/schedule';
import { searchNotes } from '../../study/search';
import { answerStep, flagStep, goToStep, handIn, sessionAt, startSession, type Chance, type Plan } from '../../study/session';
import type { StudyStore } from '../../study/store';
import type { Handlers } from '../channel';
import type { Notice, Quiz, Start, StudyHost } from './messages';
import { domainIn, presentHome, presentNote, presentProgress, presentSession, type Shelves } from './present';

/** What the Study page can have done in the editor around it. */
export type StudyEditor = {
  openLink(url: string): void;
  copy(text: string): void;
  openMachine(text: string): void;
  insertTask(text: string): void;
  openValue(value: unknown): void;
  exportRecord(): void;
  importRecord(): void;
  resetRecord(): void;
};

/** What the reader has set. */
export type StudyOptions = PlanOptions & { readonly retention: number };

/** Answers the page from the library and the record. */
export function studyHost(openLibrary: () => Promise<Library>, store: StudyStore, editor: StudyEditor, options: () => StudyOptions, chance: Chance): Handlers<StudyHost> {
  async function shelves(): Promise<Shelves> {
    const set = options();
    return { library: await openLibrary(), record: store.read(), schedule: openSchedule(set), options: set, now: chance.now() };
  }

  function plan(start: Start, { library, record, schedule, options: set, now }: Shelves): Plan {
    const deck = library.decks.find((each) => start.place === `deck:${each.deck}`);
    const profile = examProfiles.find(({ id }) => id === start.profile) ?? examProfiles[0];
    if (deck) {
      return { kind: 'deck', title: deck.title, entries: deck.items.map((item) => ({ deck, item })) };
    }
    switch (start.place) {
      case 'due':
        return planDue(record, library.decks, schedule, set, now);
      case 'practise': {
        const planned = planPractice(record, library.decks, schedule, start.topic, set, chance);
        return { ...planned, title: library.notes.find(({ id }) => id === start.topic)?.title ?? planned.title };
      }
      case 'exam':
        if (profile) {
          return planExam(library.decks, profile, domainIn(library), start.factor, chance);
        }
    }
    throw new Error(`There is no deck "${start.place.replace('deck:', '')}".`);
  }

  /** Computed inside `change`, since the store may merge in what another window has written; compared first, to write nothing for a mere look. */
  async function change(place: string, how: (record: StudyRecord, at: Shelves) => StudyRecord): Promise<Quiz> {
    const at = await shelves();
    if (how(at.record, at) !== at.record) {
      await store.change((record) => how(record, { ...at, record }));
    }
    const record = store.read();
    const session = sessionAt(record, place, at.library.decks);
    if (!session) {
      throw new Error('The questions changed while this was open.');
    }
    return presentSession({ ...at, record, now: chance.now() }, place, session);
  }

  const begin = (start: Start, record: StudyRecord, at: Shelves): StudyRecord => startSession(record, start.place, plan(start, { ...at, record }), chance);

  return {
    home: async () => {
      const at = await shelves();
      // Asked after the record was read: that is when damage is found.
      return presentHome(at, noticeOf(store));
    },
    note: async ({ id }) => presentNote(await openLibrary(), id),
    search: async ({ text }) => searchNotes((await openLibrary()).notes, text).map(({ note: { id, title }, ...cut }) => ({ id, title, ...cut })),
    progress: async () => presentProgress(await shelves()),
    quiz: ({ place }) =>
      change(place, (record, at) => (sessionAt(record, place, at.library.decks) ? record : begin({ place }, record, at))),
    start: (start) => change(start.place, (record, at) => begin(start, record, at)),
    answer: ({ place, ...answered }) => change(place, (record, at) => answerStep(record, place, at.library.decks, answered, chance)),
    go: ({ place, ...to }) => change(place, (record, at) => goToStep(record, place, at.library.decks, to)),
    flag: ({ place, ...which }) => change(place, (record) => flagStep(record, place, which)),
    handIn: ({ place, ...which }) => change(place, (record, at) => handIn(record, place, at.library.decks, which, domainIn(at.library), chance)),
    ready: nothing,
    arrived: nothing,
    // A page shows text that a deck's author wrote; nothing but a web address is handed to the system.
    openLink: ({ url }) => {
      if (/^https:\/\//i.test(url)) {
        editor.openLink(url);
      }
    },
    copy: ({ text }) => editor.copy(text),
    openMachine: ({ text }) => editor.openMachine(text),
    insertTask: ({ text }) => editor.insertTask(text),
    openSetAside: () => editor.openValue(store.setAside()),
    exportRecord: () => editor.exportRecord(),
    importRecord: () => editor.importRecord(),
    resetRecord: () => editor.resetRecord(),
  };
}

function noticeOf(store: StudyStore): Notice | undefined {
  if (store.setAside() !== undefined) {
    return 'record-set-aside';
  }
  return store.saved() ? undefined : 'record-not-saved';
}

function nothing(): void {
  // Only a view that can be sent somewhere has to know.
}
