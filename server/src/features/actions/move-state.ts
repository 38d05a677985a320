// Where states stand in the text. The run goes the same way as before.
import type { State, StateMachine } from '../../model/machine';
import { leadingTo, notWrittenOut, quoted, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';

export const moveState: Refactoring = ({ definition, state }) => {
  if (!state) {
    return [];
  }
  const { states } = state.machine;
  const leaders = [...new Set(leadingTo(state).flatMap(({ from }) => from ?? []))];
  return leaders
    .filter((leader) => states.indexOf(leader) + 1 !== states.indexOf(state))
    .map((leader) => {
      const rewriting = Rewriting.of(definition, state.machine);
      rewriting?.move(state, leader);
      return { title: `Move ${quoted(state)} after ${quoted(leader)}`, kind: 'refactor.move', outcome: rewriting ? { text: rewriting.finish() } : notWrittenOut };
    });
};

export const sortStates: Refactoring = ({ definition, machine }) => {
  const sorted = inOrderOfRun(machine);
  if (sorted.length !== machine.states.length || sorted.every((state, index) => state === machine.states[index])) {
    return [];
  }
  const rewriting = Rewriting.of(definition, machine);
  rewriting?.order(sorted);
  return [{ title: 'Sort states in the order of the run', kind: 'refactor.move', outcome: rewriting ? { text: rewriting.finish() } : notWrittenOut }];
};

/** Each state after those that lead to it, loops aside; those that nothing leads to last. */
function inOrderOfRun(machine: StateMachine): State[] {
  const seen = new Set<State>();
  const sorted: State[] = [];
  // A long machine has more states than the stack has room for, so what is left to do is kept in a list.
  const open = (state: State): { state: State; left: State[] } => {
    seen.add(state);
    return { state, left: state.references.flatMap(({ target }) => target ?? []) };
  };
  const start = machine.startAt?.target;
  const path = start ? [open(start)] : [];
  for (let top = path.at(-1); top; top = path.at(-1)) {
    // The last reference is followed first: put in front one by one, the first one then comes next.
    const next = top.left.pop();
    if (!next) {
      sorted.unshift(top.state);
      path.pop();
    } else if (!seen.has(next)) {
      path.push(open(next));
    }
  }
  return [...sorted, ...machine.states.filter((state) => !seen.has(state))];
}
