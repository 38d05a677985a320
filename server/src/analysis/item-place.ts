// Where a list can take an item: between its brackets, behind a dash, below the last item of a YAML list, or below a key that has no list yet.
import type { Part } from '../model/parts';
import type { ObjectName } from '../spec/field';
import { columnOf, indentOfLine, isFlow, lineStart } from '../syntax/layout';
import type { ArrayNode, Node, ObjectProperty } from '../syntax/tree';
import type { Span } from '../text/span';
import { holderAbove, mayBegin, stateBefore } from './below';
import type { Definition } from './definition';
import { placeAt } from './query';
import { typedValue } from './typed';

export interface ItemPlace {
  /** The kind of object that the language wants there, and what has the list; `undefined` in a call's arguments. */
  readonly is: ObjectName | undefined;
  readonly part: Part | undefined;
  readonly holder: ObjectProperty;
  /** Missing where YAML has nothing yet but the key above. */
  readonly list: ArrayNode | undefined;
  /** What stands there already. */
  readonly node: Node | undefined;
  readonly typed: Span;
  /** Whether YAML has no dash there yet. */
  readonly needsDash: boolean;
}

/** The place of an item at a cursor; `undefined` where there is none. */
export function itemPlaceAt(definition: Definition, offset: number): ItemPlace | undefined {
  const place = placeAt(definition, offset);
  if (place?.at === 'item') {
    const { list, node } = place;
    // In JSON a word without quotes is no text.
    const isFixed = node && !mayBegin(node) && node.kind !== 'unknown';
    return list.parent?.kind === 'property' && !isFixed ? { ...kindOf(definition, list.parent), holder: list.parent, list, node, typed: typedValue(definition, node, offset), needsDash: false } : undefined;
  }
  if (definition.notation === 'json') {
    return undefined;
  }
  const above = holderAbove(definition, offset);
  return above ? { ...kindOf(definition, above.holder), holder: above.holder, list: undefined, node: undefined, typed: above.typed, needsDash: true } : belowItems(definition, offset);
}

/** On a line of its own, under the dashes of a list. */
function belowItems(definition: Definition, offset: number): ItemPlace | undefined {
  const { text, tree } = definition;
  const start = lineStart(text, offset) + indentOfLine(text, offset).length;
  const typed = { start: Math.min(start, offset), end: offset };
  if (!/^[\w.]*$/.test(text.slice(typed.start, offset)) || !/^[\w.]*\s*$/.test(text.slice(typed.start).split('\n', 1)[0] ?? '')) {
    return undefined;
  }
  let node: Node | undefined = stateBefore(definition, offset);
  while (node) {
    if (node.kind === 'array') {
      const dash = dashOf(definition, node);
      if (!isFlow(tree, node) && dash !== undefined && dash === columnOf(text, typed.start) && node.parent?.kind === 'property') {
        return { ...kindOf(definition, node.parent), holder: node.parent, list: node, node: undefined, typed, needsDash: true };
      }
      node = node.items.findLast((item) => item.start < typed.start);
    } else {
      node = node.kind === 'object' ? node.properties.findLast(({ key }) => key.end <= typed.start)?.value : undefined;
    }
  }
  return undefined;
}

/** What the language says of the items of a property's list. */
export function kindOf(definition: Definition, holder: ObjectProperty): Pick<ItemPlace, 'is' | 'part'> {
  const part = definition.partOf(holder.parent);
  const field = part?.spec.byName.get(holder.key.value);
  const fits = field?.kind === 'list' && (!field.language || field.language === part?.queryLanguage);
  return { is: fits ? field.of : undefined, part };
}

/** The column of a list's dashes. */
function dashOf({ text }: Definition, { items: [first] }: ArrayNode): number | undefined {
  const before = first && /^([ \t]*)-[ \t]+$/.exec(text.slice(lineStart(text, first.start), first.start));
  return before?.[1]?.length;
}
