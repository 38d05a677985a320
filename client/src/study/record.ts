// All that is remembered of a reader's answers, as data. Where it is kept is `store.ts`; how a session adds to it is `session.ts`.
import type { Given } from './deck';
import { own } from './own';

/** It only ever grows or moves forward, so two copies can be merged without asking anybody. */
export type StudyRecord = {
  readonly version: 2;
  /** Every review of each question, oldest first, by deck and question. */
  readonly reviews: Readonly<Record<string, Readonly<Record<string, readonly Review[]>>>>;
  /** The newest session of each place: `due`, `practise`, `exam`, or `deck:` with a deck's id. */
  readonly sessions: Readonly<Record<string, Session>>;
  /** Exams that were handed in, oldest first. */
  readonly exams: readonly ExamResult[];
  /** What was asked for last: reviews before this moment are gone in every copy. In milliseconds since 1970. */
  readonly resetAt: number;
};

/** When, in seconds since 1970; how well it was known, from 1 (not) to 4 (with ease); how long it took, in tenths of a second. */
export type Review = readonly [at: number, grade: Grade, took: number];

export type Grade = 1 | 2 | 3 | 4;

export type SessionKind = 'deck' | 'due' | 'practise' | 'exam';

/** One way through some questions: which, and in what order, was drawn when it began. */
export type Session = {
  readonly id: string;
  readonly kind: SessionKind;
  readonly title: string;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  readonly steps: readonly Step[];
  /** By the place in `steps`. */
  readonly answers: Readonly<Record<string, StepAnswer>>;
  /** The place in `steps` that is shown; past its end the session is finished. */
  readonly at: number;
  /** How long the exam may take, in minutes; no end where this is left out. */
  readonly minutes?: number;
  /** Time spent so far, in milliseconds: a session that is left does not go on. */
  readonly spent: number;
  /** Exam questions to come back to. */
  readonly flagged: readonly number[];
  readonly finishedAt?: number;
};

/** `order`: how options, steps or right sides are shown, by their places in the deck. */
export type Step = { readonly deck: string; readonly item: string; readonly order: readonly number[] };

export type StepAnswer = { readonly given: Given; readonly right: boolean; readonly at: number; readonly took: number; readonly sure: boolean };

export type ExamResult = {
  readonly id: string;
  readonly at: number;
  readonly right: number;
  readonly count: number;
  /** Right answers and questions by domain. */
  readonly domains: Readonly<Record<string, readonly [right: number, count: number]>>;
};

export const emptyRecord: StudyRecord = { version: 2, reviews: {}, sessions: {}, exams: [], resetAt: 0 };

/** Of one question so many are kept: the newest say how well it is known. */
const mostReviews = 100;
const mostExams = 100;

/** The record in a stored value, or `undefined` if it is not one: damaged, or written by a version that we do not know. */
export function readRecord(value: unknown): StudyRecord | undefined {
  const isSound =
    isFields(value) &&
    value['version'] === 2 &&
    isFields(value['reviews']) &&
    Object.values(value['reviews']).every((items) => isFields(items) && Object.values(items).every((reviews) => Array.isArray(reviews) && reviews.every(isReview))) &&
    isFields(value['sessions']) &&
    Object.values(value['sessions']).every(isSession) &&
    Array.isArray(value['exams']) &&
    value['exams'].every(isExam) &&
    Number.isFinite(value['resetAt']);
  return isSound ? (value as StudyRecord) : undefined;
}

