// What can follow what, inside one scope.
import type { State, StateMachine } from '../model/machine';

export interface Flow {
  /** The states that some run can come to, from `StartAt` on. Empty while `StartAt` names none. */
  readonly reachable: ReadonlySet<State>;
}

/** Walks one scope from its `StartAt`. Nested scopes have a flow of their own. */
export function flowOf(machine: StateMachine): Flow {
  const reachable = new Set<State>();
  const start = machine.startAt?.target;
  const waiting = start ? [start] : [];
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    if (!reachable.has(state)) {
      reachable.add(state);
      for (const reference of state.references) {
        if (reference.target) {
          waiting.push(reference.target);
        }
      }
    }
  }
  return { reachable };
}
