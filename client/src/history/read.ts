// Histories in the forms in which people have them: what `aws stepfunctions get-execution-history` prints, one page or many one after the
// other; what the console and the SDKs give; the lines that Express workflows log to CloudWatch; and what this extension keeps of a run.
import { instantOf } from '../../../server/src/expressions/instant';
import { isList, isObject, memberOf, parseJson, textOf, type Json, type JsonObject } from '../../../server/src/expressions/value';
import { documentsIn } from './documents';
import type { RecordedEvent } from './events';

export interface ReadHistory {
  /** Of all runs that the text tells of, in order. */
  readonly events: readonly RecordedEvent[];
  /** Runs that are not part of another one, in order; one without a name where the text names none. */
  readonly runs: readonly string[];
  /** What is to be known of the text: what is missing in it. */
  readonly notes: readonly string[];
  /** The address of the definition, where the extension itself has kept the run. */
  readonly definition?: string;
}

/** True for a text that looks like a history, by its first part, or by where its events begin: `stepwise run` writes the output before them. */
export function looksLikeHistory(text: string): boolean {
  const begin = text.indexOf('"ExecutionStarted"');
  return [0, Math.max(0, begin - 500)].some((from) => hasEvents(text.slice(from, from + 20_000)));
}

function hasEvents(part: string): boolean {
  return /"\w*[tT]ype\\?"\s*:\s*\\?"(?:Execution(?:Started|Succeeded|Failed|TimedOut|Aborted|Redriven)|\w+State(?:Entered|Exited))\\?"/.test(part) && /previous_?event_?id/i.test(part);
}

/** Reads a text. Gives a sentence for the person where it is no history. */
export function readHistory(text: string): ReadHistory | string {
  const { documents, isCut } = documentsIn(text);
  const found = documents.flatMap((each) => eventsIn(each));
  if (found.length === 0) {
    return isCut && documents.length === 0
      ? 'This is no JSON. A history is what "aws stepfunctions get-execution-history --output json" prints.'
      : 'No events of an execution are in this file. A history is what "aws stepfunctions get-execution-history --output json" prints.';
  }
  const events = inOrder(found);
  const last = documents.at(-1);
  const [token, definition] = [memberOf(last, 'nextToken') ?? memberOf(last, 'NextToken'), memberOf(documents[0], 'definition')];
  return {
    events,
    // The extension keeps one run a file, with those that were started in it.
    runs: typeof definition === 'string' ? [events[0]?.execution ?? ''] : runsIn(events),
    notes: [...(isCut ? ['The file ends in the middle of an event. What stands before it is shown.'] : []), ...(typeof token === 'string' ? ['The history goes on: the file ends with a nextToken, and later pages are not in it.'] : []), ...gapsIn(events)],
    ...(typeof definition === 'string' && { definition }),
  };
}

/** The events of one run, and of the runs that were started in it. */
export function eventsOfRun({ events, runs }: Pick<ReadHistory, 'events' | 'runs'>, run: string): RecordedEvent[] {
  const others = new Set(runs.filter((each) => each !== run));
  return events.filter(({ execution }) => !others.has(execution) && (runs.length === 1 || execution === run || machineOf(execution).startsWith(`${machineOf(run)}/`)));
}

/** Anything that has events in it somewhere. */
function eventsIn(value: Json | undefined, depth = 0): RecordedEvent[] {
  if (depth > 6) {
    return [];
  }
  if (isList(value)) {
    return value.flatMap((each) => eventsIn(each, depth + 1));
  }
  if (!isObject(value)) {
    return [];
  }
  const event = eventOf(value);
  if (event) {
    return [event];
  }
  // Lines of a log hold events as texts or as objects: of the console, the command line, and Logs Insights.
  const message = value['message'] ?? value['@message'] ?? (value['field'] === '@message' ? value['value'] : undefined);
  if (message !== undefined) {
    return eventsIn(typeof message === 'string' ? parseJson(message) : message, depth + 1);
  }
  return [value['events'], value['Events'], value['results']].flatMap((each) => eventsIn(each, depth + 1));
}

