// Moving through questions: each function takes the record as it is and returns the record as it is afterwards.
// Whatever no longer fits (an answer given twice, a click from another window's yesterday) leaves the record alone.
import { canAnswer, partsOf, slipsOf, type Deck, type Given, type Item } from './deck';
import { own } from './own';
import { reviewsOf, withReview, type ExamResult, type Session, type SessionKind, type Step, type StepAnswer, type StudyRecord } from './record';
import { gradeOf } from './schedule';

/** What a session cannot know by itself. */
export type Chance = {
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to but not including 1. */
  random(): number;
};

/** A question with the deck that it is from. */
export type Entry = { readonly deck: Deck; readonly item: Item };

export type Plan = { readonly kind: SessionKind; readonly title: string; readonly entries: readonly Entry[]; readonly minutes?: number };

/** Begins a session at a place, instead of the one that there may be. What was answered stays in the record. */
export function startSession(record: StudyRecord, place: string, { kind, title, entries, minutes }: Plan, chance: Chance): StudyRecord {
  // A clock that was set back must not make the new session older than the one it replaces.
  const startedAt = Math.max(chance.now(), (own(record.sessions, place)?.startedAt ?? 0) + 1, record.resetAt);
  return withSession(record, place, {
    id: `${startedAt.toString(36)}-${chance.random().toString(36).slice(2, 10)}`,
    kind,
    title,
    startedAt,
    steps: entries.map((entry) => stepFor(entry, chance)),
    answers: {},
    at: 0,
    spent: 0,
    flagged: [],
    ...(minutes !== undefined && { minutes }),
  });
}

function stepFor({ deck, item }: Entry, chance: Chance): Step {
  const places = [...Array(partsOf(item)).keys()];
  const isFixed = (item.kind === 'single' || item.kind === 'multiple') && !item.shuffle;
  const order = isFixed ? places : shuffled(places, chance);
  // Steps that happen to lie in the right order would be no question.
  const isGivenAway = item.kind === 'ordering' && order.every((place, index) => place === index);
  return { deck: deck.deck, item: item.id, order: isGivenAway ? [...order.slice(1), ...order.slice(0, 1)] : order };
}

/** The session at a place, unless the decks have changed under it (an update, an edit): then it has to be begun anew. */
export function sessionAt(record: StudyRecord, place: string, decks: readonly Deck[]): Session | undefined {
  const session = own(record.sessions, place);
  const fits = session?.steps.every((step) => {
    const entry = entryOf(step, decks);
    const count = entry && partsOf(entry.item);
    return step.order.length === count && new Set(step.order).size === count && step.order.every((each) => each < count);
  });
  return fits ? session : undefined;
}

export function entryOf({ deck: id, item: itemId }: Step, decks: readonly Deck[]): Entry | undefined {
  const deck = decks.find((each) => each.deck === id);
  const item = deck?.items.find((each) => each.id === itemId);
  return deck && item && { deck, item };
}

/** An answer as the page gives it. */
export type Answered = { readonly session: string; readonly step: number; readonly given: Given; readonly sure: boolean; readonly took: number };

/** Answers the question that is shown; in an exam, any one, and as often as wanted. */
export function answerStep(record: StudyRecord, place: string, decks: readonly Deck[], answered: Answered, chance: Chance): StudyRecord {
  const session = sessionAt(record, place, decks);
  const step = session?.steps[answered.step];
  const entry = step && entryOf(step, decks);
  const isExam = session?.kind === 'exam';
  const isLate = !isExam && (answered.step !== session?.at || session.answers[String(answered.step)] !== undefined);
  if (!session || !entry || session.id !== answered.session || session.finishedAt !== undefined || isLate || !canAnswer(entry.item, answered.given)) {
    return record;
  }
  // In an exam one comes back to a question; all looks at it count.
  const took = lookOf(answered.took) + (isExam ? (session.answers[String(answered.step)]?.took ?? 0) : 0);
  const answer: StepAnswer = { given: answered.given, right: slipsOf(entry.item, answered.given) === 0, at: chance.now(), took, sure: answered.sure };
  const next: Session = { ...session, answers: { ...session.answers, [String(answered.step)]: answer }, spent: session.spent + lookOf(answered.took) };
  if (isExam) {
    return withSession(record, place, next);
  }
  const isAskedAgain = !answer.right && session.kind !== 'deck' && session.steps.filter((each) => each.deck === step.deck && each.item === step.item).length < 3;
  return reviewed(withSession(record, place, isAskedAgain ? { ...next, steps: [...next.steps, stepFor(entry, chance)] } : next), entry, answer);
}

