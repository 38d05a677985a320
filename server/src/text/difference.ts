// What makes one text of another, line by line: an editor keeps its folds, its marks and its cursor where nothing changes.
import { commonEnd, commonStart } from './common';
import type { TextChange } from './edit';

/** With more lines that differ than this, the stretch from the first to the last of them is replaced as a whole. */
const mostSteps = 600;

/** The changes that make the second text of the first one. They come in the order of the text. */
export function changesBetween(one: string, other: string): TextChange[] {
  const start = commonStart(one, other);
  const end = commonEnd(one, other, Math.min(one.length, other.length) - start);
  if (start === one.length && start === other.length) {
    return [];
  }
  const whole = { span: { start, end: one.length - end }, newText: other.slice(start, other.length - end) };
  if (!whole.newText.includes('\n') || !one.slice(start, one.length - end).includes('\n')) {
    return [whole];
  }
  const lineStart = start === 0 ? 0 : one.lastIndexOf('\n', start - 1) + 1;
  const from = linesOf(one.slice(lineStart, one.length - end));
  const to = linesOf(other.slice(lineStart, other.length - end));
  const matches = commonLines(from, to);
  return matches ? between(from, to, matches, lineStart) : [whole];
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

/** Pairs of lines that stay, by Myers' greedy algorithm; `undefined` where that takes too many steps. */
function commonLines(from: readonly string[], to: readonly string[]): [number, number][] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let steps = 0; steps <= Math.min(mostSteps, from.length + to.length); steps++) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      const isDown = diagonal === -steps || (diagonal !== steps && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
      let at = isDown ? (furthest.get(diagonal + 1) ?? 0) : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (at < from.length && at - diagonal < to.length && from[at] === to[at - diagonal]) {
        at++;
      }
      furthest.set(diagonal, at);
      if (at >= from.length && at - diagonal >= to.length) {
        return wayBack(trace, from.length, to.length);
      }
    }
  }
  return undefined;
}

function wayBack(trace: readonly Map<number, number>[], fromLength: number, toLength: number): [number, number][] {
  const matches: [number, number][] = [];
  let [at, on] = [fromLength, toLength];
  for (const [steps, furthest] of [...trace.entries()].reverse()) {
    const diagonal = at - on;
    const isDown = diagonal === -steps || (diagonal !== steps && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1));
    const before = isDown ? diagonal + 1 : diagonal - 1;
    const beforeAt = furthest.get(before) ?? 0;
    while (at > beforeAt && on > beforeAt - before) {
      matches.push([--at, --on]);
    }
    [at, on] = [beforeAt, beforeAt - before];
  }
  return matches.reverse();
}

function between(from: readonly string[], to: readonly string[], matches: readonly [number, number][], start: number): TextChange[] {
  const changes: TextChange[] = [];
  let [at, on, offset] = [0, 0, start];
  for (const [nextAt, nextOn] of [...matches, [from.length, to.length] as const]) {
    const old = from.slice(at, nextAt).join('');
    const newText = to.slice(on, nextOn).join('');
    if (old !== newText) {
      changes.push({ span: { start: offset, end: offset + old.length }, newText });
    }
    offset += old.length + (from[nextAt]?.length ?? 0);
    [at, on] = [nextAt + 1, nextOn + 1];
  }
  return changes;
}
