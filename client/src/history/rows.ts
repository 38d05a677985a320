// A run as the history page lists it: its events, and its visits of states with what became of them.
import { textOf } from '../../../server/src/expressions/value';
import { cut } from '../../../server/src/text/words';
import type { EventRow, RunStatus, ShownRun, VisitRow } from '../webviews/history/messages';
import { detail, type RecordedEvent } from './events';
import { lanesOf } from './lanes';
import { itemsAt } from './moment';
import type { Tracker } from './tracker';
import { namesAround, strandInWords, type Visit } from './visits';

const [longest, longestReason] = [120, 400];

/** What an event tells beside its type, in a few words. */
export function eventInWords(event: RecordedEvent): string {
  const { details } = event;
  const index = details['index'];
  const parts = [
    detail(event, 'error'),
    detail(event, 'cause'),
    ['resourceType', 'resource'].map((name) => detail(event, name)).filter((each) => each !== undefined).join(':'),
    typeof index === 'number' ? `#${String(index)}` : undefined,
    event.type === 'MapStateStarted' && typeof details['length'] === 'number' ? `${String(details['length'])} items` : undefined,
    detail(event, 'mapRunArn'),
    detail(event, 'location'),
  ].filter((each) => each !== undefined && each !== '');
  return cut(parts.join(': '), longest);
}

/** All that the page lists. */
export function rowsOf(tracker: Tracker): Pick<ShownRun, 'status' | 'reason' | 'start' | 'end' | 'events' | 'visits' | 'lanes'> {
  const { events, visits, visitOf } = tracker;
  const lanes = lanesOf(tracker);
  const [first, last] = [events.find(({ timestamp }) => timestamp !== undefined)?.timestamp, events.findLast(({ timestamp }) => timestamp !== undefined)?.timestamp];
  const ending = endOf(tracker);
  const reason = ending && [detail(ending, 'error'), detail(ending, 'cause')].filter((each) => each !== undefined).join(': ');
  return {
    status: statusOf(ending),
    ...(reason !== undefined && reason !== '' && { reason: cut(reason, longestReason) }),
    ...(first !== undefined && { start: first }),
    ...(last !== undefined && { end: last }),
    events: events.map((event, at) => eventRow(event, visitOf[at])),
    visits: visits.map((visit) => visitRow(visit, tracker, lanes.laneOf(visit.strand))),
    lanes: lanes.rows,
  };
}

/** The event that the run itself ended with. */
function endOf({ events }: Tracker): RecordedEvent | undefined {
  const root = events[0]?.execution;
  return events.findLast(({ type, execution }) => execution === root && /^Execution/.test(type) && type !== 'ExecutionStarted');
}

function statusOf(ending: RecordedEvent | undefined): RunStatus {
  switch (ending?.type) {
    case 'ExecutionSucceeded':
      return 'succeeded';
    case 'ExecutionFailed':
      return 'failed';
    case 'ExecutionTimedOut':
      return 'timedOut';
    case 'ExecutionAborted':
      return 'aborted';
    default:
      return 'running';
  }
}

function eventRow(event: RecordedEvent, visit: Visit | undefined): EventRow {
  const { id, type, timestamp } = event;
  return { id, type, words: eventInWords(event), ...(timestamp !== undefined && { time: timestamp }), ...(visit && { visit: visit.index }) };
}

function visitRow(visit: Visit, { events }: Tracker, lane: number): VisitRow {
  const { name, type, strand, status, attempts, entered, ended } = visit;
  const items = itemsAt(visit, Infinity);
  const error = errorOf(visit, events);
  return {
    name,
    type,
    depth: namesAround(strand).length,
    where: strandInWords(strand),
    status,
    retries: Math.max(0, attempts.length - 1),
    from: entered,
    lane,
    ...(error !== undefined && { error: cut(error, longest) }),
    ...(items && { items }),
    ...(ended !== undefined && { to: ended }),
  };
}

/** The name of the last error of a visit. */
export function errorOf({ failures }: Visit, events: readonly RecordedEvent[]): string | undefined {
  const named = failures.map((at) => events[at]).findLast((event) => event && event.details['error'] !== undefined);
  return named ? textOf(named.details['error']) : failures.length > 0 ? events[failures.at(-1) ?? 0]?.type : undefined;
}
