// Wait states.
import { instantOf } from '../expressions/instant';
import { textOf, type Json } from '../expressions/value';
import type { Work } from './scheduler';
import { isNumber, isText, type Visit } from './visit';

/** Not quite 24,856 days: the seconds that a Java integer holds. */
const longest = 2 ** 31 - 1;

/** Lets the time pass that the state says. */
export function* wait(visit: Visit): Work<void> {
  const seconds = yield* secondsOf(visit);
  if (seconds > longest) {
    throw visit.runtime('Wait state delay is too long.');
  }
  if (seconds > 0) {
    yield { do: 'sleep', until: visit.run.now + seconds * 1000 };
    yield { do: 'tell', event: { kind: 'waited', state: visit.name, seconds, before: 'exit' } };
  }
}

function* secondsOf(visit: Visit): Work<number> {
  if (visit.isJsonata) {
    const seconds = yield* visit.typed('Seconds', 'number', isNumber);
    if (seconds !== undefined) {
      return Math.floor(seconds);
    }
    const timestamp = yield* visit.typed('Timestamp', 'string', isText);
    return timestamp === undefined ? 0 : until(visit, timestamp, () => {
      visit.evaluationFollows = visit.enteredId;
      return visit.evaluation(`The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${timestamp}`, 'Timestamp');
    });
  }
  const input = visit.filtered('InputPath', visit.input);
  const secondsPath = visit.field('SecondsPath');
  if (typeof secondsPath === 'string') {
    return secondsAt(visit, secondsPath, input);
  }
  const timestampPath = visit.field('TimestampPath');
  if (typeof timestampPath === 'string') {
    const value = referenced(visit, 'TimestampPath', timestampPath, input);
    return until(visit, value, () => visit.runtime(`The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${timestampPath} == ${textOf(value)}`));
  }
  const seconds = visit.field('Seconds');
  return typeof seconds === 'number' ? seconds : until(visit, visit.field('Timestamp'), () => visit.runtime('The Timestamp parameter is not a valid ISO-8601 extended offset date-time format string.'));
}

function until(visit: Visit, timestamp: Json | undefined, problem: () => Error): number {
  const time = typeof timestamp === 'string' ? instantOf(timestamp) : undefined;
  if (time === undefined) {
    throw problem();
  }
  return Math.max(0, (time - visit.run.now) / 1000);
}

/** Source: a recorded `SecondsPath`; that the other field has the same words is a guess. */
function referenced(visit: Visit, field: 'SecondsPath' | 'TimestampPath', path: string, input: Json): Json {
  const found = visit.find(path, input);
  if ('value' in found) {
    return found.value;
  }
  throw visit.runtime(`The ${field} parameter does not reference an input value: ${path}`);
}

function secondsAt(visit: Visit, path: string, input: Json): number {
  const value = referenced(visit, 'SecondsPath', path, input);
  const shown = textOf(value);
  if ((typeof value !== 'number' && typeof value !== 'string') || !/^-?\d+$/.test(shown)) {
    throw visit.runtime(`The SecondsPath parameter cannot be parsed as a long value: ${path} == ${shown}`);
  }
  const seconds = Number(value);
  if (seconds < 0) {
    throw visit.runtime(`The SecondsPath parameter references a negative value: ${path} == ${shown}`);
  }
  return seconds;
}
