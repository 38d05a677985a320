// A worker in which another interpreter runs a machine twice, and times the second run: it may hang or grow, and is ended from outside then.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

const { manifest, definition, input } = workerData;
const { StateMachine } = createRequire(manifest)('aws-local-stepfunctions');

const once = () => new StateMachine(JSON.parse(definition)).run(structuredClone(input), {}).result;
await once();
const start = performance.now();
const output = await once();
parentPort.postMessage({ output, took: performance.now() - start });
