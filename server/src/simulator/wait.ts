// Wait states.
import { instantOf } from '../expressions/instant';
import { textOf, type Json } from '../expressions/value';
import type { Work } from './scheduler';
import { isNumber, isText, type Visit } from './visit';

/** 24,855 days: what the milliseconds of a Java integer hold. */
const longest = 24_855 * 86_400;

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
    const found = visit.find(timestampPath, input);
    const value = 'value' in found ? found.value : undefined;
    const shown = value === undefined ? '' : textOf(value);
    return until(visit, value, () => visit.runtime(`The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${timestampPath} == ${shown}`));
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

function secondsAt(visit: Visit, path: string, input: Json): number {
  const found = visit.find(path, input);
  if (!('value' in found)) {
    throw visit.runtime(`The SecondsPath parameter does not reference an input value: ${path}`);
  }
  const { value } = found;
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
