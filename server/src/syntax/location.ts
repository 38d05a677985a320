// Where a node is, as Step Functions itself writes it.
import type { Node, ObjectProperty } from './tree';

/** `/States/Train/Retry[0]/MaxAttempts`: members by their names as they are, items by their index; the empty text for the root. */
export function locationOf(node: Node | ObjectProperty): string {
  const { parent } = node;
  switch (parent?.kind) {
    case undefined:
      return '';
    case 'array':
      return `${locationOf(parent)}[${String(parent.items.indexOf(node as Node))}]`;
    case 'property':
      return locationOf(parent);
    case 'object':
      return `${locationOf(parent)}/${(node as ObjectProperty).key.value}`;
  }
}
