// Where a state is: the names on the way to it.
import type { State } from './machine';

/** The names of the states around it, outermost first, and its own. */
export function statePath(state: State): string[] {
  const path = [state.name];
  for (let { owner } = state.machine; owner; { owner } = owner.machine) {
    path.unshift(owner.name);
  }
  return path;
}
