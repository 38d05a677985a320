/** Longer names are not compared: nobody mistypes his way to one, and the cost is the product of the lengths. */
const longestCompared = 200;

/**
 * The candidates that a person may have meant by `wrong`, nearest first, at most `most`.
 *
 * Near is: equal but for case, or within a third of the length in typing slips (a letter too many, missing, wrong, or two swapped),
 * or one begins with the other.
 */
export function nearest(wrong: string, candidates: Iterable<string>, most = 3): string[] {
  const typed = fold(wrong);
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of candidates) {
    if (candidate === wrong) {
      continue;
    }
    const distance = howFar(typed, fold(candidate));
    if (distance !== undefined) {
      near.push({ candidate, distance });
    }
  }
  return near
    .sort((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Spelling slips in case and separators should not count: `save-model` means `Save model`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

function howFar(typed: string, candidate: string): number | undefined {
  if (typed.length > longestCompared || candidate.length > longestCompared) {
    return undefined;
  }
  const allowed = Math.max(1, Math.floor(Math.max(typed.length, candidate.length) / 3));
  const distance = slips(typed, candidate, allowed);
  if (distance <= allowed) {
    return distance;
  }
  const [short, long] = typed.length < candidate.length ? [typed, candidate] : [candidate, typed];
  return short.length >= 3 && long.startsWith(short) ? allowed + 1 : undefined;
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment).
 * Gives up with a number above `limit` as soon as the distance must exceed it.
 */
function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) {
    return limit + 1;
  }
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) {
      return limit + 1;
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
