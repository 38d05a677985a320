// The tree of a text that differs in one stretch from a text whose tree is there: in JSON only the innermost object or list around the edit
// is read, in YAML the innermost block, and what stands behind it moves.
import { commonEnd, commonStart } from '../text/common';
import { parseJson } from './json/parse';
import { OpenArray, OpenObject, OpenProperty, Unknown } from './nodes';
import { lastBefore, moveAllBehind, moveBy, putInPlace } from './splice';
import type { Node, Tree } from './tree';
import { reparseYaml } from './yaml/reparse';

/**
 * The same tree for the other text. The one that was given becomes part of it and is of no use afterwards.
 *
 * @param tree of a whole file, without problems
 * @returns `undefined` where the text has to be read as a whole; the tree is then as it was
 */
export function reparse(tree: Tree, text: string): Tree | undefined {
  if (tree.embedding || tree.problems.length > 0) {
    return undefined;
  }
  if (text === tree.text) {
    return tree;
  }
  return tree.notation === 'json' ? reparseJson(tree, text) : reparseYaml(tree, text);
}

function reparseJson(tree: Tree, text: string): Tree | undefined {
  const start = commonStart(tree.text, text);
  const end = tree.text.length - commonEnd(tree.text, text, Math.min(tree.text.length, text.length) - start);
  const growth = text.length - tree.text.length;
  const path = containersAround(tree.root, start, end);
  const inner = path.pop();
  if (!inner || path.length === 0) {
    return undefined;
  }
  const { root, problems } = parseJson(text.slice(inner.start, inner.end + growth), false, path.length);
  const isWhole = root?.start === 0 && root.end === inner.end + growth - inner.start;
  if (problems.length > 0 || !(root instanceof OpenObject || root instanceof OpenArray || root instanceof Unknown) || !isWhole) {
    return undefined;
  }
  moveBy(root, inner.start);
  putInPlace(root, inner.parent, inner);
  moveAllBehind(root, growth);
  return { notation: 'json', text, root: tree.root, problems: [], isOpen: false };
}

/** The objects and lists that have the whole edit between their brackets, the outermost first. */
function containersAround(root: Node | undefined, start: number, end: number): (OpenObject | OpenArray)[] {
  const found: (OpenObject | OpenArray)[] = [];
  let node = root;
  while ((node instanceof OpenObject || node instanceof OpenArray) && node.start < start && end < node.end) {
    found.push(node);
    const members: readonly (OpenProperty | Node)[] = node instanceof OpenObject ? node.properties : node.items;
    const around = members[lastBefore(members, start)];
    node = around instanceof OpenProperty ? around.value : around;
  }
  return found;
}
