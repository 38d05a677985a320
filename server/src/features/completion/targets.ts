import type { Definition } from '../../analysis/definition';
import type { State } from '../../model/machine';
import type { Part } from '../../model/parts';

/** The states that a part can lead to. Those that nothing leads to yet come first: most likely the author is about to link them. */
export function targetsOf(definition: Definition, { machine, state, is }: Pick<Part, 'machine' | 'state' | 'is'>): State[] {
  // A state leads to itself only on purpose, by a choice rule or a catcher.
  const self = is === 'state' && state?.type !== 'Choice' ? state : undefined;
  const { reachable } = definition.flow(machine);
  const states = [...machine.byName.values()].filter((candidate) => candidate !== self && candidate.name !== '');
  return [...states.filter((candidate) => !reachable.has(candidate)), ...states.filter((candidate) => reachable.has(candidate))];
}
