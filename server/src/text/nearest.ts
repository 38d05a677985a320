/** Longer names are not compared: nobody mistypes his way to one, and the cost grows with the length. */
const longestCompared = 200;

/** So many comparisons one list of names makes in all; a document in which every name is wrong must not cost the square of its size. */
const mostComparisons = 50_000;

/** A list of names that mistyped ones are looked up in. */
export class NearNames {
  private readonly names: readonly { readonly name: string; readonly folded: string }[];
  private comparisons = 0;

  constructor(names: Iterable<string>) {
    this.names = [...names].map((name) => ({ name, folded: fold(name) }));
  }

  /**
   * The names that a person may have meant by `wrong`, nearest first.
   *
   * Near is: equal but for case, or within a third of the length in typing slips (a letter too many, missing, wrong, or two swapped),
   * or one begins with the other. What is far behind the nearest is left out.
   *
   * @param allowed leaves out names that can't be meant at this place
   */
  near(wrong: string, most = 3, allowed: (name: string) => boolean = () => true): string[] {
    const typed = fold(wrong);
    const found: { name: string; distance: number }[] = [];
    if (wrong.length <= longestCompared && this.comparisons < mostComparisons) {
      for (const { name, folded } of this.names) {
        const distance = name === wrong || !allowed(name) ? undefined : this.howFar(typed, folded);
        if (distance !== undefined) {
          found.push({ name, distance });
        }
      }
    }
    found.sort((one, other) => one.distance - other.distance);
    const farthest = (found[0]?.distance ?? 0) * 2 + 1;
    return found
      .filter(({ distance }) => distance <= farthest)
      .slice(0, most)
      .map(({ name }) => name);
  }

  private howFar(typed: string, candidate: string): number | undefined {
    const [short, long] = typed.length < candidate.length ? [typed, candidate] : [candidate, typed];
    const allowed = Math.max(1, Math.floor(long.length / 3));
    if (long.length - short.length <= allowed && long.length <= longestCompared) {
      this.comparisons++;
      const distance = slips(short, long, allowed);
      if (distance <= allowed) {
        return distance;
      }
    }
    return short.length >= 3 && long.startsWith(short) ? allowed + 1 : undefined;
  }
}

/** The same for a short list that is looked up in once. */
export function nearest(wrong: string, candidates: Iterable<string>, most = 3): string[] {
  return new NearNames(candidates).near(wrong, most);
}

/** Spelling slips in case and separators should not count: `save-model` means `Save model`. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, ' ').trim();
}

/**
 * Damerau-Levenshtein distance in its restricted form (optimal string alignment), of which only the cells near the diagonal are
 * computed: all others are above `limit`. Gives a number above `limit` as soon as the distance must exceed it.
 */
function slips(a: string, b: string, limit: number): number {
  const far = limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => Math.min(index, far));
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(far);
    row[0] = Math.min(i, far);
    let best = row[0];
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? far) + 1, (row[j - 1] ?? far) + 1, (last[j - 1] ?? far) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? far) + 1);
      }
      row[j] = cost;
      best = Math.min(best, cost);
    }
    if (best > limit) {
      return far;
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? far;
}
