// Days and times in words. The page speaks English, whatever the editor does.

/** "7 August 2026", of "2026-08-07". */
export function day(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** "7 Aug", of "2026-08-07". */
export function shortDay(date: string): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}

/** When a moment will be, as one says it: "in 10 minutes", "tomorrow", "on 12 August". */
export function whenWillBe(moment: number, now = Date.now()): string {
  const minutes = Math.round((moment - now) / 60_000);
  if (minutes < 1) {
    return 'now';
  }
  if (minutes < 60) {
    return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
  }
  const days = Math.round((new Date(moment).setHours(0, 0, 0, 0) - new Date(now).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) {
    return 'later today';
  }
  const on = new Date(moment);
  const year = on.getFullYear() === new Date(now).getFullYear() ? {} : ({ year: 'numeric' } as const);
  return days === 1 ? 'tomorrow' : `on ${on.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...year })}`;
}

/** "4:05", or "1:04:05". */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** "25 minutes", "1 h 20 min". */
export function duration(minutes: number): string {
  if (minutes < 1) {
    return 'less than a minute';
  }
  if (minutes < 60) {
    return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  }
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
