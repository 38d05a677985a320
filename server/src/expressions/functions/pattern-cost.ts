// Patterns that would run for ages on a long text. Nothing can stop a pattern once it runs, so what it may cost is reckoned before.

/** More steps than this are too many. */
const most = 1e9;

/** True where matching a text of that length could take more steps than anybody waits for. A guess on the safe side. */
export function isTooCostly(source: string, length: number): boolean {
  const { degree, isExponential } = costOf(source);
  return isExponential ? length > 24 : degree > 1 && length ** degree > most;
}

interface Cost {
  /** How many repeats without an upper end follow one another. */
  readonly degree: number;
  /** A repeat stands in a repeat. */
  readonly isExponential: boolean;
}

function costOf(source: string): Cost {
  const open: { degree: number; most: number }[] = [{ degree: 0, most: 0 }];
  let isExponential = false;
  let inClass = false;
  /** The repeats in the group that has just ended. */
  let ended = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? '';
    const group = open.at(-1);
    const before = ended;
    ended = 0;
    if (char === '\\') {
      at++;
    } else if (inClass) {
      inClass = char !== ']';
    } else if (char === '[') {
      inClass = true;
    } else if (char === '(') {
      open.push({ degree: 0, most: 0 });
    } else if (char === ')' && open.length > 1 && group) {
      open.pop();
      ended = Math.max(group.most, group.degree);
      const outer = open.at(-1);
      if (outer) {
        outer.degree += ended;
      }
    } else if (char === '|' && group) {
      group.most = Math.max(group.most, group.degree);
      group.degree = 0;
    } else if ((char === '*' || char === '+' || /^\{\d+,\}/.test(source.slice(at, at + 12))) && group) {
      isExponential ||= before > 0;
      group.degree++;
    }
  }
  const [whole] = open;
  return { degree: Math.max(whole?.most ?? 0, whole?.degree ?? 0), isExponential };
}
