// What a mistake in the notation leaves open.
import { member, type Node, type ObjectProperty } from '../syntax/tree';
import type { State, StateMachine } from './machine';

/** True where a state may say more, or less, than can be read. */
export function isOpenState({ node, property }: State): boolean {
  // Among states that may be something else, what is no object may be anything.
  return node ? node.isOpen === true || lists.some((name) => hasOpen(member(node, name))) : property.parent.isOpen === true;
}

/** Where transitions stand, and what decides on them. */
const lists = ['Choices', 'Retry', 'Catch'] as const;

/** True where a scope may have states that can't be read as such. */
export function isOpenScope({ node, statesProperty }: Pick<StateMachine, 'node' | 'statesProperty'>): boolean {
  const states = statesProperty?.value;
  return node.isOpen === true || (states?.kind === 'object' && states.isOpen === true);
}

/** True where a node or anything in it is open. */
export function hasOpen(node: Node | undefined): boolean {
  switch (node?.kind) {
    case 'object':
      return node.isOpen === true || node.properties.some(({ value }) => hasOpen(value));
    case 'array':
      return node.isOpen === true || node.items.some(hasOpen);
    default:
      return false;
  }
}

/** True where something around a node is open, up to that object. */
export function standsInOpen(node: Node, within: Node): boolean {
  for (let holder: Node | ObjectProperty | undefined = node.parent; holder; holder = holder.parent) {
    if ((holder.kind === 'object' || holder.kind === 'array') && holder.isOpen) {
      return true;
    }
    if (holder === within) {
      return false;
    }
  }
  return false;
}
