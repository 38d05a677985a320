/** A time as people say it, in its two greatest units: `1 h 30 min`, `2 d`, `1.5 s`. */
export function durationText(seconds: number): string {
  if (seconds < minute) {
    return `${String(Math.round(seconds * 100) / 100)} s`;
  }
  let rest = Math.round(seconds);
  const words: string[] = [];
  for (const [size, unit] of units) {
    const count = Math.floor(rest / size);
    if (count > 0 && words.length < 2) {
      words.push(`${count.toLocaleString('en-US')} ${unit}`);
      rest -= count * size;
    } else if (words.length > 0) {
      break;
    }
  }
  return words.join(' ');
}

const minute = 60;
const units = [
  [86_400, 'd'],
  [3_600, 'h'],
  [minute, 'min'],
  [1, 's'],
] as const;