function eventOf(value: JsonObject): RecordedEvent | undefined {
  const read = (...names: string[]): Json | undefined => names.map((name) => memberOf(value, name)).find((each) => each !== undefined);
  const type = read('type', 'Type');
  const id = numberIn(read('id', 'Id'));
  const previous = numberIn(read('previousEventId', 'PreviousEventId', 'previous_event_id', 'prev'));
  if (typeof type !== 'string' || id === undefined || previous === undefined) {
    return undefined;
  }
  const written = Object.entries(value).find(([name, each]) => (/EventDetails$/.test(name) || name === 'details') && isObject(each))?.[1];
  return { id, previousEventId: previous, type, timestamp: timeIn(read('timestamp', 'Timestamp', 'event_timestamp')), execution: textOf(read('executionArn', 'execution_arn')), details: isObject(written) ? withSmallNames(written) : {}, hasTexts: true };
}

/** As the API writes names; PowerShell and .NET write `Input`. */
function withSmallNames(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [small(name), /Details$/.test(name) && isObject(each) ? Object.fromEntries(Object.entries(each).map(([inner, one]) => [small(inner), one])) : each]));
}

function small(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function numberIn(value: Json | undefined): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** Times before this many are seconds since 1970; in milliseconds that would be March 1973. */
const leastMilliseconds = 100_000_000_000;

function timeIn(value: Json | undefined): number | undefined {
  const text = textOf(value);
  const number = text === '' ? NaN : Number(text);
  if (!Number.isNaN(number)) {
    return number < leastMilliseconds ? Math.round(number * 1000) : number;
  }
  const time = instantOf(text) ?? Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** By their numbers in each run, each once: pages can overlap, and `--reverse-order` prints the last first. */
function inOrder(found: readonly RecordedEvent[]): RecordedEvent[] {
  const seen = new Set<string>();
  const events = found.filter(({ execution, id }) => {
    const key = `${execution}#${String(id)}`;
    // Numbers that somebody has blanked say nothing.
    const isNew = id === 0 || !seen.has(key);
    seen.add(key);
    return isNew;
  });
  const last = new Map<string, number>();
  const isOrdered = events.every(({ execution, id }) => {
    const before = last.get(execution) ?? 0;
    last.set(execution, id);
    return id === 0 || id > before;
  });
  const isOne = last.size === 1;
  return isOrdered ? events : events.sort((one, other) => (isOne || one.execution === other.execution ? 0 : (one.timestamp ?? 0) - (other.timestamp ?? 0)) || one.id - other.id);
}

/** Children of a distributed Map are no runs of their own where the run around them is told too. */
function runsIn(events: readonly RecordedEvent[]): string[] {
  const all = [...new Set(events.map(({ execution }) => execution))];
  const machines = new Set(all.map(machineOf));
  return all.filter((each) => {
    const [parent = '', ...label] = machineOf(each).split('/');
    return label.length === 0 || !machines.has(parent);
  });
}

/** `Train` in `arn:aws:states:eu-west-1:111122223333:execution:Train:run-7`; of a child of a distributed Map `Train/Label`. */
function machineOf(execution: string): string {
  return execution.split(':')[6] ?? '';
}

function gapsIn(events: readonly RecordedEvent[]): string[] {
  const missing: string[] = [];
  const last = new Map<string, number>();
  for (const { execution, id } of events) {
    const before = last.get(execution) ?? 0;
    if (id > before + 1 && missing.length < 3) {
      missing.push(id === before + 2 ? `Event ${String(before + 1)} is missing.` : `Events ${String(before + 1)} to ${String(id - 1)} are missing.`);
    }
    last.set(execution, Math.max(before, id));
  }
  return missing;
}
