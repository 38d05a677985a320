// How fast runs are, and what a long history takes to keep.
import type { Core } from './core';

type Simulator = Pick<Core, 'parse' | 'lower' | 'run'>;

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

/** Prints a line each for a loop of 20,000 steps in both languages, a Map of 100,000 items, and the memory of 25,000 events. */
export async function benchSimulator(core: Simulator): Promise<void> {
  await timed(core, 'a loop of 20,000 steps, JSONPath', loop, { n: 0 }, 20_000);
  await timed(core, 'a loop of 20,000 steps, JSONata', loopInJsonata, { n: 0 }, 20_000);
  await timed(core, 'an inline Map of 100,000 items', map, Array.from({ length: 100_000 }, (_, index) => index), 100_000);
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const events = await collected(core, loop, { n: 3_751 });
  global.gc?.();
  const held = process.memoryUsage().heapUsed - before;
  console.log(`a history of ${events.length.toLocaleString('en')} events: ${(held / 1024 / 1024).toFixed(1)} MB kept${global.gc ? '' : ' (with garbage: no --expose-gc)'}`);
}

async function timed(core: Simulator, title: string, definition: string, input: unknown, states: number): Promise<void> {
  await collected(core, definition, input);
  const start = performance.now();
  await collected(core, definition, input, false);
  const took = performance.now() - start;
  console.log(`${title.padEnd(46)} ${took.toFixed(0).padStart(8)} ms   ${Math.round((states / took) * 1000).toLocaleString('en')} states a second`);
}

async function collected({ parse, lower, run }: Simulator, definition: string, input: unknown, keep = true): Promise<unknown[]> {
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
      return events;
    }
    if (keep) {
      events.push(next.value);
    }
  }
}
