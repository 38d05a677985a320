// How an item processor runs its items.
import type { WorkflowType } from '../spec/workflow-types';
import { member, type Node } from '../syntax/tree';

export interface Processor {
  /** `undefined` where it can't be told. */
  readonly mode: 'INLINE' | 'DISTRIBUTED' | undefined;
  /** The type of the runs that a distributed map starts, where it can be told. */
  readonly executionType: WorkflowType | undefined;
}

/** What the configuration of an item processor says; where it says nothing, the items are run inline. */
export function processorOf(node: Node | undefined): Processor {
  const config = member(node, 'ProcessorConfig');
  const mode = member(config, 'Mode');
  const executionType = member(config, 'ExecutionType');
  return {
    mode: mode === undefined ? (isOpen(node) || isOpen(config) ? undefined : 'INLINE') : oneOf(mode, ['INLINE', 'DISTRIBUTED']),
    executionType: oneOf(executionType, ['STANDARD', 'EXPRESS']),
  };
}

function oneOf<T extends string>(node: Node | undefined, values: readonly T[]): T | undefined {
  return node?.kind === 'string' ? values.find((value) => value === node.value) : undefined;
}

function isOpen(node: Node | undefined): boolean {
  return node?.kind === 'object' && node.isOpen === true;
}
