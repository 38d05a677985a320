import { parseJson } from './json';
import type { Notation, Tree } from './tree';
import { parseYaml } from './yaml';

/** The tree of a text in either notation. Never throws: what can't be read is told in `problems`. */
export function parse(text: string, notation: Notation): Tree {
  return notation === 'json' ? parseJson(text) : parseYaml(text);
}
