// Points in time as Step Functions reads them: RFC 3339, in upper case. Source: refusals `String does not match RFC3339 timestamp`.

const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** True for a timestamp with a time zone, of a day that the calendar has. */
export function isTimestamp(text: string): boolean {
  const found = shape.exec(text);
  if (!found) {
    return false;
  }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = found.slice(1).map((part) => Number(part || 0));
  // The sixtieth second is a leap second.
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour <= 23 && minute <= 59 && second <= 60 && zoneHour <= 23 && zoneMinute <= 59;
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The timestamp that was certainly meant: separators and letters of the wrong kind are set right, nothing is added. */
export function mendedTimestamp(text: string): string | undefined {
  const mended = text.trim().toUpperCase().replace(/^(\d{4}-\d\d-\d\d) +/, '$1T').replace(/ +(?=Z|[+-]\d)/, '').replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
  return mended !== text && isTimestamp(mended) ? mended : undefined;
}
