// Where a node is, as Step Functions itself writes it.
import type { Node, ObjectProperty } from './tree';

/** `/States/Train/Retry[0]/MaxAttempts`: members by their names as they are, items by their index; the empty text for the definition itself. */
export function locationOf(node: Node | ObjectProperty, definition?: Node): string {
  const parent = node === definition ? undefined : node.parent;
  switch (parent?.kind) {
    case undefined:
      return '';
    case 'array':
      return `${locationOf(parent, definition)}[${String(parent.items.indexOf(node as Node))}]`;
    case 'property':
      return locationOf(parent, definition);
    case 'object':
      return `${locationOf(parent, definition)}/${(node as ObjectProperty).key.value}`;
  }
}
