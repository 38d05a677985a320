/** How long something takes warm, and how long its floor does, in milliseconds. */
export interface Pair {
  readonly time: number;
  readonly floor: number;
}

/** Both have run this long, in milliseconds, before anything is counted: the engine has then made of them what it can. */
const warmUp = 1_000;
/** So many blocks of each are counted; a block lasts about this long, in milliseconds, so that each pays for the garbage that it makes. */
const blocks = 9;
const blockLength = 150;

/** What something takes and what its floor takes, in blocks that take turns, so that whatever else the machine does meets both. */
export function inTurn(run: () => void, floor: () => void): Pair {
  for (const until = performance.now() + warmUp; performance.now() < until; ) {
    run();
    floor();
  }
  const times: number[] = [];
  const floors: number[] = [];
  for (let block = 0; block < blocks; block++) {
    times.push(timeOf(run));
    floors.push(timeOf(floor));
  }
  return { time: middle(times), floor: middle(floors) };
}

/** The mean time of as many runs as a block takes. */
function timeOf(run: () => void): number {
  const start = performance.now();
  let runs = 0;
  do {
    run();
    runs++;
  } while (performance.now() - start < blockLength);
  return (performance.now() - start) / runs;
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
