// One state's visit, or one event, with all that is known of it: what it was given, asked, answered and gave, and why it failed.
import type { Json } from '../../../server/src/expressions/value';
import { durationText } from '../../../server/src/text/duration';
import type { Details, Part } from '../webviews/history/messages';
import { differences } from './difference';
import { detail, payloadOf, variablesOf, type Payload, type RecordedEvent } from './events';
import type { Tracker } from './tracker';
import { isFailure, strandInWords, type Visit } from './visits';

/** So much of a value is shown on the page; the rest in an editor. */
const usually = 50_000;

/** @param longest so much of each text is given */
export function visitDetails(visit: Visit, { events }: Tracker, longest = usually): Details {
  const limited = (text: string): Limited => limit(text, longest);
  const own = (at: number | undefined): RecordedEvent | undefined => (at === undefined ? undefined : events[at]);
  const entered = own(visit.entered);
  const all = [visit.entered, ...visit.attempts, ...visit.others, ...visit.failures].sort((one, other) => one - other).flatMap((at) => events[at] ?? []);
  const exited = visit.ended === undefined ? undefined : own(visit.ended);
  const isLeft = exited?.type.endsWith('StateExited') === true;
  const input = entered && payloadOf(entered, 'input');
  const output = exited && isLeft ? payloadOf(exited, 'output') : undefined;
  const asked = all.findLast(({ type }) => type.endsWith('Scheduled'));
  const answered = all.findLast((event) => /(?:Task|LambdaFunction|Activity)Succeeded$/.test(event.type));
  const failed = all.findLast((event) => isFailure(event) || event.type === 'ExecutionFailed');
  const variables = exited && isLeft ? variablesOf(exited) : undefined;
  const where = strandInWords(visit.strand);
  return {
    title: where === '' ? visit.name : `${visit.name} in ${where}`,
    parts: [
      ...part('input', 'Input', input, limited),
      ...part('arguments', 'Arguments', asked && (payloadOf(asked, 'parameters') ?? payloadOf(asked, 'input')), limited, asked && [detail(asked, 'resourceType'), detail(asked, 'resource')].filter((each) => each !== undefined).join(':')),
      ...part('result', 'Result', answered && payloadOf(answered, 'output'), limited),
      ...(failed && visit.status !== 'succeeded' ? [errorPart(failed, limited)] : []),
      ...(visit.attempts.length > 1 ? [attemptsPart(visit, events, limited)] : []),
      ...part('output', 'Output', output, limited),
      ...(variables ? [{ kind: 'variables' as const, name: 'Variables set', ...limited(JSON.stringify(variables, undefined, 2)) }] : []),
    ],
    ...(input?.value !== undefined && output?.value !== undefined && { changes: differences(input.value, output.value) }),
  };
}

export function eventDetails(event: RecordedEvent, longest = usually): Details {
  const { id, type, previousEventId, details } = event;
  const values = Object.entries(details).map(([name, each]): [string, Json] => {
    const payload = name === 'input' || name === 'output' || name === 'parameters' ? payloadOf(event, name) : undefined;
    return [name, payload?.value ?? each];
  });
  return {
    title: `${String(id)}: ${type}`,
    parts: [{ kind: 'event', name: type, ...limit(JSON.stringify(Object.fromEntries(values), undefined, 2), longest), ...(previousEventId > 0 && { note: `Follows event ${String(previousEventId)}.` }) }],
  };
}

function part(kind: Part['kind'], name: string, payload: Payload | undefined, limited: Limiter, about = ''): Part[] {
  if (!payload) {
    return [];
  }
  const text = payload.value === undefined ? payload.text : JSON.stringify(payload.value, undefined, 2);
  const note = [about, payload.isCut ? 'AWS has cut this off: histories hold so much of a value and no more.' : ''].filter((each) => each !== '').join(' — ');
  return [{ kind, name, ...limited(text), ...(note !== '' && { note }) }];
}

function errorPart(event: RecordedEvent, limited: Limiter): Part {
  return { kind: 'error', name: 'Error', ...limited([detail(event, 'error') ?? event.type, causeIn(event)].filter((each) => each !== undefined).join('\n\n')) };
}

/** Causes are mostly JSON themselves. */
function causeIn(event: RecordedEvent): string | undefined {
  const cause = detail(event, 'cause');
  if (cause === undefined || !/^\s*[{[]/.test(cause)) {
    return cause;
  }
  try {
    return JSON.stringify(JSON.parse(cause), undefined, 2);
  } catch {
    // It only begins like it.
    return cause;
  }
}

function attemptsPart({ attempts, failures }: Visit, events: readonly RecordedEvent[], limited: Limiter): Part {
  const lines = attempts.map((at, index) => {
    const next = attempts[index + 1] ?? Infinity;
    const failure = failures.map((each) => ({ at: each, event: events[each] })).find((each) => each.at > at && each.at < next);
    const [begun, ended] = [events[at]?.timestamp, failure?.event?.timestamp];
    const took = begun === undefined || ended === undefined ? '' : ` after ${durationText((ended - begun) / 1000)}`;
    return `${String(index + 1)}. ${failure?.event ? `${detail(failure.event, 'error') ?? failure.event.type}${took}` : 'no failure'}`;
  });
  return { kind: 'attempts', name: 'Attempts', ...limited(lines.join('\n')) };
}

type Limited = Pick<Part, 'text' | 'isWhole'>;
type Limiter = (text: string) => Limited;

function limit(text: string, longest: number): Limited {
  return text.length > longest ? { text: text.slice(0, longest), isWhole: false } : { text, isWhole: true };
}
