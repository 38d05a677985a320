// What became of the children of a distributed Map, written to a bucket.
import { timestampOf } from '../expressions/instant';
import { isList, isObject, memberOf, textOf, type Json, type JsonObject } from '../expressions/value';
import type { Failure } from './failure';
import type { Work } from './scheduler';
import type { Visit } from './visit';

export interface ChildRun {
  readonly id: string;
  readonly name: string;
  readonly start: number;
  readonly stop: number;
  readonly input: Json;
  readonly output: Json;
  readonly failure: Failure | undefined;
}

/** Writes the files and gives what the state gives instead of the outputs; `undefined` where nothing is to be written. */
export function* writeResults(visit: Visit, input: Json, mapRun: string, runs: readonly ChildRun[]): Work<Json | undefined> {
  const writer = visit.field('ResultWriter');
  if (!isObject(writer)) {
    return undefined;
  }
  const { Transformation: transformation = 'NONE', OutputType: type = 'JSON' } = isObject(writer['WriterConfig']) ? writer['WriterConfig'] : {};
  if (writer['Resource'] === undefined) {
    const kept = runs.filter(({ failure }) => !failure);
    return transformation === 'NONE' ? kept.map((each) => record(visit, each)) : outputs(kept, transformation);
  }
  const written = writer[visit.isJsonata ? 'Arguments' : 'Parameters'];
  const where = written === undefined ? {} : visit.isJsonata ? yield* visit.evaluated(written, 'ResultWriter/Arguments') : visit.template(written, input);
  const bucket = textOf(memberOf(where, 'Bucket'));
  const prefix = textOf(memberOf(where, 'Prefix')).replace(/\/$/, '');
  const folder = `${prefix === '' ? '' : `${prefix}/`}${mapRun.split(':').at(-1) ?? ''}`;
  const store = visit.run.world.objects;
  const write = (name: string, records: readonly Json[]): Json[] => {
    const text = type === 'JSONL' ? records.map((each) => `${JSON.stringify(each)}\n`).join('') : JSON.stringify(records);
    const key = `${folder}/${name}_0.${type === 'JSONL' ? 'jsonl' : 'json'}`;
    if (records.length > 0) {
      store?.write?.(bucket, key, text);
    }
    return records.length > 0 ? [{ Key: key, Size: text.length }] : [];
  };
  const succeeded = runs.filter(({ failure }) => !failure);
  const files = {
    FAILED: write('FAILED', runs.filter(({ failure }) => failure).map((each) => record(visit, each))),
    PENDING: [],
    SUCCEEDED: write('SUCCEEDED', transformation === 'NONE' ? succeeded.map((each) => record(visit, each)) : outputs(succeeded, transformation)),
  };
  store?.write?.(bucket, `${folder}/manifest.json`, JSON.stringify({ DestinationBucket: bucket, MapRunArn: mapRun, ResultFiles: files }));
  return { MapRunArn: mapRun, ResultWriterDetails: { Bucket: bucket, Key: `${folder}/manifest.json` } };
}

function outputs(runs: readonly ChildRun[], transformation: Json): Json[] {
  const all = runs.map(({ output }) => output);
  return transformation === 'FLATTEN' ? all.flatMap((output) => (isList(output) ? output : [output])) : all;
}

function record(visit: Visit, { id, name, start, stop, input, output, failure }: ChildRun): JsonObject {
  return {
    ...(failure ? failure.details : {}),
    ExecutionArn: id,
    Input: JSON.stringify(input),
    InputDetails: { Included: true },
    Name: name,
    ...(failure ? {} : { Output: JSON.stringify(output), OutputDetails: { Included: true } }),
    RedriveCount: 0,
    RedriveStatus: failure ? 'REDRIVABLE' : 'NOT_REDRIVABLE',
    StartDate: timestampOf(start),
    StateMachineArn: visit.strand.execution.options.machine,
    Status: failure ? 'FAILED' : 'SUCCEEDED',
    StopDate: timestampOf(stop),
  };
}
