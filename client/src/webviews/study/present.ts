// From the record and the library to what the page shows. The right answer leaves the extension only once one has been given.
import { rightAnswer, type Given, type Item } from '../../study/deck';
import { chapterTitles, questionsOn, type Library, type StudyNote } from '../../study/library';
import { dueCounts, examProfiles, type PlanOptions } from '../../study/plan';
import { reviewsOf, type Session, type StudyRecord } from '../../study/record';
import type { Schedule } from '../../study/schedule';
import { entryOf, sessionAt, tallyOf, type Entry } from '../../study/session';
import { calendarOf, forecastOf, forgettingOf, masteryOf, retentionOf, streakOf } from '../../study/statistics';
import type { DeckSummary, Home, Note, NoteLink, NoteSummary, Notice, Progress, Quiz, Result, SessionSummary, Shown, Summary } from './messages';

/** All that is shown comes from these. */
export type Shelves = { readonly library: Library; readonly record: StudyRecord; readonly schedule: Schedule; readonly options: PlanOptions & { readonly retention: number }; readonly now: number };

/** The start page. */
export function presentHome(shelves: Shelves, notice: Notice | undefined): Home {
  const { library, record, schedule, options, now } = shelves;
  return {
    ...dueCounts(record, library.decks, schedule, options, now),
    streak: streakOf(record, now),
    sessions: Object.entries(record.sessions).flatMap(([place, session]): SessionSummary[] =>
      sessionAt(record, place, library.decks) && !isFinished(session) && !place.startsWith('deck:') ? [{ place, title: session.title, number: session.at + 1, count: session.steps.length }] : [],
    ),
    decks: library.decks.map((deck): DeckSummary => {
      const session = sessionAt(record, `deck:${deck.deck}`, library.decks);
      return {
        id: deck.deck,
        title: deck.title,
        questions: deck.items.length,
        ...tallyOf(record, deck),
        own: library.own.has(deck.deck),
        ...(session && { session: { number: session.at + 1, finished: isFinished(session) } }),
      };
    }),
    chapters: [...chapterTitles].flatMap(([chapter, title]) => {
      const notes = library.notes.filter((note) => note.chapter === chapter);
      return notes.length === 0 ? [] : [{ title, notes: notes.map((note) => summaryOf(library, note)) }];
    }),
    exams: examProfiles,
    ...(notice && { notice }),
    brokenDecks: library.broken,
  };
}

export function presentNote(library: Library, id: string): Note | undefined {
  const index = library.notes.findIndex((note) => note.id === id);
  const note = library.notes[index];
  const [previous, next] = [library.notes[index - 1], library.notes[index + 1]];
  return note && { ...summaryOf(library, note), html: note.html, chapter: chapterTitles.get(note.chapter) ?? note.chapter, ...(previous && { previous: linkTo(previous) }), ...(next && { next: linkTo(next) }) };
}

/** Where a session stands: a question, its verdict, or the end. */
export function presentSession(shelves: Shelves, place: string, session: Session): Quiz {
  const { library, record, schedule, now } = shelves;
  const step = session.steps[session.at];
  const entry = step && entryOf(step, library.decks);
  if (session.steps.length === 0) {
    const dues = Object.entries(record.reviews).flatMap(([, items]) => Object.values(items).flatMap((reviews) => schedule.standing(reviews)?.due ?? []));
    const nextDue = dues.filter((due) => due > now).sort((one, other) => one - other)[0];
    return { kind: 'nothing', place, title: session.title, ...(nextDue !== undefined && { nextDue }) };
  }
  if (!step || !entry || session.finishedAt !== undefined) {
    return presentSummary(library, record, place, session);
  }
  const { deck, item } = entry;
  const asked = {
    place,
    title: session.title,
    session: session.id,
    step: session.at,
    number: session.at + 1,
    count: session.steps.length,
    item: `${deck.deck}/${item.id}`,
    ask: item.ask,
    ...(item.asl !== undefined && { asl: item.asl }),
    shown: shownItem(item, step.order),
  };
  const answer = session.answers[String(session.at)];
  if (session.kind === 'exam') {
    const left = session.minutes === undefined ? undefined : Math.max(0, session.minutes * 60_000 - session.spent);
    return {
      kind: 'question',
      ...asked,
      exam: {
        answered: session.steps.map((_step, index) => session.answers[String(index)] !== undefined),
        flagged: session.flagged,
        ...(answer && { given: answer.given, sure: answer.sure }),
        ...(left !== undefined && { left }),
      },
    };
  }
  if (!answer) {
    return { kind: 'question', ...asked };
  }
  const due = schedule.standing(reviewsOf(record, deck.deck, item.id))?.due;
  const note = library.notes.find(({ id }) => id === item.note);
  const correct = rightAnswer(item);
  return {
    kind: 'verdict',
    ...asked,
    given: answer.given,
    sure: answer.sure,
    right: answer.right,
    correct,
    answer: inWords(item, correct),
    whys: item.kind === 'single' || item.kind === 'multiple' ? Object.fromEntries(item.options.map(({ why }, index) => [index, why])) : {},
    ...(item.explain !== undefined && { explain: item.explain }),
    ...(item.today !== undefined && { today: item.today }),
    ...(note && { note: linkTo(note) }),
    sources: item.sources,
    ...(deck.asOf !== undefined && { asOf: deck.asOf }),
    ...(due !== undefined && { due }),
  };
}

