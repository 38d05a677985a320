import { parseJson } from './json/parse';
import type { Notation, Tree } from './tree';
import { parseYaml, type TakeOver } from './yaml/parse';

/**
 * The tree of a text in either notation. Never throws: what can't be read is told in `problems`.
 *
 * @param isTemplate for a CloudFormation template, where `Ref` is a function too
 * @param takeOver makes the tree of a text in YAML of one that is there, should the text turn out to be another one but for a mistake
 */
export function parse(text: string, notation: Notation, isTemplate = false, takeOver?: TakeOver): Tree {
  return notation === 'json' ? parseJson(text, isTemplate) : parseYaml(text, isTemplate, takeOver);
}
