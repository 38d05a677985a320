// What the record says of the reader's progress. Pure functions; days are days of study, from four in the morning.
import type { Deck } from './deck';
import { allEntries, beginningOfDay } from './plan';
import { reviewsOf, type Review, type StudyRecord } from './record';
import type { Schedule } from './schedule';

const day = 86_400_000;

/** Days in a row with an answer, up to today; today may still be without one. */
export function streakOf(record: StudyRecord, now: number): number {
  const days = new Set(allReviews(record).map(([at]) => dayNumber(at * 1000)));
  const today = dayNumber(now);
  let last = days.has(today) ? today : today - 1;
  let streak = 0;
  while (days.has(last)) {
    streak++;
    last--;
  }
  return streak;
}

/** Answers on each of the last days, the oldest first, today last. */
export function calendarOf(record: StudyRecord, days: number, now: number): { readonly date: string; readonly answers: number; readonly right: number }[] {
  const byDay = new Map<number, { answers: number; right: number }>();
  for (const [at, grade] of allReviews(record)) {
    const number = dayNumber(at * 1000);
    const counts = byDay.get(number) ?? { answers: 0, right: 0 };
    counts.answers++;
    counts.right += grade > 1 ? 1 : 0;
    byDay.set(number, counts);
  }
  const today = dayNumber(now);
  return Array.from({ length: days }, (_, index) => {
    const number = today - days + 1 + index;
    return { date: dateOf(number), ...(byDay.get(number) ?? { answers: 0, right: 0 }) };
  });
}

/** How well a topic is known. */
export type Mastery = {
  /** The chance to know its questions now, from 0 to 1; those never asked count as not known. */
  readonly known: number;
  /** How many of its questions were asked, and how many there are. */
  readonly seen: number;
  readonly all: number;
  /** How many of them are due now. */
  readonly due: number;
};

/** How well each topic is known. */
export function masteryOf(record: StudyRecord, decks: readonly Deck[], schedule: Schedule, topicOf: (note: string | undefined) => string | undefined, now: number): Map<string, Mastery> {
  const topics = new Map<string, { known: number; seen: number; all: number; due: number }>();
  for (const { deck, item } of allEntries(decks)) {
    const topic = topicOf(item.note);
    if (topic === undefined) {
      continue;
    }
    const reviews = reviewsOf(record, deck.deck, item.id);
    const sums = topics.get(topic) ?? { known: 0, seen: 0, all: 0, due: 0 };
    sums.all++;
    sums.seen += reviews.length > 0 ? 1 : 0;
    sums.due += (schedule.standing(reviews)?.due ?? Infinity) <= now ? 1 : 0;
    sums.known += schedule.recall(reviews, now);
    topics.set(topic, sums);
  }
  return new Map([...topics].map(([topic, sums]) => [topic, { ...sums, known: sums.known / sums.all }]));
}

/** Several topics as one. */
export function together(topics: readonly Mastery[]): Mastery {
  const sum = (count: (topic: Mastery) => number): number => topics.reduce((total, topic) => total + count(topic), 0);
  const all = sum((topic) => topic.all);
  return { known: all === 0 ? 0 : sum((topic) => topic.known * topic.all) / all, seen: sum(({ seen }) => seen), all, due: sum(({ due }) => due) };
}

/** Of the answers that came a day or more after the one before, how many were right: by week, the oldest first. */
export function retentionOf(record: StudyRecord, weeks: number, now: number): { readonly week: string; readonly asked: number; readonly right: number }[] {
  const thisWeek = Math.floor(dayNumber(now) / 7);
  const counts = Array.from({ length: weeks }, (_, index) => ({ week: dateOf((thisWeek - weeks + 1 + index) * 7), asked: 0, right: 0 }));
  for (const reviews of questionReviews(record)) {
    for (const [index, [at, grade]] of reviews.entries()) {
      const before = reviews[index - 1];
      const count = counts[weeks - 1 - thisWeek + Math.floor(dayNumber(at * 1000) / 7)];
      if (count && before && at - before[0] >= 86_400) {
        count.asked++;
        count.right += grade > 1 ? 1 : 0;
      }
    }
  }
  return counts;
}

/** How many questions become due on each of the next days if none is answered before, today first. */
export function forecastOf(record: StudyRecord, decks: readonly Deck[], schedule: Schedule, days: number, now: number): { readonly date: string; readonly due: number }[] {
  const today = dayNumber(now);
  const counts = Array.from({ length: days }, (_, index) => ({ date: dateOf(today + index), due: 0 }));
  for (const { deck, item } of allEntries(decks)) {
    const standing = schedule.standing(reviewsOf(record, deck.deck, item.id));
    const count = standing && counts[Math.max(0, dayNumber(standing.due) - today)];
    if (count) {
      count.due++;
    }
  }
  return counts;
}

/** How likely an answer is still known on each of the next days, from today on, on average over all that were asked. */
export function forgettingOf(record: StudyRecord, schedule: Schedule, days: number, now: number): number[] {
  const asked = questionReviews(record);
  return Array.from({ length: days }, (_, index) => (asked.length === 0 ? 0 : asked.reduce((sum, reviews) => sum + schedule.recall(reviews, now + index * day), 0) / asked.length));
}

function questionReviews(record: StudyRecord): (readonly Review[])[] {
  return Object.values(record.reviews).flatMap((items) => Object.values(items));
}

function allReviews(record: StudyRecord): Review[] {
  return questionReviews(record).flat();
}

/** Days of study counted from 1970, in local time: a day has 23 hours now and then. */
function dayNumber(at: number): number {
  const begins = new Date(beginningOfDay(at));
  return Math.round(Date.UTC(begins.getFullYear(), begins.getMonth(), begins.getDate()) / day);
}

/** "2026-08-07" */
function dateOf(dayNumberSince1970: number): string {
  return new Date(dayNumberSince1970 * day).toISOString().slice(0, 10);
}
