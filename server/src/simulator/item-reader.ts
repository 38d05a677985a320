// The items of a distributed Map that are read from buckets.
import { isList, isObject, kindOf, memberOf, parseJson, textOf, type Json, type JsonObject } from '../expressions/value';
import { delimiters, readCsv, type Delimiter } from './csv';
import { Failure } from './failure';
import { amount } from './numbers';
import type { Work } from './scheduler';
import type { MapItem } from './scope';
import type { Visit } from './visit';
import type { ObjectStore } from './world';

/** What is to be read, and how. */
export interface Reading {
  readonly resource: string;
  readonly where: Json;
  readonly config: JsonObject;
  /** So many items at most; 0 for all. */
  readonly most: number;
}

/** Works out what the state says of the reader. Source: recorded runs, which have no map run yet where a value of it is wrong. */
export function* readingOf(visit: Visit, input: Json): Work<Reading> {
  const reader = visit.field('ItemReader');
  const fields = isObject(reader) ? reader : {};
  const written = fields[visit.isJsonata ? 'Arguments' : 'Parameters'] ?? {};
  const where = visit.isJsonata ? yield* visit.evaluated(written, 'ItemReader/Arguments') : visit.template(written, input);
  const config = isObject(fields['ReaderConfig']) ? fields['ReaderConfig'] : {};
  const most = yield* amount(visit, { name: 'MaxItems', kind: 'integer', in: ['ItemReader', 'ReaderConfig'] }, input);
  return { resource: textOf(fields['Resource']), where, config, most };
}

/** Reads the items. Throws `States.ItemReaderFailed` where they can't be. */
export function readItems(visit: Visit, { resource, where, config, most }: Reading): readonly MapItem[] {
  if (most < 0) {
    throw failed('field MaxItems must be positive');
  }
  const store = visit.run.world.objects;
  if (!store) {
    throw failed('There are no buckets to read items from. --buckets FOLDER on the command line, or "buckets" in a launch configuration, says where they are.');
  }
  const bucket = textIn(where, 'Bucket');
  const isList = resource.endsWith('listObjectsV2');
  const found = isList ? listed(store, bucket, textIn(where, 'Prefix'), config) : read(store, bucket, textIn(where, 'Key'), config);
  return (most > 0 ? found.slice(0, most) : found).map((item, Index) => ({ Index, ...item }));
}

type Item = Omit<MapItem, 'Index'>;

function failed(cause: string): Failure {
  return new Failure('States.ItemReaderFailed', cause, 'state');
}

function textIn(where: Json, name: string): string {
  const value = memberOf(where, name);
  return typeof value === 'string' ? value : '';
}

function listed(store: ObjectStore, bucket: string, prefix: string, config: JsonObject): Item[] {
  const objects = store.list(bucket, prefix);
  if (config['Transformation'] === 'LOAD_AND_FLATTEN') {
    return objects.flatMap(({ key }) => read(store, bucket, key, config));
  }
  return objects.map(({ key, size, etag = '', lastModified = 0 }) => ({
    Value: { Etag: etag, Key: key, LastModified: Math.floor(lastModified / 1000), Size: size, StorageClass: 'STANDARD' },
    Source: `s3://${bucket}`,
  }));
}

function loaded(store: ObjectStore, bucket: string, key: string): string {
  const text = store.read(bucket, key);
  if (text === undefined) {
    throw failed('The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey)');
  }
  return text;
}

function read(store: ObjectStore, bucket: string, key: string, config: JsonObject): Item[] {
  const text = loaded(store, bucket, key);
  const Source = `s3://${bucket}/${key}`;
  const sourced = (Value: Json): Item => ({ Value, Source });
  if (config['ManifestType'] !== undefined || config['InputType'] === 'MANIFEST') {
    return inManifest(store, bucket, text, config);
  }
  switch (config['InputType']) {
    case 'CSV':
      return csv(text, config).map(sourced);
    case 'JSONL':
      return lines(text).map((line) => sourced(json(line)));
    case 'PARQUET':
      throw failed('Parquet files can only be read by the service.');
    default:
      return members(pointed(json(text), config['ItemsPointer'])).map((item) => ({ ...item, Source }));
  }
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

function json(text: string): Json {
  const value = parseJson(text);
  if (value === undefined) {
    throw failed('Unable to parse the JSON of the item source.');
  }
  return value;
}

function members(value: Json): Omit<MapItem, 'Index'>[] {
  if (isList(value)) {
    return value.map((Value) => ({ Value }));
  }
  throw failed('Attempting to map over non-iterable node.');
}

/** What a JSON pointer leads to. */
function pointed(value: Json, pointer: Json | undefined): Json {
  let at = value;
  for (const name of typeof pointer === 'string' ? pointer.split('/').slice(1) : []) {
    const plain = name.replaceAll('~1', '/').replaceAll('~0', '~');
    const next: Json | undefined = isList(at) ? at[Number(plain)] : memberOf(at, plain);
    if (next === undefined) {
      throw failed(`The ItemsPointer ${textOf(pointer)} leads to nothing in a ${kindOf(value)}.`);
    }
    at = next;
  }
  return at;
}

function csv(text: string, config: JsonObject): Json[] {
  const rows = readCsv(text, delimiters[textOf(config['CSVDelimiter'] ?? 'COMMA') as Delimiter]);
  const given = config['CSVHeaders'];
  const headers = config['CSVHeaderLocation'] === 'GIVEN' && isList(given) ? given.map(String) : (rows.shift() ?? []);
  if (new Set(headers).size < headers.length) {
    throw failed('CSV headers cannot contain duplicates.');
  }
  return rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

/** An inventory of Amazon S3 lists its files, and these list objects; a manifest of Amazon Athena lists files of items. */
function inManifest(store: ObjectStore, bucket: string, text: string, config: JsonObject): Item[] {
  if (config['ManifestType'] === 'ATHENA_DATA') {
    const { ManifestType: _isOne, ...inner } = config;
    return lines(text).flatMap((address) => {
      const [, at = bucket, key = address] = /^s3:\/\/([^/]+)\/(.*)$/.exec(address) ?? [];
      return read(store, at, key, inner);
    });
  }
  const manifest = json(text);
  const files = memberOf(manifest, 'files');
  const schema = textIn(manifest, 'fileSchema').split(',').map((name) => name.trim());
  const source = textIn(manifest, 'destinationBucket').replace(/^arn:aws:s3:::/, '') || bucket;
  return (isList(files) ? files : []).flatMap((file) => csv(loaded(store, source, textIn(file, 'key')), { CSVHeaderLocation: 'GIVEN', CSVHeaders: schema })).map((Value) => ({ Value }));
}

