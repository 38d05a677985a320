// Each state and each variable of every definition gets another name, and its own again.
import { isDeepStrictEqual } from 'node:util';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AslDocument } from '../../server/src/analysis/document';
import { rename } from '../../server/src/features/rename';
import { seeded } from '../../server/src/simulator/seeded';
import { toValue, type StringNode } from '../../server/src/syntax/tree';
import { against, documentOf, inBothNotations, Misses, newAgainst, type Original } from './misses';

/** Names that both notations, paths and JSONata have something to say about. */
const awkwardNames = ['"quoted"', "it's", 'back\\slash', '$dollar', '$.a.b', '{% x %}', 'ünï 日本', '💡 idea', '- dash', 'a: b', '# no comment', 'true', '10', '[x]', '*star', 'States.Format(x)', '${Name}', 'Next', '~', '{}', '&a b', '%', '`tick`', '__proto__'];
const awkwardVariables = ['ünï', '変数', 'x_1', 'länge', 'Total9'];

/** Prints how many were renamed and came back, and each that did not. */
export function reportRenames(originals: readonly Original[], verbose: boolean): void {
  const misses = new Misses();
  for (const [index, original] of inBothNotations(originals).entries()) {
    const next = seeded(index);
    const pick = (all: readonly string[]): string => all[Math.floor(next() * all.length)] ?? '';
    const document = documentOf(original);
    const [definition] = document.definitions;
    for (const { name } of definition?.states ?? []) {
      thereAndBack(misses, `states in ${original.notation}`, original, document, 'Renamed state', (each) => stateNode(each, name), (each) => stateNode(each, 'Renamed state'), name);
      const awkward = pick(awkwardNames);
      thereAndBack(misses, `states in ${original.notation}, to awkward names`, original, document, awkward, (each) => stateNode(each, name), (each) => stateNode(each, awkward), name);
    }
    // One that is there in several scopes is several variables, and the way back would bring them together.
    const assignments = definition?.variables.assignments ?? [];
    const names = assignments.map(({ name }) => name).filter((name) => new Set(assignments.filter((each) => each.name === name).map(({ machine }) => machine)).size === 1);
    for (const name of new Set(names)) {
      for (const [kind, other] of [['', 'renamedVariable'], [', to awkward names', pick(awkwardVariables)]] as const) {
        thereAndBack(misses, `variables in ${original.notation}${kind}`, original, document, other, (each) => variableNode(each, name), (each) => variableNode(each, other), name);
      }
    }
  }
  misses.report('States and variables renamed, and back again', verbose);
}

type Find = (document: AslDocument) => StringNode | undefined;

function stateNode(document: AslDocument, name: string): StringNode | undefined {
  return document.definitions[0]?.states.find((state) => state.name === name)?.nameNode;
}

function variableNode(document: AslDocument, name: string): StringNode | undefined {
  return document.definitions[0]?.variables.assignments.find((each) => each.name === name)?.key;
}

function thereAndBack(misses: Misses, kind: string, original: Original, document: AslDocument, newName: string, find: Find, findAgain: Find, oldName: string): void {
  const about = `${original.file}: "${oldName}" to "${newName}"`;
  const node = find(document);
  // What is there already can't be a new name; a variable that is there twice would be brought together with itself.
  if (!node || findAgain(document)) {
    return;
  }
  misses.count(kind);
  const miss = (what: string): void => {
    misses.miss(kind, `${about}: ${what}`);
  };
  const there = renamed(document, node, newName);
  if (typeof there !== 'string') {
    miss(`refused: ${there.refused}`);
    return;
  }
  const after = documentOf({ ...original, text: there });
  const more = [...after.problems.map(({ message }) => message), ...newAgainst(against(after), against(document), (found) => found.replaceAll(`"${newName}"`, `"${oldName}"`))];
  if (more.length > 0) {
    miss(more.join(', '));
  }
  const again = findAgain(after);
  const back = again ? renamed(after, again, oldName) : { refused: 'it is not found any more' };
  if (typeof back !== 'string') {
    miss(`back: ${back.refused}`);
  } else if (back !== original.text && !(original.notation === 'yaml' && isDeepStrictEqual(toValue(documentOf({ ...original, text: back }).tree.root), toValue(document.tree.root)))) {
    miss('back: another text');
  } else if (back !== original.text) {
    misses.count(`${kind}: back to the same meaning, in other quotes`);
  }
}

function renamed(document: AslDocument, node: StringNode, name: string): string | { readonly refused: string } {
  const edits = rename(document, node.span.start + 1, name);
  return 'refused' in edits ? edits : TextDocument.applyEdits(TextDocument.create('', '', 0, document.text), edits);
}
