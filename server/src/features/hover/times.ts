// Times in words: a number of seconds, and what a retrier waits in all.
import { retryScheduleOf, waitsText } from '../../model/retry-schedule';
import type { ObjectNode } from '../../syntax/tree';
import { durationText } from '../../text/duration';

/** Shorter times need no other words. */
const longestInSeconds = 60;

/** A number of seconds in words, where it is too large to be read at once. */
export function longTime(seconds: number): string | undefined {
  return seconds > longestInSeconds ? durationText(seconds) : undefined;
}

/** When the retries of an entry of `Retry` come; `undefined` where that can't be told. */
export function retryLine(retrier: ObjectNode): string | undefined {
  const schedule = retryScheduleOf(retrier);
  if (!schedule) {
    return undefined;
  }
  const { attempts, total, isJittered } = schedule;
  if (attempts === 0) {
    return 'Never retries.';
  }
  return `Retries ${attempts === 1 ? 'once' : `${String(attempts)} times`}, after ${isJittered ? 'up to ' : ''}${waitsText(schedule)}${attempts > 1 ? `: ${isJittered ? 'at most ' : ''}${durationText(total)} of waiting in all` : ''}.`;
}
