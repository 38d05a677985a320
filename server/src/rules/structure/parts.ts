// The objects of a machine that the grammar has a table for. Several rules read the same tables; this pairs each object with its own.
import { machineSpec } from '../../analysis/grammar';
import type { State, StateMachine } from '../../model/machine';
import * as fields from '../../spec/fields';
import type { ObjectSpec } from '../../spec/fields';
import type { QueryLanguage } from '../../spec/query-languages';
import type { Node, ObjectNode } from '../../syntax/tree';

export interface Part {
  readonly node: ObjectNode;
  readonly spec: ObjectSpec;
  readonly queryLanguage: QueryLanguage;
  /** Where a finding about the object as a whole is shown: its name, or the object. */
  readonly name: Node;
}

/** The machine, branch or item processor itself. */
export function machinePart(machine: StateMachine): Part {
  const { node, queryLanguage } = machine;
  const name = node.parent?.kind === 'property' ? node.parent.key : node;
  return { node, spec: machineSpec(machine), queryLanguage, name };
}

/** The state with its retriers and catchers. Nothing while its type is unknown: what may stand in it is then unknown too. */
export function stateParts(state: State): Part[] {
  const { node, type, queryLanguage, nameNode, retriers, catchers } = state;
  if (!node || !type) {
    return [];
  }
  return [
    { node, spec: fields.states[type], queryLanguage, name: nameNode },
    ...retriers.map((retrier) => ({ node: retrier, spec: fields.retrier, queryLanguage, name: retrier })),
    ...catchers.map((catcher) => ({ node: catcher, spec: fields.catcher, queryLanguage, name: catcher })),
  ];
}
