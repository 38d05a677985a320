// Moving through a deck: each function takes the record as it is and returns the record as it is afterwards.
// Whatever no longer fits (an answer given twice, a click from another window's yesterday) leaves the record alone.

import type { Deck, Item } from './deck';
import type { Answer, Run, StudyRecord } from './progress';

/** What a run cannot know by itself. */
export type Chance = {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to but not including 1. */
  random(): number;
};

/** Begins a run of this deck, in place of the one there may be. Answers given so far stay in the record. */
export function startRun(record: StudyRecord, deck: Deck, chance: Chance): StudyRecord {
  // A clock that was set back must not make the new run older than the one it replaces.
  const startedAt = Math.max(chance.now(), (record.runs[deck.deck]?.startedAt ?? 0) + 1);
  const run: Run = {
    id: `${startedAt.toString(36)}-${chance.random().toString(36).slice(2, 10)}`,
    deck: deck.deck,
    startedAt,
    // The questions keep the order of the deck, which may build on one another; the options do not.
    order: deck.items.map(({ id, options }) => ({ item: id, options: shuffled([...options.keys()], chance) })),
    at: 0,
  };
  return withRun(record, run);
}

/** The run of this deck, unless the deck has changed under it (an update, an edit): then it has to be begun anew. */
export function runOf(record: StudyRecord, deck: Deck): Run | undefined {
  const run = record.runs[deck.deck];
  const fits = run?.order.every(({ item, options }) => {
    const known = deck.items.find(({ id }) => id === item);
    return known?.options.length === options.length && known.options.every((_, index) => options.includes(index));
  });
  return fits ? run : undefined;
}

/** The question that is shown, how its options are ordered, and the answer if it has been given. None once the run is finished. */
export function stepOf(record: StudyRecord, deck: Deck, run: Run): { item: Item; options: readonly number[]; answer?: Answer } | undefined {
  const step = run.order[run.at];
  const item = deck.items.find(({ id }) => id === step?.item);
  if (!step || !item) {
    return undefined;
  }
  const answer = answersOf(record, run).get(item.id);
  return { item, options: step.options, ...(answer && { answer }) };
}

/** The answers given in a run, by item. */
export function answersOf(record: StudyRecord, run: Run): ReadonlyMap<string, Answer> {
  return new Map(record.answers.filter((answer) => answer.run === run.id).map((answer) => [answer.item, answer]));
}

/** Answers the question that is shown. */
export function answerStep(record: StudyRecord, deck: Deck, given: { run: string; item: string; option: number }, chance: Chance): StudyRecord {
  const run = runOf(record, deck);
  const step = run && stepOf(record, deck, run);
  if (run?.id !== given.run || step?.item.id !== given.item || step.answer || !step.options.includes(given.option)) {
    return record;
  }
  return { ...record, answers: [...record.answers, { ...given, deck: deck.deck, at: chance.now() }] };
}

/** Goes on from a question that has been answered. */
export function nextStep(record: StudyRecord, deck: Deck, from: { run: string; item: string }): StudyRecord {
  const run = runOf(record, deck);
  const step = run && stepOf(record, deck, run);
  if (run?.id !== from.run || step?.item.id !== from.item || !step.answer) {
    return record;
  }
  return withRun(record, { ...run, at: run.at + 1 });
}

function withRun(record: StudyRecord, run: Run): StudyRecord {
  return { ...record, runs: { ...record.runs, [run.deck]: run } };
}

function shuffled(values: number[], chance: Chance): readonly number[] {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(chance.random() * (last + 1));
    [values[last], values[other]] = [values[other] as number, values[last] as number];
  }
  return values;
}
