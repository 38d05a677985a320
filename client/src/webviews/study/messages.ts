// The contract between the Study page and the extension.
// The extension owns notes, decks, runs and the record; the page shows what it is given and says what the reader did.

/** What the Study page asks of and tells the extension. */
export type StudyHost = {
  requests: {
    home: [params: undefined, result: Home];
    note: [params: { id: string }, result: Note | undefined];
    /** Where this deck's run stands; begins one where there is none. */
    quiz: [params: { deck: string }, result: Quiz];
    startOver: [params: { deck: string }, result: Quiz];
    /** Naming run and item makes a double click, or a second window, harmless: the answer is where the run really stands. */
    answer: [params: { deck: string; run: string; item: string; option: number }, result: Quiz];
    next: [params: { deck: string; run: string; item: string }, result: Quiz];
  };
  events: {
    openLink: { url: string };
    copy: { text: string };
    /** Opens a state machine of a note in an editor of its own, where the language server explains it. */
    openMachine: { text: string };
    openSetAside: undefined;
  };
};

/** What the extension asks of and tells the Study page. */
export type StudyPage = {
  requests: Record<never, never>;
  /** The record may have moved on, in another window say: what is shown is worth asking for again. */
  events: { changed: undefined };
};

/** The start page. */
export type Home = {
  decks: readonly DeckSummary[];
  notes: readonly NoteSummary[];
  /** Something the reader has to know about the record. */
  notice?: Notice;
};

export type Notice = 'record-set-aside' | 'record-not-saved';

export type DeckSummary = {
  id: string;
  title: string;
  questions: number;
  /** By the last answer given to each question. */
  right: number;
  wrong: number;
  /** The run under way, if there is one. */
  run?: { number: number; finished: boolean };
};

export type NoteSummary = { id: string; title: string; summary: string; date: string };

/** `html` was made from our own Markdown when the extension was built. */
export type Note = NoteSummary & { html: string };

export type Source = { title: string; url: string };

/** Where a run stands. */
export type Quiz = Question | Verdict | Summary;

type Asked = {
  deck: string;
  title: string;
  run: string;
  item: string;
  number: number;
  count: number;
  ask: string;
};

export type Question = Asked & { kind: 'question'; options: readonly Option[] };

/** `id` is the option's place in the deck, whatever place it is shown at. */
export type Option = { id: number; text: string };

export type Verdict = Asked & {
  kind: 'verdict';
  chosen: number;
  correct: number;
  options: readonly (Option & { why: string })[];
  explain?: string;
  /** Where today's service differs from what the course and its exam expect. */
  today?: string;
  note?: { id: string; title: string };
  sources: readonly Source[];
  asOf?: string;
};

export type Summary = {
  kind: 'summary';
  deck: string;
  title: string;
  run: string;
  right: number;
  results: readonly { item: string; ask: string; right: boolean; answer: string; chosen: string }[];
};