export function presentProgress({ library, record, schedule, options, now }: Shelves): Progress {
  const calendar = calendarOf(record, 26 * 7, now);
  const { answers, right } = calendar.at(-1) ?? { answers: 0, right: 0 };
  const titles = new Map(library.notes.map(({ id, title }) => [id, title]));
  return {
    today: { answers, right, ...dueCounts(record, library.decks, schedule, options, now), streak: streakOf(record, now) },
    calendar,
    mastery: [...masteryOf(record, library.decks, schedule, (note) => (note !== undefined && titles.has(note) ? note : undefined), now)].map(([id, { known, seen, all }]) => ({ id, title: titles.get(id) ?? id, known, seen, all })),
    retention: retentionOf(record, 12, now),
    forgetting: forgettingOf(record, schedule, 31, now),
    forecast: forecastOf(record, library.decks, schedule, 30, now),
    exams: record.exams.map(({ at, right: known, count }) => ({ at, right: known, count })),
    target: options.retention,
  };
}

/** The chapter that a question belongs to by its note: an exam's domain. */
export function domainIn(library: Library): (entry: Entry) => string {
  const chapters = new Map(library.notes.map(({ id, chapter }) => [id, chapterTitles.get(chapter) ?? chapter]));
  return ({ deck, item }) => chapters.get(item.note ?? '') ?? deck.title;
}

function isFinished({ at, steps, finishedAt }: Session): boolean {
  return finishedAt !== undefined || at >= steps.length;
}

function shownItem(item: Item, order: readonly number[]): Shown {
  const parts = (texts: readonly string[], places: readonly number[]) => places.map((id) => ({ id, text: texts[id] ?? '' }));
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return { kind: item.kind, options: parts(item.options.map(({ text }) => text), order) };
    case 'ordering':
      return { kind: 'ordering', steps: parts(item.steps, order) };
    case 'matching':
      return { kind: 'matching', lefts: parts(item.pairs.map(([left]) => left), [...item.pairs.keys()]), rights: parts(item.pairs.map(([, right]) => right), order) };
    case 'numeric':
      return { kind: 'numeric', ...(item.unit !== undefined && { unit: item.unit }) };
    case 'recall':
      return { kind: 'recall', answer: item.answer };
  }
}

function inWords(item: Item, given: Given): string {
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return given.map((place) => item.options[place]?.text ?? '').join('; ');
    case 'ordering':
      return given.map((place) => item.steps[place] ?? '').join(' → ');
    case 'matching':
      return item.pairs.map(([left], index) => `${left}: ${item.pairs[given[index] ?? -1]?.[1] ?? ''}`).join('; ');
    case 'numeric':
      return `${(given[0] ?? 0).toLocaleString('en')}${item.unit === undefined ? '' : ` ${item.unit}`}`;
    case 'recall':
      return given[0] === 1 ? item.answer : 'not known';
  }
}

function presentSummary(library: Library, record: StudyRecord, place: string, session: Session): Summary {
  const results = session.steps.flatMap((step, index): Result[] => {
    const entry = entryOf(step, library.decks);
    const answer = session.answers[String(index)];
    if (!entry || (!answer && session.kind !== 'exam')) {
      return [];
    }
    const { deck, item } = entry;
    const note = library.notes.find(({ id }) => id === item.note);
    return [
      {
        item: `${deck.deck}/${item.id}`,
        ask: item.ask,
        right: answer?.right ?? false,
        sure: answer?.sure ?? false,
        answer: inWords(item, rightAnswer(item)),
        ...(answer && { given: inWords(item, answer.given) }),
        ...(note && { note: linkTo(note) }),
      },
    ];
  });
  const exam = record.exams.find(({ id }) => id === session.id);
  return {
    kind: 'summary',
    place,
    title: session.title,
    session: session.id,
    right: results.filter(({ right }) => right).length,
    count: results.length,
    results,
    ...(exam && { exam: { domains: Object.entries(exam.domains).map(([title, [right, count]]) => ({ title, right, count })), minutes: Math.round(session.spent / 60_000) } }),
  };
}

function summaryOf(library: Library, { id, title, summary, date }: StudyNote): NoteSummary {
  return { id, title, summary, date, questions: questionsOn(library, id) };
}

function linkTo({ id, title }: StudyNote): NoteLink {
  return { id, title };
}
