import { parseJson } from './json/parse';
import type { Notation, Tree } from './tree';
import { parseYaml } from './yaml/parse';

/**
 * The tree of a text in either notation. Never throws: what can't be read is told in `problems`.
 *
 * @param isTemplate for a CloudFormation template, where `Ref` is a function too
 */
export function parse(text: string, notation: Notation, isTemplate = false): Tree {
  return notation === 'json' ? parseJson(text, isTemplate) : parseYaml(text, isTemplate);
}