/** Both records in one: every review once, of each place the newest session, as far on as either had come. */
export function mergeRecords(one: StudyRecord, other: StudyRecord): StudyRecord {
  const resetAt = Math.max(one.resetAt, other.resetAt);
  const isAfterReset = ([at]: Review): boolean => at * 1000 >= resetAt;
  const reviews = new Map<string, Map<string, readonly Review[]>>();
  for (const { reviews: decks } of [one, other]) {
    for (const [deck, items] of Object.entries(decks)) {
      const known = reviews.get(deck) ?? new Map<string, readonly Review[]>();
      reviews.set(deck, known);
      for (const [item, some] of Object.entries(items)) {
        const merged = mergeReviews(known.get(item) ?? [], some);
        const kept = merged.every(isAfterReset) ? merged : merged.filter(isAfterReset);
        if (kept.length > 0) {
          known.set(item, kept);
        }
      }
    }
  }
  const sessions = new Map<string, Session>();
  for (const [place, session] of [...Object.entries(one.sessions), ...Object.entries(other.sessions)]) {
    if (session.startedAt >= resetAt) {
      sessions.set(place, mergeSessions(sessions.get(place), session));
    }
  }
  const exams = new Map([...one.exams, ...other.exams].filter(({ at }) => at >= resetAt).map((exam) => [exam.id, exam]));
  return {
    version: 2,
    // From entries: an assignment to "__proto__" would be no entry.
    reviews: Object.fromEntries([...reviews].map(([deck, items]) => [deck, Object.fromEntries(items)])),
    sessions: Object.fromEntries(sessions),
    exams: [...exams.values()].sort((a, b) => a.at - b.at).slice(-mostExams),
    resetAt,
  };
}

/** Adds one review of a question. */
export function withReview(record: StudyRecord, deck: string, item: string, review: Review): StudyRecord {
  const items = own(record.reviews, deck) ?? {};
  return { ...record, reviews: { ...record.reviews, [deck]: { ...items, [item]: mergeReviews(own(items, item) ?? [], [review]) } } };
}

export function reviewsOf(record: StudyRecord, deck: string, item: string): readonly Review[] {
  return own(own(record.reviews, deck) ?? {}, item) ?? [];
}

/** The same list where it has all of them already: what is known of it can then be kept. */
function mergeReviews(one: readonly Review[], other: readonly Review[]): readonly Review[] {
  const byTime = new Map([...one, ...other].map((review) => [review[0], review]));
  // Of two at one time the other's stays, so with as many as the other has there is nothing else. A file may have them in any order.
  const isAll = byTime.size === other.length && other.length <= mostReviews && other.every(([at], index) => at > (other[index - 1]?.[0] ?? -Infinity));
  return isAll ? other : [...byTime.values()].sort(([a], [b]) => a - b).slice(-mostReviews);
}

function mergeSessions(one: Session | undefined, other: Session): Session {
  if (!one || other.startedAt > one.startedAt || (other.startedAt === one.startedAt && other.id > one.id)) {
    return other;
  }
  if (other.id !== one.id) {
    return one;
  }
  const further = other.steps.length > one.steps.length || other.at > one.at || other.finishedAt !== undefined ? other : one;
  // Two windows may answer the same question before they hear of each other. The first answer counts, but in an exam the last.
  const answers = new Map(Object.entries(one.answers));
  for (const [step, answer] of Object.entries(other.answers)) {
    const known = answers.get(step);
    answers.set(step, !known || (one.kind === 'exam' ? answer.at > known.at : answer.at < known.at) ? answer : known);
  }
  return { ...further, answers: Object.fromEntries(answers), spent: Math.max(one.spent, other.spent) };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isReview(value: unknown): value is Review {
  return Array.isArray(value) && value.length === 3 && value.every(Number.isFinite) && [1, 2, 3, 4].includes(value[1] as number);
}

function isSession(value: unknown): value is Session {
  return (
    isFields(value) &&
    ['id', 'kind', 'title'].every((name) => typeof value[name] === 'string') &&
    ['startedAt', 'at', 'spent'].every((name) => Number.isFinite(value[name]) && (value[name] as number) >= 0) &&
    Array.isArray(value['steps']) &&
    value['steps'].every((step) => isFields(step) && typeof step['deck'] === 'string' && typeof step['item'] === 'string' && areNumbers(step['order'])) &&
    areNumbers(value['flagged']) &&
    isFields(value['answers']) &&
    Object.values(value['answers']).every((answer) => isFields(answer) && areNumbers(answer['given']) && typeof answer['right'] === 'boolean' && Number.isFinite(answer['at']))
  );
}

function isExam(value: unknown): value is ExamResult {
  return isFields(value) && typeof value['id'] === 'string' && ['at', 'right', 'count'].every((name) => Number.isFinite(value[name])) && isFields(value['domains']) && Object.values(value['domains']).every(areNumbers);
}

function areNumbers(value: unknown): boolean {
  return Array.isArray(value) && value.every(Number.isFinite);
}
