// One node of a tree put in the place of another, when only its stretch of the text was read anew.
import { Leaf, OpenArray, OpenObject, OpenProperty, shift, Unknown, type Parent } from './nodes';
import type { Node, Tree } from './tree';

/** The index of the last member that begins before an offset; -1 where none does. */
export function lastBefore(members: readonly { readonly start: number }[], offset: number): number {
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

/** Puts a node where another one is. */
export function putInPlace(node: OpenObject | OpenArray | Unknown, parent: Parent, of: OpenObject | OpenArray): void {
  node.parent = parent;
  if (parent instanceof OpenProperty) {
    parent.value = node;
  } else if (parent) {
    parent.items[parent.items.indexOf(of)] = node;
  }
}

/** Everything around a node ends later; everything behind it begins later too. */
export function moveAllBehind(node: OpenObject | OpenArray | Unknown | OpenProperty, growth: number): void {
  let last: Node | OpenProperty = node;
  for (let holder: OpenObject | Parent = node.parent; holder; holder = holder.parent) {
    holder.end += growth;
    const members: readonly (Node | OpenProperty)[] = holder instanceof OpenObject ? holder.properties : holder instanceof OpenArray ? holder.items : [];
    for (let index = members.length - 1; index >= 0 && members[index] !== last; index--) {
      moveBy(members[index], growth);
    }
    last = holder;
  }
}

/** A node with all that is in it. */
export function moveBy(node: Node | OpenProperty | undefined, by: number): void {
  if (node instanceof OpenObject) {
    for (const each of node.properties) {
      moveBy(each, by);
    }
  } else if (node instanceof OpenArray) {
    for (const item of node.items) {
      moveBy(item, by);
    }
  } else if (node instanceof OpenProperty) {
    moveBy(node.key, by);
    moveBy(node.value, by);
  } else if (node instanceof Unknown) {
    moveBy(node.call?.argument, by);
  }
  shift(node, by);
}

/** The same nodes once more, so that the ones can be changed and the others stay. */
export function copyOf(tree: Tree): Tree {
  return { ...tree, root: tree.root && copied(tree.root, undefined) };
}

function copied(node: Node, parent: Parent): Node {
  const { start, end } = node.span;
  if (node instanceof OpenObject) {
    const object = new OpenObject(start, end, parent);
    for (const each of node.properties) {
      const property = new OpenProperty(each.key.value, each.key.span.start, each.key.span.end, object);
      property.value = each.value && copied(each.value, property);
      property.end = each.end;
      object.properties.push(property);
    }
    return object;
  }
  if (node instanceof OpenArray) {
    const array = new OpenArray(start, end, parent);
    array.items.push(...node.items.map((item) => copied(item, array)));
    return array;
  }
  if (node instanceof Unknown) {
    const { call } = node;
    return new Unknown(node.text, call && { ...call, argument: call.argument && copied(call.argument, parent) }, start, end, parent);
  }
  switch (node.kind) {
    case 'string':
      return new Leaf('string', node.value, start, end, parent);
    case 'number':
      return new Leaf('number', node.value, start, end, parent);
    case 'boolean':
      return new Leaf('boolean', node.value, start, end, parent);
    default:
      return new Leaf('null', null, start, end, parent);
  }
}
