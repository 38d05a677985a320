// The record of what has been answered, as data. Reading, merging and summing it up are pure functions;
// where it is kept is `store.ts`, how a run moves through it is `run.ts`.

import type { Deck } from './deck';
import { correctOption } from './deck';

/** All that is remembered. It only ever grows or moves forward, so two copies can be merged without asking anybody. */
export type StudyRecord = {
  readonly version: 1;
  /** Every answer given, oldest first. */
  readonly answers: readonly Answer[];
  /** The newest run of each deck. */
  readonly runs: Readonly<Record<string, Run>>;
};

export type Answer = { readonly run: string; readonly deck: string; readonly item: string; readonly option: number; readonly at: number };

/** One way through a deck: the order was drawn when it began, and stays. */
export type Run = {
  readonly id: string;
  readonly deck: string;
  readonly startedAt: number;
  readonly order: readonly { readonly item: string; readonly options: readonly number[] }[];
  /** The place in `order` that is shown; past its end the run is finished. */
  readonly at: number;
};

export const emptyRecord: StudyRecord = { version: 1, answers: [], runs: {} };

/** What a memento holds is loaded at every start and watched for size, so the oldest answers give way: about 300 KB remain. */
const mostAnswers = 3000;

/** The record in a stored value, or `undefined` if it is not one: damaged, or written by a version that we do not know. */
export function readRecord(value: unknown): StudyRecord | undefined {
  return isFields(value) &&
    value['version'] === 1 &&
    Array.isArray(value['answers']) &&
    value['answers'].every(isAnswer) &&
    isFields(value['runs']) &&
    Object.entries(value['runs']).every(([deck, run]) => isRun(run) && run.deck === deck)
    ? (value as StudyRecord)
    : undefined;
}

/** Both records in one: every answer once, and of each deck the newest run, as far on as either had come. */
export function mergeRecords(one: StudyRecord, other: StudyRecord): StudyRecord {
  const answers = new Map<string, Answer>();
  for (const answer of [...one.answers, ...other.answers]) {
    const key = `${answer.run} ${answer.item}`;
    const known = answers.get(key);
    // Two windows may answer the same question before they hear of each other. The first answer counts.
    if (!known || answer.at < known.at) {
      answers.set(key, answer);
    }
  }
  const runs: Record<string, Run> = { ...one.runs };
  for (const [deck, run] of Object.entries(other.runs)) {
    runs[deck] = laterOf(runs[deck], run);
  }
  return { version: 1, answers: [...answers.values()].sort((a, b) => a.at - b.at).slice(-mostAnswers), runs };
}

/** How a deck stands by the last answer to each of its questions; the others have not been asked yet. */
export function standing(record: StudyRecord, deck: Deck): { right: number; wrong: number } {
  const last = new Map<string, number>();
  for (const { deck: id, item, option } of record.answers) {
    if (id === deck.deck) {
      last.set(item, option);
    }
  }
  const answered = deck.items.filter(({ id }) => last.has(id));
  const right = answered.filter((item) => last.get(item.id) === correctOption(item)).length;
  return { right, wrong: answered.length - right };
}

function laterOf(one: Run | undefined, other: Run): Run {
  if (!one || other.startedAt > one.startedAt || (other.startedAt === one.startedAt && other.id > one.id)) {
    return other;
  }
  return other.id === one.id && other.at > one.at ? other : one;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnswer(value: unknown): value is Answer {
  return (
    isFields(value) &&
    ['run', 'deck', 'item'].every((name) => typeof value[name] === 'string') &&
    Number.isInteger(value['option']) &&
    Number.isFinite(value['at'])
  );
}

function isRun(value: unknown): value is Run {
  return (
    isFields(value) &&
    typeof value['id'] === 'string' &&
    typeof value['deck'] === 'string' &&
    Number.isFinite(value['startedAt']) &&
    Number.isInteger(value['at']) &&
    (value['at'] as number) >= 0 &&
    Array.isArray(value['order']) &&
    value['order'].every(
      (step) => isFields(step) && typeof step['item'] === 'string' && Array.isArray(step['options']) && step['options'].every(Number.isInteger),
    )
  );
}