/** Who looks at a question for longer has left it, in milliseconds. */
const longestLook = 5 * 60_000;

function lookOf(took: number): number {
  return Number.isFinite(took) ? Math.min(Math.max(0, took), longestLook) : 0;
}

function reviewed(record: StudyRecord, { deck, item }: Entry, answer: StepAnswer): StudyRecord {
  const grade = gradeOf({ ...answer, usual: usualTime(record, deck.deck) });
  return withReview(record, deck.deck, item.id, [Math.floor(answer.at / 1000), grade, Math.round(answer.took / 100)]);
}

/** The median time of right answers in a deck, in milliseconds; of fewer than five nothing can be said. */
function usualTime(record: StudyRecord, deck: string): number | undefined {
  const times = Object.values(own(record.reviews, deck) ?? {})
    .flatMap((reviews) => reviews.filter(([, grade, took]) => grade > 1 && took > 0).map(([, , took]) => took))
    .sort((one, other) => one - other);
  return times.length < 5 ? undefined : (times[Math.floor(times.length / 2)] ?? 0) * 100;
}

/** Goes on from a question that has been answered; in an exam to any one. */
export function goToStep(record: StudyRecord, place: string, decks: readonly Deck[], { session: id, step, took }: { session: string; step: number; took: number }): StudyRecord {
  const session = sessionAt(record, place, decks);
  const isNext = session && step === session.at + 1 && session.answers[String(session.at)] !== undefined;
  const isThere = session?.kind === 'exam' && session.finishedAt === undefined && step >= 0 && step < session.steps.length;
  return session && session.id === id && (session.kind === 'exam' ? isThere : isNext) ? withSession(record, place, { ...session, at: step, spent: session.spent + lookOf(took) }) : record;
}

/** Marks a question of an exam to come back to, or takes the mark away. */
export function flagStep(record: StudyRecord, place: string, { session: id, step }: { session: string; step: number }): StudyRecord {
  const session = own(record.sessions, place);
  if (session?.id !== id || session.kind !== 'exam') {
    return record;
  }
  const flagged = session.flagged.includes(step) ? session.flagged.filter((each) => each !== step) : [...session.flagged, step];
  return withSession(record, place, { ...session, flagged });
}

/** Hands an exam in. What was not answered is wrong; every answer counts as a review. */
export function handIn(record: StudyRecord, place: string, decks: readonly Deck[], { session: id, took }: { session: string; took: number }, domainOf: (entry: Entry) => string, chance: Chance): StudyRecord {
  const session = sessionAt(record, place, decks);
  if (!session || session.id !== id || session.kind !== 'exam' || session.finishedAt !== undefined) {
    return record;
  }
  const domains = new Map<string, [number, number]>();
  let next = record;
  for (const [index, step] of session.steps.entries()) {
    const entry = entryOf(step, decks);
    const answer = session.answers[String(index)];
    if (!entry) {
      continue;
    }
    const [right, count] = domains.get(domainOf(entry)) ?? [0, 0];
    domains.set(domainOf(entry), [right + (answer?.right ? 1 : 0), count + 1]);
    if (answer) {
      next = reviewed(next, entry, answer);
    }
  }
  const all = [...domains.values()];
  const result: ExamResult = { id, at: chance.now(), right: sum(all.map(([right]) => right)), count: sum(all.map(([, count]) => count)), domains: Object.fromEntries(domains) };
  return { ...withSession(next, place, { ...session, at: session.steps.length, spent: session.spent + lookOf(took), finishedAt: chance.now() }), exams: [...next.exams, result] };
}

/** How the questions of a deck stand by their last reviews; the others have not been asked yet. */
export function tallyOf(record: StudyRecord, deck: Deck): { right: number; wrong: number } {
  const last = deck.items.map(({ id }) => reviewsOf(record, deck.deck, id).at(-1)?.[1]).filter((grade) => grade !== undefined);
  const right = last.filter((grade) => grade > 1).length;
  return { right, wrong: last.length - right };
}

function withSession(record: StudyRecord, place: string, session: Session): StudyRecord {
  return { ...record, sessions: { ...record.sessions, [place]: session } };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** In an order by chance. */
export function shuffled<T>(values: readonly T[], chance: Pick<Chance, 'random'>): T[] {
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(chance.random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
