// How long a retrier waits before each of its attempts.
// Source: Amazon States Language specification, "Errors", "Retrying after error".
import { member, property, type ObjectNode } from '../syntax/tree';
import { durationText } from '../text/duration';

export interface RetrySchedule {
  readonly attempts: number;
  /** The first waits in seconds; all of them where there are not more than `mostListed`. */
  readonly waits: readonly number[];
  /** All waits together, in seconds. */
  readonly total: number;
  /** True where each wait is by chance, and this the longest that it can be. */
  readonly isJittered: boolean;
}

const mostListed = 4;

/** Nobody can count further, and nobody has to. */
const mostCounted = 100_000;

/** The schedule of a retrier; `undefined` where a part of it is filled in later, or is no number that it can be. */
export function retryScheduleOf(retrier: ObjectNode): RetrySchedule | undefined {
  const attempts = numberIn(retrier, 'MaxAttempts', 3);
  const interval = numberIn(retrier, 'IntervalSeconds', 1);
  const rate = numberIn(retrier, 'BackoffRate', 2);
  const longest = numberIn(retrier, 'MaxDelaySeconds', Infinity);
  if (attempts === undefined || interval === undefined || rate === undefined || longest === undefined || attempts < 0 || interval <= 0 || rate < 1 || attempts > mostCounted) {
    return undefined;
  }
  const waits: number[] = [];
  let total = 0;
  let wait = Math.min(interval, longest);
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (waits.length < mostListed) {
      waits.push(wait);
    }
    total += wait;
    wait = Math.min(wait * rate, longest);
  }
  const jitter = member(retrier, 'JitterStrategy');
  return { attempts, waits, total, isJittered: jitter?.kind === 'string' && jitter.value === 'FULL' };
}

/** `2 s, 4 s, 8 s`, and a sign that there are more. */
export function waitsText({ waits, attempts }: RetrySchedule): string {
  return `${waits.map(durationText).join(', ')}${attempts > waits.length ? ', …' : ''}`;
}

function numberIn(retrier: ObjectNode, name: string, otherwise: number): number | undefined {
  const written = property(retrier, name);
  return written === undefined ? otherwise : written.value?.kind === 'number' ? written.value.value : undefined;
}
