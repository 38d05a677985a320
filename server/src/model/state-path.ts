// Where a state is: what is on the way to it.
import type { State } from './machine';

/** The names of the states around it, outermost first, and its own. */
export function statePath(state: State): string[] {
  return statesTo(state).map(({ name }) => name);
}

/** The states around it, outermost first, and the state itself. */
export function statesTo(state: State): State[] {
  const path = [state];
  for (let { owner } = state.machine; owner; { owner } = owner.machine) {
    path.unshift(owner);
  }
  return path;
}
