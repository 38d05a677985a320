// What the tasks of a recorded run gave, in the form of recorded answers, so that the run can be run again.
import { memberOf, type Json, type JsonObject } from '../../../server/src/expressions/value';
import type { Instead } from '../../../server/src/simulator/instead';
import { detail, payloadOf, type RecordedEvent } from './events';
import type { Tracker } from './tracker';
import { isFailure, namesAround, type Strand } from './visits';

/** By state, in the order in which the answers came. */
export function answersOf({ visits, events }: Tracker): JsonObject {
  const found: { readonly state: string; readonly end: number; readonly answer: JsonObject }[] = [];
  for (const visit of visits) {
    if (visit.type !== 'Task') {
      continue;
    }
    for (const [index, begun] of visit.attempts.entries()) {
      const next = visit.attempts[index + 1] ?? Infinity;
      const own = [...visit.others, ...visit.failures].filter((at) => at > begun && at < next).sort((one, other) => one - other);
      const end = own.find((at) => isEnd(events[at]));
      const answer = answerTo(events, begun, end, own.some((at) => events[at]?.type === 'TaskSubmitted'));
      const iteration = iterationOf(visit.strand);
      found.push({ state: visit.name, end: end ?? Infinity, answer: { ...answer, ...(iteration !== undefined && { iteration }) } });
    }
  }
  const answers: Record<string, Json[]> = {};
  for (const { state, answer } of found.sort((one, other) => one.end - other.end)) {
    (answers[state] ??= []).push(answer);
  }
  return answers;
}

/**
 * What a distributed Map gave: histories do not tell what was in it. They tell the output of the state, in which the result is where
 * `ResultPath` has put it; what an `Output` or a `ResultSelector` has made of it can't be taken back.
 */
export function insteadOf({ visits, events }: Tracker, path: readonly string[], iteration: number | undefined, resultPath: Json | undefined): Instead | undefined {
  const name = path.at(-1);
  const own = visits.filter((visit) => visit.name === name && visit.type === 'Map' && visit.others.some((at) => events[at]?.type === 'MapRunStarted') && namesAround(visit.strand).join('\n') === path.slice(0, -1).join('\n'));
  const visit = own.find(({ strand }) => iteration === undefined || iterationOf(strand) === iteration) ?? own[0];
  if (!visit || visit.strands.length > 0) {
    return undefined;
  }
  const failure = visit.failures.map((at) => events[at]).find((event) => event && detail(event, 'error') !== undefined);
  const exited = visit.ended === undefined ? undefined : events[visit.ended];
  const output = exited && payloadOf(exited, 'output');
  return failure ? { answer: { is: 'error', error: detail(failure, 'error'), cause: detail(failure, 'cause') } } : { answer: { is: 'result', value: at(output?.value, resultPath) ?? null } };
}

/** What is at a plain path: `$.scores.all`. */
function at(value: Json | undefined, path: Json | undefined): Json | undefined {
  const names = typeof path === 'string' ? path.split('.').slice(1) : [];
  return names.reduce((inner: Json | undefined, name) => memberOf(inner, name), value);
}

function isEnd(event: RecordedEvent | undefined): boolean {
  return event !== undefined && (isFailure(event) || /^(?:Task|LambdaFunction|Activity)Succeeded$/.test(event.type));
}

/** @param end the event that it came with; left out where the run went on without it */
function answerTo(events: readonly RecordedEvent[], begun: number, end: number | undefined, submitted: boolean): JsonObject {
  const [asked, came] = [events[begun], end === undefined ? undefined : events[end]];
  const parameters = asked && (payloadOf(asked, 'parameters') ?? payloadOf(asked, 'input'));
  const output = came && payloadOf(came, 'output');
  const [error, cause] = [came && detail(came, 'error'), came && detail(came, 'cause')];
  const after = asked?.timestamp === undefined || came?.timestamp === undefined ? 0 : (came.timestamp - asked.timestamp) / 1000;
  return {
    outcome: came?.type ?? 'TaskTimedOut',
    submitted,
    ...(after > 0 && { after }),
    ...(parameters?.value !== undefined && { parameters: parameters.value }),
    ...(output && { output: output.value ?? output.text }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
  };
}

/** The index of the innermost item around. */
function iterationOf(strand: Strand): number | undefined {
  return strand.kind === 'iteration' ? strand.index : strand.owner && iterationOf(strand.owner.strand);
}
