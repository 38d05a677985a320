// Inputs and mocks: JSON or YAML, from a file, from standard input, or written out on the command line.
import { resolve } from 'node:path';
import type { Json } from '../../expressions/value';
import { notationOf } from '../../syntax/notation';
import { parse } from '../../syntax/parse';
import { toValue } from '../../syntax/tree';
import { UsageError, type Host } from '../command';
import { decode, readText, type Text } from '../read';

/** The value in a file; `-` is standard input. */
export async function readData(path: string, host: Host): Promise<Json> {
  const read: Text = path === '-' ? decode(await host.readStdin()) : readText(resolve(host.cwd, path));
  if (read.text === undefined) {
    throw new UsageError(`${path === '-' ? 'standard input' : path} ${read.trouble}`);
  }
  return parsed(read.text, path === '-' ? undefined : path);
}

/** An input as it is given: JSON itself, or where it is. */
export async function readInput(given: string | undefined, host: Host): Promise<Json> {
  if (given === undefined) {
    return {};
  }
  return /^\s*(?:[{["\d-]|true|false|null)/.test(given) && given !== '-' ? parsed(given, undefined) : readData(given.replace(/^@/, ''), host);
}

function parsed(text: string, path: string | undefined): Json {
  const tree = parse(text, notationOf(path, text));
  const [problem] = tree.problems;
  if (problem) {
    throw new UsageError(`${path ?? 'The value'} can't be read as it is: ${problem.message}`);
  }
  return toValue(tree.root) as Json;
}
