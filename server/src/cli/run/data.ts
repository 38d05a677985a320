// Inputs and mocks: JSON or YAML, from a file, from standard input, or written out on the command line.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Json } from '../../expressions/value';
import { notationOf } from '../../syntax/notation';
import { parse } from '../../syntax/parse';
import { toValue } from '../../syntax/tree';
import { placeIn } from '../../text/place';
import { UsageError, type Host } from '../command';
import { decode, readText, type Text } from '../read';

/** The value in a file; `-` is standard input. */
export async function readData(path: string, host: Host): Promise<Json> {
  const read: Text = path === '-' ? decode(await host.readStdin()) : readText(resolve(host.cwd, path));
  if (read.text === undefined) {
    throw new UsageError(`${path === '-' ? 'standard input' : path} ${read.trouble}`);
  }
  return parsed(read.text, path === '-' ? undefined : path, path === '-' ? 'Standard input' : path);
}

/** An input as it is given: JSON itself, or where it is. */
export async function readInput(given: string | undefined, host: Host): Promise<Json> {
  if (given === undefined) {
    return {};
  }
  if (given.trim() === '') {
    throw new UsageError('--input is empty. It takes JSON, a file, or - for standard input.');
  }
  const file = given.replace(/^@/, '');
  // A number may be the beginning of a file's name, too.
  const isValue = /^\s*[{["]/.test(given) || (/^\s*(?:-?\d|true|false|null)/.test(given) && !existsSync(resolve(host.cwd, file)));
  return isValue ? parsed(given, undefined, '--input') : readData(file, host);
}

/** @param named how the text is called where it can't be read */
function parsed(text: string, path: string | undefined, named: string): Json {
  const tree = parse(text, notationOf(path, text));
  const [problem] = tree.problems;
  if (problem) {
    throw new UsageError(`${named} can't be read as it is (${placeIn(text, problem.span.start)}): ${problem.message}`);
  }
  return toValue(tree.root) as Json;
}
