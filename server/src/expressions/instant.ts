// Points in time that a text tells.
import { isTimestamp } from '../text/timestamp';

/** Milliseconds since 1970; `undefined` for a text that is no RFC 3339 timestamp with a zone. */
export function instantOf(text: string): number | undefined {
  if (!isTimestamp(text)) {
    return undefined;
  }
  // The sixtieth second is read as the one after.
  const leap = /:60(?=[.Z+-])/.test(text);
  const time = Date.parse(leap ? text.replace(/:60(?=[.Z+-])/, ':59') : text);
  return Number.isNaN(time) ? undefined : time + (leap ? 1000 : 0);
}

/** The time as the service writes it. */
export function timestampOf(time: number): string {
  return new Date(time).toISOString();
}
