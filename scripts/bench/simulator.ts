// How fast runs are, beside another interpreter where that comes to the same output, and what a long history takes to keep.
import { isDeepStrictEqual } from 'node:util';
import type { Core } from './core';
import type { RunningPeer } from './peers';

type Simulator = Pick<Core, 'parse' | 'lower' | 'run'>;

interface Sample {
  readonly title: string;
  readonly definition: string;
  readonly input: unknown;
  readonly states: number;
}

const pass = '{ "Type": "Pass", "End": true }';
const loop = `{ "StartAt": "Count", "States": {
  "Count": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "Enough?" },
  "Enough?": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericGreaterThanEquals": 10000, "Next": "Done" }], "Default": "Count" },
  "Done": { "Type": "Succeed" } } }`;
const loopInJsonata = `{ "StartAt": "Count", "QueryLanguage": "JSONata", "States": {
  "Count": { "Type": "Pass", "Output": { "n": "{% $states.input.n + 1 %}" }, "Next": "Enough?" },
  "Enough?": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.n >= 10000 %}", "Next": "Done" }], "Default": "Count" },
  "Done": { "Type": "Succeed" } } }`;
const map = `{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemProcessor": { "StartAt": "One", "States": { "One": ${pass} } }, "End": true } } }`;
const parallel = `{ "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [${Array.from({ length: 50 }, (_, branch) =>
  loop.replaceAll('10000', '50').replaceAll(/"(Count|Enough\?|Done)"/g, `"$1 ${branch}"`),
).join()}] } } }`;

const counting: Sample = { title: 'a loop of 20,000 steps, JSONPath', definition: loop, input: { n: 0 }, states: 20_000 };
const samples: readonly Sample[] = [
  counting,
  { title: 'a loop of 20,000 steps, JSONata', definition: loopInJsonata, input: { n: 0 }, states: 20_000 },
  { title: 'fifty branches, a loop of 100 steps in each', definition: parallel, input: { n: 0 }, states: 5_000 },
  { title: 'an inline Map of 1,000 items', definition: map, input: Array.from({ length: 1_000 }, (_, index) => index), states: 1_000 },
  { title: 'an inline Map of 100,000 items', definition: map, input: Array.from({ length: 100_000 }, (_, index) => index), states: 100_000 },
];

/** Prints a line each for loops in both languages, branches and Maps, with each peer in the same run, and the memory of 25,000 events. */
export async function benchSimulator(core: Simulator, peers: readonly RunningPeer[]): Promise<void> {
  for (const sample of samples) {
    const { output } = await outcome(core, sample);
    const start = performance.now();
    await outcome(core, sample);
    const took = performance.now() - start;
    console.log(`${sample.title.padEnd(46)} ${took.toFixed(0).padStart(8)} ms   ${Math.round((sample.states / took) * 1000).toLocaleString('en')} states a second`);
    for (const peer of peers) {
      console.log(`  ${peer.name.padEnd(44)} ${await beside(peer, sample, output, took)}`);
    }
  }
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const { events } = await outcome(core, { ...counting, input: { n: 3_751 } }, true);
  global.gc?.();
  const held = process.memoryUsage().heapUsed - before;
  console.log(`a history of ${events.length.toLocaleString('en')} events: ${(held / 1024 / 1024).toFixed(1)} MB kept${global.gc ? '' : ' (with garbage: no --expose-gc)'}`);
}

async function beside(peer: RunningPeer, { definition, input }: Sample, expected: unknown, ours: number): Promise<string> {
  try {
    const { output, took } = await peer.run(definition, input);
    const same = isDeepStrictEqual(output, expected) ? '' : '   another output: not comparable';
    return `${took.toFixed(0).padStart(8)} ms   ${(took / ours).toFixed(1)} × ours${same}`;
  } catch (error) {
    return `could not run it: ${error instanceof Error ? error.message.replace(/\n.*/s, '') : String(error)}`;
  }
}

async function outcome({ parse, lower, run }: Simulator, { definition, input }: Sample, keep = false): Promise<{ output: unknown; events: unknown[] }> {
  const { root } = parse(definition, 'json');
  if (root?.kind !== 'object') {
    throw new Error('no machine');
  }
  const events: unknown[] = [];
  const running = run(lower(root), input as never, { start: 0, random: () => 0.5, answer: () => ({ is: 'result', value: null }), limits: { events: Infinity, payload: Infinity } });
  for (;;) {
    const next = await running.next();
    if (next.done) {
      if (next.value.status !== 'SUCCEEDED') {
        throw new Error(JSON.stringify(next.value));
      }
      return { output: next.value.output, events };
    }
    if (keep) {
      events.push(next.value);
    }
  }
}
