// What the models of services cost: the first look into one, the next ones, memory, and documents without any of them.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTree } from 'jsonc-parser';
import type { Catalog } from '../../server/src/services/catalog';
import { builtCore, corePath, type Core } from './core';
import { inTurn, line, medianOf } from './measure';
import { mixedMachine } from './samples';

const folder = join(import.meta.dirname, '../../server/data/services');

/** A middling one, a large one and the largest: one call each, with room for an argument. */
const calls = {
  S3: { service: 's3', action: 'putObject', parameters: { Bucket: 'models', Key: 'churn' } },
  SageMaker: { service: 'sagemaker', action: 'createTrainingJob', parameters: { TrainingJobName: 'churn', RoleArn: 'arn:aws:iam::123456789012:role/train', OutputDataConfig: { S3OutputPath: 's3://models/' } } },
  EC2: { service: 'ec2', action: 'runInstances', parameters: { MinCount: 1, MaxCount: 1 } },
};

/** Prints lines for each service, and one for a document without any. */
export async function benchServices(): Promise<void> {
  const core = await builtCore();
  for (const [name, call] of Object.entries(calls)) {
    const text = taskOf(call);
    const place = text.indexOf('"Parameters": {') + '"Parameters": {'.length;
    const typed = `${text.slice(0, place)}"",${text.slice(place)}`;
    const jobs: Record<string, (services: Catalog) => void> = {
      diagnostics: (services) => check(core, text, services),
      completion: (services) => void core.completion(new core.AslDocument(typed, 'json', { services }), place + 1, { snippets: true, asIs: true }),
    };
    for (const [job, run] of Object.entries(jobs)) {
      // The engine knows the code by then, as it does after the first minute of a day; the service is new to the catalog each time.
      const cold = await medianOf(async () => timeOf(() => run(catalogOf(core))), 15);
      const services = catalogOf(core);
      const { time, floor } = inTurn(() => run(services), () => parseTree(text));
      console.log(`${`${name}, first ${job}`.padEnd(46)} ${cold.toFixed(1).padStart(8)} ms`);
      console.log(line(`${name}, ${job} from then on`, time, 'parseTree', floor));
    }
    console.log(`${`${name}, memory once read, and with its docs`.padEnd(46)} ${memoryOf(call.service)}`);
  }
  benchWithout(core);
  const index = readFileSync(join(folder, '../services.json'), 'utf8');
  const start = await medianOf(async () => timeOf(() => void JSON.parse(index)), 15);
  console.log(`${'the index of services, at the start'.padEnd(46)} ${start.toFixed(2).padStart(8)} ms`);
}

/** A document that calls nothing, with and without services to be had. */
function benchWithout(core: Core): void {
  const text = mixedMachine(100_000).replaceAll(/"Resource": "[^"]*"/g, '"Resource": "arn:aws:lambda:us-east-1:123456789012:function:f"');
  const services = catalogOf(core);
  const { time, floor } = inTurn(() => check(core, text, services), () => check(core, text));
  console.log(line('JSON, 100 KB, no service called', time, 'no catalog', floor));
}

function taskOf({ service, action, parameters }: (typeof calls)[keyof typeof calls]): string {
  const task = { Type: 'Task', Resource: `arn:aws:states:::aws-sdk:${service}:${action}`, Parameters: parameters, End: true };
  return JSON.stringify({ StartAt: 'Call', States: { Call: task } }, undefined, 2);
}

function catalogOf({ Catalog }: Core): Catalog {
  return new Catalog((name) => readFileSync(join(folder, `${name}.jsonl`), 'utf8'));
}

function check({ AslDocument, diagnostics }: Core, text: string, services?: Catalog): void {
  diagnostics(new AslDocument(text, 'json', services && { services }), 'bench:', (_rule, error) => {
    throw error;
  });
}

function timeOf(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** In a process of its own, whose garbage can be collected. */
function memoryOf(service: string): string {
  const script = `
    const { Catalog } = require(${JSON.stringify(corePath)});
    const { readFileSync } = require('node:fs');
    const catalog = new Catalog((name) => readFileSync(${JSON.stringify(folder)} + '/' + name + '.jsonl', 'utf8'));
    const used = () => { gc(); gc(); return process.memoryUsage().heapUsed / 1e6; };
    const before = used();
    const service = catalog.get(${JSON.stringify(service)});
    const read = used();
    for (const name of service.actionNames) { service.action(name).docs; }
    console.log((read - before).toFixed(1) + ' MB, ' + (used() - before).toFixed(1) + ' MB');
    catalog.get(${JSON.stringify(service)});`;
  return spawnSync(process.execPath, ['--expose-gc', '-e', script], { encoding: 'utf8' }).stdout.trim();
}
