// When a question is due again: FSRS, by ts-fsrs. A card is never stored; it is what the reviews come to.
import { createEmptyCard, fsrs, generatorParameters, Rating, State, type Card, type FSRS, type Grade as FsrsGrade } from 'ts-fsrs';
import type { Grade, Review } from './record';

/** What the reader may choose. */
export type ScheduleOptions = {
  /** How likely an answer shall still be known when it is asked again, from 0.8 to 0.95. */
  readonly retention: number;
};

/** How well one question is known. */
export type Standing = {
  /** In milliseconds since 1970. */
  readonly due: number;
  /** In days: after so many the chance to know it is 90 %. */
  readonly stability: number;
  /** How often it was forgotten after it had been known. */
  readonly lapses: number;
  readonly reviews: number;
  /** False while it is being learned, minutes and not days from one review to the next. */
  readonly isLearned: boolean;
};

/** No question is put off for longer, in days: an exam is not a year away. */
const longestInterval = 365;

export type Schedule = {
  /** What the reviews of one question come to; `undefined` for one that was never asked. */
  standing(reviews: readonly Review[]): Standing | undefined;
  /** How likely the answer is known at a moment, from 0 to 1. */
  recall(reviews: readonly Review[], at: number): number;
};

/** The schedule for these options: one and the same, so that no card is reckoned twice. */
export function openSchedule({ retention }: ScheduleOptions): Schedule {
  const schedule = schedules.get(retention) ?? newSchedule(retention);
  schedules.set(retention, schedule);
  return schedule;
}

const schedules = new Map<number, Schedule>();

function newSchedule(retention: number): Schedule {
  const scheduler = fsrs(generatorParameters({ request_retention: Math.min(0.95, Math.max(0.8, retention)), maximum_interval: longestInterval, enable_fuzz: false }));
  const cards = new WeakMap<readonly Review[], Card>();
  const cardOf = (reviews: readonly Review[]): Card | undefined => {
    if (reviews.length === 0) {
      return undefined;
    }
    let card = cards.get(reviews);
    if (!card) {
      card = replay(scheduler, reviews);
      cards.set(reviews, card);
    }
    return card;
  };
  return {
    standing(reviews) {
      const card = cardOf(reviews);
      return card && { due: card.due.getTime(), stability: card.stability, lapses: card.lapses, reviews: card.reps, isLearned: card.state === State.Review };
    },
    recall(reviews, at) {
      const card = cardOf(reviews);
      return card ? scheduler.get_retrievability(card, new Date(at), false) : 0;
    },
  };
}

/** The card after all reviews, each graded as it was then. */
function replay(scheduler: FSRS, reviews: readonly Review[]): Card {
  let card = createEmptyCard(dateOf(reviews[0]));
  for (const review of reviews) {
    ({ card } = scheduler.next(card, dateOf(review), ratings[review[1]]));
  }
  return card;
}

const ratings: Readonly<Record<Grade, FsrsGrade>> = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy };

function dateOf(review: Review | undefined): Date {
  return new Date((review?.[0] ?? 0) * 1000);
}

/** What an answer tells of how well it was known. */
export type Evidence = {
  readonly right: boolean;
  readonly sure: boolean;
  /** In milliseconds. */
  readonly took: number;
  /** The median of the reader's right answers to such questions, in milliseconds, if there are enough of them. */
  readonly usual: number | undefined;
};

/**
 * The grade of an answer. A wrong one is never better than *again*: for FSRS, *hard* is still known.
 * Right without being sure, or in more than twice the usual time, is *hard*; sure and quicker than usual is *easy*.
 */
export function gradeOf({ right, sure, took, usual }: Evidence): Grade {
  if (!right) {
    return Rating.Again;
  }
  if (!sure || (usual !== undefined && took > 2 * usual)) {
    return Rating.Hard;
  }
  return usual !== undefined && took < usual ? Rating.Easy : Rating.Good;
}
