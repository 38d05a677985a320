// Which questions a session is made of: what is due, what is weak, what an exam asks.
import type { Deck } from './deck';
import { reviewsOf, type StudyRecord } from './record';
import type { Schedule } from './schedule';
import { shuffled, type Chance, type Entry, type Plan } from './session';

/** What the reader may choose. */
export type PlanOptions = {
  /** So many questions that were never asked are begun a day. */
  readonly newADay: number;
  /** So many questions one session holds at most. */
  readonly mostAtOnce: number;
};

export function allEntries(decks: readonly Deck[]): Entry[] {
  return decks.flatMap((deck) => deck.items.map((item) => ({ deck, item })));
}

/** How many questions are due now, and how many new ones the day still has. */
export function dueCounts(record: StudyRecord, decks: readonly Deck[], schedule: Schedule, options: PlanOptions, now: number): { due: number; fresh: number } {
  const { due, fresh } = dueEntries(record, decks, schedule, options, now);
  return { due: due.length, fresh: fresh.length };
}

function dueEntries(record: StudyRecord, decks: readonly Deck[], schedule: Schedule, { newADay }: PlanOptions, now: number): { due: Entry[]; fresh: Entry[] } {
  const begun = beginningOfDay(now);
  const due: { entry: Entry; recall: number }[] = [];
  const fresh: Entry[] = [];
  let newToday = 0;
  for (const entry of allEntries(decks)) {
    const reviews = reviewsOf(record, entry.deck.deck, entry.item.id);
    const [first] = reviews;
    const standing = schedule.standing(reviews);
    if (!first || !standing) {
      fresh.push(entry);
      continue;
    }
    newToday += first[0] * 1000 >= begun ? 1 : 0;
    if (standing.due <= now) {
      due.push({ entry, recall: schedule.recall(reviews, now) });
    }
  }
  // The ones most nearly forgotten first: after a break it is they that are worth the ten minutes.
  due.sort((one, other) => one.recall - other.recall);
  return { due: due.map(({ entry }) => entry), fresh: fresh.slice(0, Math.max(0, newADay - newToday)) };
}

/** What is due now, and then the day's new questions. */
export function planDue(record: StudyRecord, decks: readonly Deck[], schedule: Schedule, options: PlanOptions, now: number): Plan {
  const { due, fresh } = dueEntries(record, decks, schedule, options, now);
  return { kind: 'due', title: 'Due today', entries: [...due, ...fresh].slice(0, options.mostAtOnce) };
}

/** Questions about one service or topic, or, without one, those that the reader knows least: what was missed comes before what was never asked. */
export function planPractice(record: StudyRecord, decks: readonly Deck[], schedule: Schedule, tag: string | undefined, { mostAtOnce }: PlanOptions, chance: Chance): Plan {
  const wanted = allEntries(decks).filter(({ item }) => tag === undefined || item.tags.includes(tag) || item.note === tag);
  const now = chance.now();
  const weight = new Map(
    shuffled(wanted, chance).map((entry) => {
      const reviews = reviewsOf(record, entry.deck.deck, entry.item.id);
      return [entry, reviews.length === 0 ? neverAsked : schedule.recall(reviews, now) * (reviews.at(-1)?.[1] === 1 ? 0.5 : 1)];
    }),
  );
  const entries = [...weight.keys()].sort((one, other) => (weight.get(one) ?? 0) - (weight.get(other) ?? 0)).slice(0, mostAtOnce);
  return { kind: 'practise', title: tag ?? 'Weakest first', entries };
}

/** As if it were known this well: behind what was forgotten, before what is known. */
const neverAsked = 0.7;

/** How long an exam is and what it asks. */
export type ExamProfile = { readonly id: string; readonly title: string; readonly questions: number; readonly minutes: number };

/** Three minutes for a question is what the certification's own exams give, or a little less. */
export const examProfiles: readonly ExamProfile[] = [
  { id: 'short', title: 'Short', questions: 10, minutes: 25 },
  { id: 'half', title: 'Half', questions: 30, minutes: 80 },
  { id: 'full', title: 'Full', questions: 65, minutes: 180 },
];

/** Questions by chance, as many from each domain as its share of all questions has, and of each difficulty as the deck has. */
export function planExam(decks: readonly Deck[], { title, questions, minutes }: ExamProfile, domainOf: (entry: Entry) => string, factor: number | undefined, chance: Chance): Plan {
  const byDomain = new Map<string, Entry[]>();
  const all = shuffled(allEntries(decks), chance);
  for (const entry of all) {
    const domain = byDomain.get(domainOf(entry)) ?? [];
    domain.push(entry);
    byDomain.set(domainOf(entry), domain);
  }
  const count = Math.min(questions, all.length);
  // By largest remainder, so that the shares add up.
  const shares = [...byDomain.values()].map((entries) => ({ entries, share: (entries.length / all.length) * count }));
  const taken = shares.map(({ share }) => Math.floor(share));
  const byRemainder = [...shares.keys()].sort((one, other) => remainder(shares[other]?.share) - remainder(shares[one]?.share));
  for (const index of byRemainder.slice(0, count - taken.reduce((total, each) => total + each, 0))) {
    taken[index] = (taken[index] ?? 0) + 1;
  }
  const entries = shuffled(shares.flatMap(({ entries: some }, index) => some.slice(0, taken[index])), chance);
  return { kind: 'exam', title: `${title} exam`, entries, ...(factor !== undefined && { minutes: Math.ceil(minutes * factor) }) };
}

function remainder(share = 0): number {
  return share - Math.floor(share);
}

/** A day of study begins at four in the morning, so that a late evening is one day. */
const dayBegins = 4;

/** The beginning of the day of study that a moment is in, in milliseconds since 1970. */
export function beginningOfDay(now: number): number {
  const day = new Date(now - dayBegins * 3_600_000);
  day.setHours(dayBegins, 0, 0, 0);
  return day.getTime();
}
