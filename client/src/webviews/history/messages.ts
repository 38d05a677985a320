// The contract between the history page and the extension, and the picture of a run that the graph page is told.
// The extension has read the history and knows what belongs to what; the pages show it, and say what the reader points at.

export type RunStatus = 'running' | 'succeeded' | 'caught' | 'failed' | 'timedOut' | 'aborted';

/** What the history page asks of and tells the extension. */
export type HistoryHost = {
  requests: {
    history: [params: undefined, result: ShownHistory];
    /** What a state was given and gave; without a visit, what an event tells. */
    details: [params: { at: number; visit?: number }, result: Details];
    /** The events and visits that have a text in them, their inputs and outputs too. */
    search: [params: { text: string }, result: Found];
  };
  events: {
    /** The reader has come to an event. */
    moment: { at: number };
    showGraph: undefined;
    replay: undefined;
    chooseDefinition: undefined;
    chooseRun: undefined;
    /** Shows a state in the text of the definition. */
    reveal: { visit: number };
    /** Opens a whole input or output in an editor. */
    open: { at: number; visit?: number; kind: Part['kind'] };
  };
};

/** What the extension tells the history page. */
export type HistoryPage = {
  requests: Record<never, never>;
  events: {
    changed: undefined;
    /** Somebody else has come to an event: the graph's slider. */
    moment: { at: number };
  };
};

export type ShownHistory = {
  uri: string;
  file: string;
  /** Why there is nothing to show. */
  trouble?: string;
  run?: ShownRun;
};

export type ShownRun = {
  /** Its name or ARN; empty where the history does not tell. */
  name: string;
  /** How many runs the file has. */
  runs: number;
  status: RunStatus;
  /** The error and the cause it ended with. */
  reason?: string;
  start?: number;
  end?: number;
  notes: readonly string[];
  definition?: { file: string; /** What does not fit. */ trouble?: string };
  events: readonly EventRow[];
  visits: readonly VisitRow[];
  /** How many lanes the timeline has. */
  lanes: readonly LaneRow[];
  /** Where the reader was last. */
  at: number;
};

export type EventRow = {
  id: number;
  type: string;
  time?: number;
  /** The visit that it belongs to, by its place. */
  visit?: number;
  /** What it tells in a few words. */
  words: string;
};

export type VisitRow = {
  name: string;
  type: string;
  /** How many states are around it. */
  depth: number;
  /** The branch or iteration. */
  where: string;
  status: RunStatus;
  retries: number;
  error?: string;
  items?: Items;
  /** The first and the last event, by their places. */
  from: number;
  to?: number;
  lane: number;
};

export type LaneRow = { name: string; depth: number };

export type Items = { total: number; succeeded: number; failed: number; running: number };

export type Details = {
  title: string;
  /** In the order in which they are read. */
  parts: readonly Part[];
  changes?: { readonly list: readonly Change[]; readonly isAll: boolean };
};

export type Part = { kind: 'input' | 'arguments' | 'result' | 'output' | 'variables' | 'error' | 'attempts' | 'event'; name: string; text: string; /** What is to be known of it. */ note?: string; isWhole: boolean };

/** What is other in the output than in the input, at a place of it. */
export type Change = { path: string; kind: 'added' | 'removed' | 'changed'; before?: string; after?: string };

export type Found = { events: readonly number[]; visits: readonly number[] };

/** A run as the graph shows it, at one moment. */
export type RunPicture = {
  /** `history.json`, or that it is being debugged. */
  title: string;
  at: number;
  /** How many events there are. */
  count: number;
  /** The event that the run has come to, and the time since its start. */
  words: string;
  isLive: boolean;
  /** By the ids of the graph. */
  nodes: Readonly<Record<string, NodeRun>>;
  /** The arrows that were taken, as `from → to`, and `from ⇢ to` where an error was caught. */
  ways: readonly string[];
  /** Names of the history that the graph does not have. */
  unknown: readonly string[];
};

export type NodeRun = {
  status: RunStatus;
  visits: number;
  retries: number;
  items?: Items;
  /** True where the event belongs to it. */
  isHere: boolean;
};
