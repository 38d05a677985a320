/** The median of several runs of a function, in milliseconds, after runs that are not counted. */
export function median(run: () => void, counted = 15, warmUp = 5): number {
  const times: number[] = [];
  for (let index = -warmUp; index < counted; index++) {
    const start = performance.now();
    run();
    if (index >= 0) {
      times.push(performance.now() - start);
    }
  }
  return middle(times);
}

/** The same for what takes its time outside this process; the runs follow each other. */
export async function medianOf(run: () => Promise<number>, counted = 7): Promise<number> {
  await run();
  const times: number[] = [];
  for (let index = 0; index < counted; index++) {
    times.push(await run());
  }
  return middle(times);
}

function middle(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/** One line of the table: what was measured, the floor of the same run, and how often the floor goes into it. */
export function line(title: string, time: number, floorTitle: string, floor: number): string {
  return `${title.padEnd(46)} ${time.toFixed(1).padStart(8)} ms   ${(time / floor).toFixed(2).padStart(6)} × ${floorTitle} (${floor.toFixed(1)} ms)`;
}
