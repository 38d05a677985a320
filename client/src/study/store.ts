// Keeps the record between sessions. Two windows of VS Code share one place, and either may have written last,
// so every change is made to what is stored now, merged with what this window wrote itself.

import { emptyRecord, mergeRecords, readRecord, type StudyRecord } from './record';

/** Where values are kept: VS Code's `Memento` fits. */
export type Shelf = {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
};

export type StudyStore = {
  /** The record as it stands. */
  read(): StudyRecord;
  /** Changes the record, and resolves when the change is written, or could not be. */
  change(how: (record: StudyRecord) => StudyRecord): Promise<void>;
  /** The damaged record that was found and set aside, if one was. */
  setAside(): unknown;
  /** False while the last change is only in this window's memory. */
  saved(): boolean;
};

/** Carried by Settings Sync, which puts another machine's record in place of this one's when that was written later. */
export const recordKey = 'stepwise.study.record';
/** The same on this machine alone: what a sync has written over comes back from here. */
export const localKey = 'stepwise.study.record.here';
export const setAsideKey = 'stepwise.study.record.set-aside';

/** Opens the record on a shelf. Nothing is read before it is asked for. */
export function openStore(shelf: Shelf): StudyStore {
  let mine = emptyRecord;
  let aside: unknown;
  let asideKept = Promise.resolve(true);
  let saved = true;

  function read(): StudyRecord {
    for (const key of [recordKey, localKey]) {
      const stored = shelf.get(key);
      const record = stored === undefined ? undefined : readRecord(stored);
      if (record) {
        mine = mergeRecords(record, mine);
      } else if (stored !== undefined) {
        keepAside(stored);
      }
    }
    return mine;
  }

  /** Nothing is overwritten before the damaged value stands elsewhere. An earlier one is kept too. */
  function keepAside(stored: unknown): void {
    if (aside !== undefined && JSON.stringify(aside) === JSON.stringify(stored)) {
      return;
    }
    aside = stored;
    const before = shelf.get(setAsideKey);
    asideKept = write(setAsideKey, [...(Array.isArray(before) ? (before as unknown[]) : []), stored]).then((kept) => kept && writeRecord());
  }

  async function writeRecord(): Promise<boolean> {
    const [synced, local] = [await write(recordKey, mine), await write(localKey, mine)];
    return synced && local;
  }

  async function write(key: string, value: unknown): Promise<boolean> {
    try {
      await shelf.update(key, value);
      return true;
    } catch {
      // A full or read-only disk. The window goes on from memory, the page says so, and the next change tries again.
      return false;
    }
  }

  return {
    read,
    async change(how) {
      mine = mergeRecords(how(read()), emptyRecord);
      saved = (await asideKept) && (await writeRecord());
    },
    setAside: () => aside,
    saved: () => saved,
  };
}
