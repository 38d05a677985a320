import { parseJson } from './json/parse';
import { reparse } from './reparse';
import { copyOf } from './splice';
import type { Notation, Tree } from './tree';
import { firstErrors } from './yaml/first-errors';
import { errorsIn, parseYaml } from './yaml/parse';

/**
 * The tree of a text in either notation. Never throws: what can't be read is told in `problems`.
 *
 * @param isTemplate for a CloudFormation template, where `Ref` is a function too
 * @param sound of another version without problems, from which much is known of one that is most likely broken; stays as it is
 */
export function parse(text: string, notation: Notation, isTemplate = false, sound?: Tree): Tree {
  const treeOf = sound && ((each: string): Tree | undefined => reparse(copyOf(sound), each));
  return notation === 'json'
    ? parseJson(text, isTemplate, 0, treeOf)
    : parseYaml(text, isTemplate, sound && treeOf && { treeOf, errorsIn: (each) => firstErrors(sound, each, errorsIn) });
}
