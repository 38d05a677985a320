// Runs of any machine with an input and answers that chance makes.
import type { Json } from '../../server/src/expressions/value';
import type { StateMachine } from '../../server/src/model/machine';
import { run, type Outcome } from '../../server/src/simulator/run';
import { seeded } from '../../server/src/simulator/seeded';
import type { Answer } from '../../server/src/simulator/world';

export interface RandomRun {
  readonly outcome: Outcome;
  /** All that happened, as text. */
  readonly told: string;
  readonly events: number;
}

/** The same seed gives the same run. It stops after so many events. */
export async function randomRun(machine: StateMachine, seed: number, most = 20_000): Promise<RandomRun> {
  const random = seeded(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  // Names that machines of all kinds look for, so that many paths lead somewhere.
  const names = ['input', 'Payload', 'Items', 'items', 'value', 'Values', 'id', 'Status', 'Output', 'Bucket', 'Key', 'body', 'type', '__proto__', 'a b'];
  const value = (depth: number): Json => {
    const kind = random();
    if (depth > 0 && kind < 0.35) {
      return Object.fromEntries(names.filter(() => random() < 0.4).map((name) => [name, value(depth - 1)]));
    }
    return depth > 0 && kind < 0.55 ? Array.from({ length: Math.floor(random() * 4) }, () => value(depth - 1)) : pick<Json>([null, true, false, 0, 1, -2.5, 1e21, '', 'text', '2025-01-01T00:00:00Z', '7', 'ü😀']);
  };
  const answer = (): Answer => {
    const more = { after: pick([0, 0, 1, 1e6]) };
    return random() < 0.6 ? { is: 'result', value: value(3), ...more } : random() < 0.8 ? { is: 'error', error: pick(['States.TaskFailed', 'Busy', 'X']), cause: pick([undefined, 'why']), ...more } : { is: 'silence' };
  };
  const world = {
    start: 0,
    random,
    answer,
    limits: { states: 5_000 },
    objects: { read: () => pick([undefined, '[1,{"a":2}]', 'a,b\n1,2\n', '{"x":1}\n{']), list: () => [{ key: 'k', size: 1 }] },
  };
  const running = run(machine, value(4), world);
  const lines: string[] = [];
  for (;;) {
    const next = await running.next();
    if (next.done) {
      return { outcome: next.value, told: lines.join('\n'), events: lines.length };
    }
    lines.push(JSON.stringify(next.value));
    if (lines.length >= most) {
      await running.return({ status: 'FAILED', error: 'stopped' });
      return { outcome: { status: 'FAILED', error: 'stopped' }, told: lines.join('\n'), events: lines.length };
    }
  }
}
