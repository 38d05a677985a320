// The fields of machines, states and what is in them in the order in which definitions are read. What an author hands to services stays as
// it is: no table of the grammar knows it.
import type { Part } from '../model/parts';
import { placeOfField } from '../spec/field-order';
import { isWrittenOut, withMembers } from '../syntax/members';
import type { ObjectProperty } from '../syntax/tree';
import { applyChanges, type TextChange } from '../text/edit';
import type { Definition } from './definition';

/**
 * The text that a definition stands in, with its fields in order. Comments and blank lines go with the field that they are above or behind.
 * Where an alias or a merge key shares values, all stays: what it repeats has to be written before it.
 */
export function withFieldsInOrder({ tree, parts }: Definition): string {
  if (tree.isShared) {
    return tree.text;
  }
  // From the end of the text to its start, so that what is inside an object is in order before the object is.
  const backwards = [...parts].sort((one, other) => other.node.start - one.node.start);
  const changes: TextChange[] = [];
  for (const part of backwards) {
    const inside: TextChange[] = [];
    for (let last = changes.at(-1); last && last.span.start < part.node.end; last = changes.at(-1)) {
      inside.unshift(last);
      changes.pop();
    }
    const wanted = inOrder(part);
    const isThere = wanted.every((property, index) => property === part.node.properties[index]);
    changes.push(...(isThere || !isWrittenOut(part.node) ? inside : [withMembers(tree, part.node, wanted, inside)]));
  }
  return applyChanges(tree.text, changes);
}

/** What no table knows stays behind the field that it stands behind. */
function inOrder({ node: { properties }, spec }: Part): ObjectProperty[] {
  let place = -1;
  const placed = properties.map((property) => {
    place = placeOfField(spec, property.key.value) ?? place;
    return { property, place };
  });
  return placed.sort((one, other) => one.place - other.place).map(({ property }) => property);
}
