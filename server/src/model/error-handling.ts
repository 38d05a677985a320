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
  const { node, retriers, catchers } = state;
  const found: Handlers[] = [];
  for (const [field, entries] of [['Retry', retriers], ['Catch', catchers]] as const) {
    if (node && entries.length > 0) {
      found.push({ state, field, entries: entries.map((each) => ({ node: each, names: items(member(each, 'ErrorEquals')).filter(isText) })) });
    }
  }
  return found;
}

function isText(node: Node): node is StringNode {
  return node.kind === 'string';
}
