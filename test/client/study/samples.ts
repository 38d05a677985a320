// Small decks and a world without surprises, for the tests of the study half.

import { readFile } from 'node:fs/promises';
import type { Deck } from '../../../client/src/study/deck';
import { openBundled, openLibrary, type Library } from '../../../client/src/study/library';
import { inWords, readDeck } from '../../../client/src/study/read-deck';
import type { Chance } from '../../../client/src/study/session';
import type { Shelf } from '../../../client/src/study/store';

/** A deck as its author writes it: two questions, the first option right in both. */
export const written = {
  deck: 'small',
  title: 'Small',
  asOf: '2026-08-07',
  items: [
    {
      id: 'one',
      kind: 'single',
      ask: 'First?',
      options: [
        { text: 'A', correct: true, why: 'It is.' },
        { text: 'B', why: 'It is not.' },
        { text: 'C', why: 'Neither.' },
      ],
    },
    { id: 'two', kind: 'single', ask: 'Second?', options: [{ text: 'D', correct: true, why: 'Yes.' }, { text: 'E', why: 'No.' }] },
  ],
};

export const deck = soundDeck(written);

/** Reads a deck that has no problems. */
export function soundDeck(value: unknown): Deck {
  const read = readDeck(value);
  if ('problems' in read) {
    throw new Error(inWords(read.problems).join('; '));
  }
  return read.deck;
}

/** One question of each kind. */
export const everyKind = soundDeck({
  deck: 'kinds',
  title: 'Every kind',
  items: [
    { id: 'single', kind: 'single', ask: 'One?', options: [{ text: 'A', correct: true, why: 'It is.' }, { text: 'B', why: 'It is not.' }], tags: ['glue'], note: 'glue' },
    { id: 'multiple', kind: 'multiple', ask: 'Which two?', options: [{ text: 'A', correct: true, why: 'Yes.' }, { text: 'B', why: 'No.' }, { text: 'C', correct: true, why: 'Yes.' }] },
    { id: 'ordering', kind: 'ordering', ask: 'In which order?', steps: ['First', 'Second', 'Third'], explain: 'So it goes.' },
    { id: 'matching', kind: 'matching', ask: 'What goes together?', pairs: [['a', '1'], ['b', '2'], ['c', '2']], explain: 'So it is.' },
    { id: 'numeric', kind: 'numeric', ask: 'How many?', answer: 3, tolerance: 0.5, unit: 'shards', explain: 'Three.' },
    { id: 'recall', kind: 'recall', ask: 'Front?', answer: 'Back' },
    { id: 'asl', kind: 'single', ask: 'What runs first?', asl: '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }', options: [{ text: 'A', correct: true, why: 'StartAt says so.' }, { text: 'B', why: 'There is none.' }] },
  ],
});

/** A clock that ticks when it is looked at, and dice that fall in the same way each time. */
export function chance(seed = 1): Chance {
  let time = seed * 1_000_000;
  let state = seed;
  return {
    now: () => ++time,
    random: () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    },
  };
}

/** A memento in memory. Two stores on one shelf are two windows. */
export function shelf(values: Record<string, unknown> = {}): Shelf & { values: Record<string, unknown>; broken: boolean } {
  return {
    values,
    broken: false,
    get: (key) => values[key],
    async update(key, value) {
      if (this.broken) {
        throw new Error('the disk is full');
      }
      values[key] = JSON.parse(JSON.stringify(value));
    },
  };
}

/** The library that was built into `dist`, read as the extension reads it. */
export function builtLibrary(): Promise<Library> {
  return openLibrary(openBundled(async (file) => JSON.parse(await readFile(new URL(`../../../dist/media/study/${file}`, import.meta.url), 'utf8'))))();
}
