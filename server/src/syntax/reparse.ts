// The tree of a JSON text that differs in one stretch from a text whose tree is there: only the innermost object or list around the edit
// is read, and what stands behind it moves.
import { commonEnd, commonStart } from '../text/common';
import { parseJson } from './json/parse';
import { OpenArray, OpenObject, OpenProperty, shift, Unknown, type Parent } from './nodes';
import type { Node, Tree } from './tree';

/**
 * The same tree for the other text. The one that was given becomes part of it and is of no use afterwards.
 *
 * @param tree of a whole file, without problems
 * @returns `undefined` where the text has to be read as a whole; the tree is then as it was
 */
export function reparse(tree: Tree, text: string): Tree | undefined {
  if (tree.notation !== 'json' || tree.embedding || tree.problems.length > 0) {
    return undefined;
  }
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
  move(root, inner.start);
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

/** The index of the last member that begins before an offset; -1 where none does. */
function lastBefore(members: readonly { readonly start: number }[], offset: number): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle]?.start ?? offset) < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

function putInPlace(node: OpenObject | OpenArray | Unknown, parent: Parent, of: OpenObject | OpenArray): void {
  node.parent = parent;
  if (parent instanceof OpenProperty) {
    parent.value = node;
  } else if (parent) {
    parent.items[parent.items.indexOf(of)] = node;
  }
}

/** Everything around a node ends later; everything behind it begins later too. */
function moveAllBehind(node: OpenObject | OpenArray | Unknown, growth: number): void {
  let last: Node | OpenProperty = node;
  for (let holder: OpenObject | Parent = node.parent; holder; holder = holder.parent) {
    holder.end += growth;
    const members: readonly (Node | OpenProperty)[] = holder instanceof OpenObject ? holder.properties : holder instanceof OpenArray ? holder.items : [];
    for (let index = members.length - 1; index >= 0 && members[index] !== last; index--) {
      move(members[index], growth);
    }
    last = holder;
  }
}

/** A node with all that is in it. */
function move(node: Node | OpenProperty | undefined, by: number): void {
  if (node instanceof OpenObject) {
    for (const each of node.properties) {
      move(each, by);
    }
  } else if (node instanceof OpenArray) {
    for (const item of node.items) {
      move(item, by);
    }
  } else if (node instanceof OpenProperty) {
    move(node.key, by);
    move(node.value, by);
  } else if (node instanceof Unknown) {
    move(node.call?.argument, by);
  }
  shift(node, by);
}
