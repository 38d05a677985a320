// All states of a machine.
import type { State, StateMachine } from './machine';

/** The states, each followed by those inside it, in the order of the text. */
export function statesIn(machine: StateMachine): State[] {
  return machine.states.flatMap((state) => [state, ...state.machines.flatMap(statesIn)]);
}
