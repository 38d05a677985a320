// How long something was looked at. A page that is hidden is not looked at.

export type Stopwatch = {
  /** Milliseconds so far. */
  read(): number;
  /** Milliseconds since the last lap, or the beginning. */
  lap(): number;
  stop(): void;
};

/** Runs from now on, and whenever the page can be seen. `already`: milliseconds of an earlier look. */
export function stopwatch(already = 0): Stopwatch {
  let before = already;
  let lapped = 0;
  let since = document.hidden ? undefined : performance.now();
  const read = (): number => before + (since === undefined ? 0 : performance.now() - since);
  const turn = (): void => {
    before = read();
    since = document.hidden ? undefined : performance.now();
  };
  document.addEventListener('visibilitychange', turn);
  return {
    read,
    lap() {
      const now = read();
      const lap = now - lapped;
      lapped = now;
      return lap;
    },
    stop: () => document.removeEventListener('visibilitychange', turn),
  };
}
