// The tree of a YAML text that differs in one stretch from a text whose tree is there: only the value of the innermost key around the edit is
// read, in the lines that it stands on. Both texts' lines are read that way, so that whatever the cut itself does shows.
import { commonEnd, commonStart } from '../../text/common';
import { lineStart } from '../layout';
import { OpenArray, OpenObject, OpenProperty, setValue } from '../nodes';
import { lastBefore, moveAllBehind, moveBy } from '../splice';
import type { Node, Tree } from '../tree';
import { parseYamlPart } from './parse';

/** The stretch of the old text in which another one differs, and how much longer that is. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly growth: number;
}

/** A key whose value has the whole edit in it, and the lines of both. */
export interface Block {
  readonly property: OpenProperty;
  /** Where the line begins that the key stands on. */
  readonly start: number;
  /** Where the first line begins that is no longer of it. */
  readonly end: number;
  /** In so many objects and lists. */
  readonly depth: number;
}

/** So many blocks are tried from the innermost outwards. */
const mostTried = 3;
/** A block up to this share of the text is worth being read by itself. */
export const mostShare = 0.2;

/** As `reparse` gives it. */
export function reparseYaml(tree: Tree, text: string): Tree | undefined {
  if (tree.isShared) {
    return undefined;
  }
  const edit = editBetween(tree.text, text);
  const blocks = blocksAround(tree, edit).toReversed().slice(0, mostTried);
  for (const { property, start, end, depth } of blocks.filter((block) => block.end - block.start < tree.text.length * mostShare)) {
    const cut = ' '.repeat(property.start - start);
    const now = only(parseYamlPart(cut + text.slice(property.start, end + edit.growth), depth));
    const old = now && only(parseYamlPart(cut + tree.text.slice(property.start, end), depth));
    if (old && isSame(old, property, start) && now.property.end === old.property.end + edit.growth && now.end === old.end + edit.growth && now.property.key.value === property.key.value) {
      const { value } = now.property;
      moveBy(value, start);
      setValue(property, value);
      property.end += edit.growth;
      moveAllBehind(property, edit.growth);
      return { notation: 'yaml', text, root: tree.root, problems: [], isOpen: false };
    }
  }
  return undefined;
}

/** As far to the front as it can be said to be: a line that is added then begins behind the line above, and not in what comes below. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  const behind = commonEnd(before, after, most);
  return { start: Math.min(commonStart(before, after), most - behind), end: before.length - behind, growth: after.length - before.length };
}

/** The outermost first. What is written in braces is read as a whole. */
export function blocksAround({ root, text }: Tree, { start, end }: Edit): Block[] {
  const found: Block[] = [];
  let node = root;
  let limit = text.length;
  for (let depth = 0; (node instanceof OpenObject || node instanceof OpenArray) && text[node.start] !== '{' && text[node.start] !== '['; depth++) {
    const members: readonly (OpenProperty | Node)[] = node instanceof OpenObject ? node.properties : node.items;
    const at = lastBefore(members, start);
    const [member, next] = [members[at], members[at + 1]];
    limit = next ? lineStart(text, next instanceof OpenProperty ? next.start : next.span.start) : limit;
    if (member instanceof OpenProperty) {
      const begin = lineStart(text, member.start);
      // What is inserted where the lines end may be the next one's.
      if (text[member.key.end] === ':' && member.key.end < start && (end < limit || limit === text.length) && /^ *(?:- +)*$/.test(text.slice(begin, member.start))) {
        found.push({ property: member, start: begin, end: limit, depth });
      }
      node = member.value;
    } else {
      node = member;
    }
  }
  return found;
}

/** The one key of a text that has nothing else, and where the text's value ends. */
function only(tree: Tree | undefined): { readonly property: OpenProperty; readonly end: number } | undefined {
  const root = tree?.root;
  const [property, another] = root instanceof OpenObject ? root.properties : [];
  return root && property && !another && tree.problems.length === 0 && !tree.isShared ? { property, end: root.span.end } : undefined;
}

/** True where the lines by themselves are read as in the whole text. */
function isSame({ property: { key, end, value } }: { readonly property: OpenProperty }, whole: OpenProperty, start: number): boolean {
  return (
    key.start + start === whole.key.start &&
    key.end + start === whole.key.end &&
    end + start === whole.end &&
    value?.kind === whole.value?.kind &&
    (value?.span.start ?? 0) + start === (whole.value?.span.start ?? 0) &&
    (value?.span.end ?? 0) + start === (whole.value?.span.end ?? 0)
  );
}
