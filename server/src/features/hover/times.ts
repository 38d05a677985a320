// Times in words: a number of seconds, and what a retrier waits in all.
import type { Definition } from '../../analysis/definition';
import type { Place } from '../../analysis/query';
import { retryScheduleOf, waitsText } from '../../model/retry-schedule';
import type { ObjectNode } from '../../syntax/tree';
import { durationText } from '../../text/duration';
import type { Described } from './calls';

/** Shorter times need no other words. */
const longestInSeconds = 60;

/** A number of seconds that is too large to be read at once; `undefined` for any other value. */
export function describeSeconds(definition: Definition, place: Place): Described | undefined {
  if (place.at !== 'value' || place.value?.kind !== 'number') {
    return undefined;
  }
  const { property } = place;
  const isTime = /Seconds$/.test(property.key.value) && definition.partOf(property.parent)?.spec.byName.has(property.key.value);
  return isTime && place.value.value > longestInSeconds ? { span: place.value.span, text: `${property.key.value}: ${durationText(place.value.value)}` } : undefined;
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
