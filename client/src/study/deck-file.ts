// A deck as the text of a file, YAML or JSON: what it holds, or what is wrong with it and where.
import { constructFromEvents, EVENT_ID, getScalarValue, parseEvents, YAMLException, type Event } from 'js-yaml';
import type { Deck } from './deck';
import { readDeck } from './read-deck';

/** What is wrong, with its place in the text. */
export type DeckFileProblem = { readonly start: number; readonly end: number; readonly message: string };

/** Beyond this a file is no deck that a person wrote. */
const longestFile = 5_000_000;
/** So many aliases a document may have, so that a few lines can't unfold into millions. */
const mostAliases = 100;
const mostProblems = 100;

export function readDeckFile(text: string): { readonly deck: Deck } | { readonly problems: readonly DeckFileProblem[] } {
  if (text.length > longestFile) {
    return { problems: [{ start: 0, end: 1, message: 'This file is too large for a deck: at most 5 MB are read.' }] };
  }
  try {
    const events = parseEvents(text, {});
    // The core schema, which is meant where none is named, leaves dates as they are written.
    const [value] = constructFromEvents(events, { source: text, maxAliases: mostAliases });
    const read = readDeck(value);
    return 'deck' in read ? read : { problems: read.problems.slice(0, mostProblems).map(({ path, message }) => ({ ...placeOf(path, events, text), message })) };
  } catch (error) {
    return { problems: [refusal(error, text)] };
  }
}

/** What the library can't read, at the place that it names. */
function refusal(error: unknown, text: string): DeckFileProblem {
  const { reason, mark } = error instanceof YAMLException ? error : { reason: error instanceof Error ? error.message : String(error), mark: undefined };
  const start = Math.min(mark?.position ?? 0, Math.max(0, text.length - 1));
  return { start, end: lineEnd(text, start, text.length), message: `This can't be read as a deck: ${reason}.` };
}

/** The place of the deepest part of a path that is there: the key where the last step is one, else where the value begins. */
function placeOf(path: readonly (string | number)[], events: readonly Event[], text: string): { start: number; end: number } {
  // The first event begins the document.
  let at = 1;
  let found = startOf(events[at]);
  for (const step of path) {
    const place = memberOf(at, step, events, text);
    if (!place) {
      break;
    }
    found = place.start;
    at = place.value;
  }
  return { start: found, end: lineEnd(text, found, text.length) };
}

/** Where a member of the collection at an index of the events stands, and the index of its value. */
function memberOf(at: number, step: string | number, events: readonly Event[], text: string): { start: number; value: number } | undefined {
  const isMapping = events[at]?.type === EVENT_ID.MAPPING;
  if (!isMapping && events[at]?.type !== EVENT_ID.SEQUENCE) {
    return undefined;
  }
  let index = 0;
  for (let member = at + 1; member < events.length && events[member]?.type !== EVENT_ID.POP; index++) {
    const key = events[member];
    const value = isMapping ? behind(member, events) : member;
    const isIt = isMapping ? key?.type === EVENT_ID.SCALAR && getScalarValue(text, key) === String(step) : index === step;
    if (isIt) {
      return { start: startOf(key), value };
    }
    member = behind(value, events);
  }
  return undefined;
}

/** The index behind a value with all that is in it. */
function behind(at: number, events: readonly Event[]): number {
  let open = 0;
  let index = at;
  do {
    const type = events[index]?.type;
    open += type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE ? 1 : type === EVENT_ID.POP ? -1 : 0;
    index++;
  } while (open > 0 && index < events.length);
  return index;
}

function startOf(event: Event | undefined): number {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart;
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart;
    default:
      return 0;
  }
}

function lineEnd(text: string, start: number, end: number): number {
  const line = text.indexOf('\n', start);
  return Math.max(start + 1, Math.min(end, line < 0 ? text.length : line));
}
