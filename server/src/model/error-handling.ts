// The error names of retriers and catchers, in the order in which they are tried.
import { items, member, type Node, type ObjectNode, type StringNode } from '../syntax/tree';
import type { State } from './machine';

/** One `Retry` or `Catch`, entry by entry. */
export interface Handlers {
  readonly state: State;
  readonly field: 'Retry' | 'Catch';
  readonly entries: readonly Handler[];
}

export interface Handler {
  readonly node: ObjectNode;
  readonly names: readonly StringNode[];
}

/** What a state has of the two. */
export function handlersOf(state: State): Handlers[] {
  const found: Handlers[] = [];
  if (state.retriers.length > 0) {
    found.push({ state, field: 'Retry', entries: state.retriers.map(handlerOf) });
  }
  if (state.catchers.length > 0) {
    found.push({ state, field: 'Catch', entries: state.catchers.map(handlerOf) });
  }
  return found;
}

function handlerOf(node: ObjectNode): Handler {
  return { node, names: items(member(node, 'ErrorEquals')).filter(isText) };
}

function isText(node: Node): node is StringNode {
  return node.kind === 'string';
}
