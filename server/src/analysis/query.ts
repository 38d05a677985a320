// "What is under this offset?": the question that most features start with.
import type { Reference, State } from '../model/machine';
import type { ArrayNode, Node, ObjectNode, ObjectProperty } from '../syntax/tree';
import { touches } from '../text/span';
import type { Definition } from './definition';

/** Where a cursor is, seen from the tree. */
export type Place =
  /** At a property's value, or where that value would be typed. `value` is missing while nothing has been typed. */
  | { readonly at: 'value'; readonly property: ObjectProperty; readonly value: Node | undefined }
  /** At a key, or where an object can take one. */
  | { readonly at: 'key'; readonly object: ObjectNode; readonly property: ObjectProperty | undefined }
  /** In a list's item that is no object. `node` is missing while nothing has been typed between the brackets. */
  | { readonly at: 'item'; readonly list: ArrayNode; readonly node: Node | undefined };

/** The place of a cursor; `undefined` outside everything. */
export function placeAt(definition: Definition, offset: number): Place | undefined {
  const { root } = definition.tree;
  return root && touches(root.span, offset) ? placeIn(definition, root, offset) : trailingPlace(definition, offset);
}

function placeIn(definition: Definition, node: Node, offset: number): Place | undefined {
  if (node.kind === 'array') {
    const item = node.items.find((each) => touches(each.span, offset));
    if (!item) {
      return definition.text[node.start] === '[' && offset > node.start && offset < node.end ? { at: 'item', list: node, node: undefined } : undefined;
    }
    return item.kind === 'object' || item.kind === 'array' ? placeIn(definition, item, offset) : { at: 'item', list: node, node: item };
  }
  if (node.kind !== 'object') {
    return undefined;
  }
  for (const property of node.properties) {
    if (property.parent !== node || !touches(property.span, offset)) {
      continue;
    }
    if (touches(property.key.span, offset)) {
      return { at: 'key', object: node, property };
    }
    const { value } = property;
    if (value && touches(value.span, offset)) {
      if (value.kind !== 'object' && value.kind !== 'array') {
        return { at: 'value', property, value };
      }
      // At the very edge of a braced value the cursor is outside it, but a YAML block begins and ends where its text does.
      return placeIn(definition, value, offset);
    }
    if (!value || value.span.start >= offset) {
      // Above the first key of a YAML block the cursor is in the block already.
      return (value?.kind === 'object' && byColumn(definition, value, offset)) || (hasRoom(definition, value, offset) ? { at: 'value', property, value: undefined } : undefined);
    }
  }
  return emptyValueBefore(definition, node, offset) ?? gap(definition, node, offset);
}

/** Whether a value can be put before what stands there as one: in JSON that may well be the next key, of an author who has not come to the value yet. */
function hasRoom({ text, notation }: Definition, value: Node | undefined, offset: number): boolean {
  return !value || isEmpty(value) || (notation === 'json' && value.kind === 'string' && text.slice(offset, value.start).includes('\n'));
}

/** `"Next": |`, `"Next": Sa|` and `Next: |`: the cursor stands behind a colon on the same line, with no value yet. */
function emptyValueBefore(definition: Definition, object: ObjectNode, offset: number): Place | undefined {
  const before = lastBefore(object, offset);
  if (!before || (before.value && !isEmpty(before.value))) {
    return undefined;
  }
  const between = definition.text.slice(before.key.span.end, offset);
  return /^[ \t]*:[ \t]*[\w.-]*$/.test(between) ? { at: 'value', property: before, value: undefined } : undefined;
}

/** Between the properties of an object. In YAML the cursor's column says which of the nested objects is meant. */
function gap(definition: Definition, object: ObjectNode, offset: number): Place | undefined {
  if (definition.notation === 'json' || definition.text[object.span.start] === '{') {
    const isOpen = object.span.end === definition.text.length && definition.text[object.span.end - 1] !== '}';
    return offset > object.span.start && (offset < object.span.end || isOpen) ? { at: 'key', object, property: undefined } : undefined;
  }
  // The inner block reaches to the next key, so the cursor can be in it and yet stand under an outer one's keys.
  return definition.tree.root?.kind === 'object' ? byColumn(definition, definition.tree.root, offset) : undefined;
}

/** Below the last line of a YAML definition that ends in the middle of a block. */
function trailingPlace(definition: Definition, offset: number): Place | undefined {
  const { root, notation } = definition.tree;
  if (notation !== 'yaml' || root?.kind !== 'object' || offset < root.span.end) {
    return undefined;
  }
  return emptyValueIn(definition, root, offset) ?? byColumn(definition, root, offset);
}

/** The deepest last property that still waits for its value on the cursor's line. */
function emptyValueIn(definition: Definition, object: ObjectNode, offset: number): Place | undefined {
  const last = lastBefore(object, offset);
  const inside = last?.value?.kind === 'object' ? emptyValueIn(definition, last.value, offset) : undefined;
  return inside ?? emptyValueBefore(definition, object, offset);
}

function byColumn(definition: Definition, object: ObjectNode, offset: number): Place | undefined {
  const lineStart = definition.text.lastIndexOf('\n', offset - 1) + 1;
  const typed = definition.text.slice(lineStart, offset);
  // What follows on the line would be torn from its place.
  if (!/^ *[\w.$-]*$/.test(typed) || !/^[\w.$-]*\s*(?:#.*)?$/.test(lineFrom(definition, offset))) {
    return undefined;
  }
  const column = typed.length - typed.trimStart().length;
  for (let candidate: ObjectNode | undefined = object; candidate; ) {
    const first = candidate.properties[0];
    if (first && columnOf(definition, first.key.span.start) === column) {
      return { at: 'key', object: candidate, property: undefined };
    }
    const last: Node | undefined = lastBefore(candidate, offset)?.value;
    candidate = last?.kind === 'object' ? last : last?.kind === 'array' ? lastObject(last.items) : undefined;
  }
  return undefined;
}

function lineFrom({ text }: Definition, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? text.length : end);
}

function lastObject(nodes: readonly Node[]): ObjectNode | undefined {
  const last = nodes[nodes.length - 1];
  return last?.kind === 'object' ? last : undefined;
}

function lastBefore(object: ObjectNode, offset: number): ObjectProperty | undefined {
  return object.properties.findLast((property) => property.key.span.end <= offset);
}

function columnOf(definition: Definition, offset: number): number {
  return offset - (definition.text.lastIndexOf('\n', offset - 1) + 1);
}

function isEmpty(node: Node): boolean {
  return node.kind === 'null' && node.span.start === node.span.end;
}

/** The state whose name is declared under the offset, or the place there that names one. */
export function nameAt(definition: Definition, offset: number): State | Reference | undefined {
  return (
    definition.states.find((state) => touches(state.nameNode.span, offset)) ?? definition.references.find((reference) => touches(reference.node.span, offset))
  );
}
