// The contract between the Study page and the extension.
// The extension owns notes, decks, sessions and the record; the page shows what it is given and says what the reader did.

/** What the Study page asks of and tells the extension. */
export type StudyHost = {
  requests: {
    home: [params: undefined, result: Home];
    note: [params: { id: string }, result: Note | undefined];
    /** Notes in which all these words are, best first. */
    search: [params: { text: string }, result: readonly Found[]];
    progress: [params: undefined, result: Progress];
    /** Where the session at a place stands; begins one where there is none. */
    quiz: [params: { place: string }, result: Quiz];
    start: [params: Start, result: Quiz];
    /** Naming session and step makes a double click, or a second window, harmless: the answer is where the session really stands. */
    answer: [params: { place: string; session: string; step: number; given: Given; sure: boolean; took: number }, result: Quiz];
    /** `took`: how long the question was looked at, in milliseconds. */
    go: [params: { place: string; session: string; step: number; took: number }, result: Quiz];
    flag: [params: { place: string; session: string; step: number }, result: Quiz];
    handIn: [params: { place: string; session: string; took: number }, result: Quiz];
  };
  events: {
    /** The page can be told where to go. */
    ready: undefined;
    /** It went where it was told to go. */
    arrived: undefined;
    openLink: { url: string };
    copy: { text: string };
    /** Opens a state machine of a note or a question in an editor of its own, where the language server explains it. */
    openMachine: { text: string };
    /** Puts a task of a note into the state machine in the editor. */
    insertTask: { text: string };
    openSetAside: undefined;
    exportRecord: undefined;
    importRecord: undefined;
    resetRecord: undefined;
  };
};

/** What the extension asks of and tells the Study page. */
export type StudyPage = {
  requests: Record<never, never>;
  events: {
    /** The record may have moved on, in another window say: what is shown is worth asking for again. */
    changed: undefined;
    /** A command, a hover or the tree asks for this. */
    show: Goal;
  };
};

/** Where in the page one can be sent. */
export type Goal = { at: 'note'; id: string } | { at: 'quiz'; place: string; start?: Start } | { at: 'progress' } | { at: 'home' };

/**
 * A place holds one session: `due`, `practise`, `exam`, or `deck:` with a deck's id.
 * For practice a topic may be given, else the weakest questions are asked; an exam has a profile, and a factor for its time, or none for no limit.
 */
export type Start = { place: string; topic?: string; profile?: string; factor?: number };

/** The start page. */
export type Home = {
  /** Questions due now, and new ones that the day still has. */
  due: number;
  fresh: number;
  streak: number;
  sessions: readonly SessionSummary[];
  decks: readonly DeckSummary[];
  chapters: readonly { title: string; notes: readonly NoteSummary[] }[];
  exams: readonly { id: string; title: string; questions: number; minutes: number }[];
  /** Something the reader has to know about the record. */
  notice?: Notice;
  /** Decks of the workspace that could not be read. */
  brokenDecks: readonly { file: string; problems: number }[];
};

export type Notice = 'record-set-aside' | 'record-not-saved';

/** A session that was left. */
export type SessionSummary = { place: string; title: string; number: number; count: number };

export type DeckSummary = {
  id: string;
  title: string;
  questions: number;
  /** By the last answer given to each question. */
  right: number;
  wrong: number;
  /** True for a deck of the workspace. */
  own: boolean;
  /** The session under way, if there is one. */
  session?: { number: number; finished: boolean };
};

export type NoteSummary = { id: string; title: string; summary: string; date: string; questions: number };

/** `html` was made from our own Markdown when the extension was built. */
export type Note = NoteSummary & { html: string; chapter: string; previous?: NoteLink; next?: NoteLink };

export type NoteLink = { id: string; title: string };

/** A note with the sentence in which a word was found, cut where it was. */
export type Found = NoteLink & { before: string; match: string; after: string };

/**
 * An answer: the option or the options chosen, the steps in the order given, for each left side the right side that was put beside it
 * (all by their ids), the number, or, of a card, 1 where it was known and 0 where it was not.
 */
export type Given = readonly number[];

export type Source = { title: string; url: string };

/** Where a session stands. */
export type Quiz = Question | Verdict | Summary | Nothing;

/** There is nothing to ask. `nextDue` is in milliseconds since 1970. */
export type Nothing = { kind: 'nothing'; place: string; title: string; nextDue?: number };

type Asked = {
  place: string;
  title: string;
  session: string;
  step: number;
  number: number;
  count: number;
  /** The question's id, with that of its deck. */
  item: string;
  ask: string;
  /** A state machine to read. */
  asl?: string;
  shown: Shown;
};

/** What there is to choose from, in the order in which it is shown. `id` is the place in the deck. */
export type Shown =
  | { kind: 'single' | 'multiple'; options: readonly Part[] }
  | { kind: 'ordering'; steps: readonly Part[] }
  | { kind: 'matching'; lefts: readonly Part[]; rights: readonly Part[] }
  | { kind: 'numeric'; unit?: string }
  /** The reader turns the card and says whether it was known: 1 or 0. */
  | { kind: 'recall'; answer: string };

export type Part = { id: number; text: string };

export type Question = Asked & { kind: 'question'; exam?: ExamState };

/** An exam under way: which questions have an answer, and which are to be looked at again. */
export type ExamState = {
  answered: readonly boolean[];
  flagged: readonly number[];
  /** What was answered here, and how surely. */
  given?: Given;
  sure?: boolean;
  /** In milliseconds, when the exam was last left; nothing where time has no end. */
  left?: number;
};

export type Verdict = Asked & {
  kind: 'verdict';
  given: Given;
  sure: boolean;
  right: boolean;
  /** The right answer, and the same in words. */
  correct: Given;
  answer: string;
  /** The reason of each option, by its id. */
  whys: Readonly<Record<number, string>>;
  explain?: string;
  /** Where today's service differs from what the course and its exam expect. */
  today?: string;
  note?: NoteLink;
  sources: readonly Source[];
  asOf?: string;
  /** When it will be asked again, in milliseconds since 1970. */
  due?: number;
};

export type Summary = {
  kind: 'summary';
  place: string;
  title: string;
  session: string;
  right: number;
  count: number;
  results: readonly Result[];
  /** Of an exam: how each domain went, and the minutes it took. */
  exam?: { domains: readonly { title: string; right: number; count: number }[]; minutes: number };
};

export type Result = { item: string; ask: string; right: boolean; sure: boolean; answer: string; given?: string; note?: NoteLink };

/** What the progress page draws. */
export type Progress = {
  today: { answers: number; right: number; due: number; fresh: number; streak: number };
  /** The last 26 weeks, the oldest day first. */
  calendar: readonly { date: string; answers: number; right: number }[];
  mastery: readonly { id: string; title: string; known: number; seen: number; all: number }[];
  retention: readonly { week: string; asked: number; right: number }[];
  /** How likely an answer is still known, day by day from today. */
  forgetting: readonly number[];
  forecast: readonly { date: string; due: number }[];
  exams: readonly { at: number; right: number; count: number }[];
  target: number;
};
