/** How long something takes warm, and how long its floor does, in milliseconds. */
export interface Pair {
  readonly time: number;
  readonly floor: number;
}

/** Both have run this long, in milliseconds, before anything is counted: the engine has then made of them what it can. */
const warmUp = 1_000;
const counted = 1_500;
const fewestRuns = 9;

/** The medians of something and of its floor, which take turns, so that whatever else the machine does meets both. */
export function inTurn(run: () => void, floor: () => void): Pair {
  const times: number[] = [];
  const floors: number[] = [];
  const start = performance.now();
  for (let until = start + warmUp; performance.now() < until || times.length < 2; ) {
    times.push(timed(run));
    floors.push(timed(floor));
  }
  times.length = floors.length = 0;
  for (let until = performance.now() + counted; performance.now() < until || times.length < fewestRuns; ) {
    times.push(timed(run));
    floors.push(timed(floor));
  }
  return { time: middle(times), floor: middle(floors) };
}

function timed(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** The median of what takes its time outside this process; the runs follow each other. */
export async function medianOf(run: () => Promise<number>, runs = 7): Promise<number> {
  await run();
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    times.push(await run());
  }
  return middle(times);
}

function middle(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/** One line of the table: what was measured, the floor of the same run, and how often the floor goes into it. */
export function line(title: string, time: number, floorTitle: string, floor: number): string {
  return `${title.padEnd(46)} ${time.toFixed(time < 1 ? 2 : 1).padStart(8)} ms   ${(time / floor).toFixed(2).padStart(6)} × ${floorTitle} (${floor.toFixed(floor < 1 ? 2 : 1)} ms)`;
}
