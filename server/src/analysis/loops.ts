// Loops without a way out, inside one scope.
import type { State, StateMachine } from '../model/machine';
import type { Flow } from './flow';

/**
 * The groups of states that a run can come to and never leave, each in the order of the text.
 *
 * A transition to nowhere, and a state that does not say yet what follows, count as ways out: what they lead to is not known.
 */
export function closedLoops(machine: StateMachine, { reachable }: Flow): State[][] {
  const leaving = leavingStates(machine, reachable);
  const stuck = [...reachable].filter((state) => !leaving.has(state));
  return stuck.length === 0 ? [] : bottoms(stuck, machine);
}

/** The states from which an end can be reached. */
function leavingStates(machine: StateMachine, reachable: ReadonlySet<State>): ReadonlySet<State> {
  // Most transitions lead on to states further below, so one walk up the text mostly finds them all.
  const found = new Set<State>();
  for (let index = machine.states.length - 1; index >= 0; index--) {
    const state = machine.states[index];
    if (state && reachable.has(state) && (isWayOut(state) || state.references.some((reference) => found.has(reference.target ?? state)))) {
      found.add(state);
    }
  }
  return found.size === reachable.size ? found : walkBack([...found], reachable);
}

/** True where a run ends, or where it is not known what follows. */
function isWayOut({ ends, references, type }: State): boolean {
  return ends || references.length === 0 || type === undefined || references.some((reference) => !reference.target);
}

/** All states that lead to one of these. */
function walkBack(waiting: State[], reachable: ReadonlySet<State>): ReadonlySet<State> {
  const cameFrom = new Map<State, State[]>();
  for (const state of reachable) {
    for (const reference of state.references) {
      const next = reference.target;
      if (next) {
        const before = cameFrom.get(next);
        if (before) {
          before.push(state);
        } else {
          cameFrom.set(next, [state]);
        }
      }
    }
  }
  const found = new Set<State>();
  for (let state = waiting.pop(); state; state = waiting.pop()) {
    if (!found.has(state)) {
      found.add(state);
      waiting.push(...(cameFrom.get(state) ?? []));
    }
  }
  return found;
}

/** Of states that can't leave, the groups that lead to none but themselves: the last components of Tarjan's walk, without recursion. */
function bottoms(stuck: readonly State[], machine: StateMachine): State[][] {
  const order = new Map<State, number>();
  const low = new Map<State, number>();
  const component = new Map<State, number>();
  const groups: State[][] = [];
  const open: State[] = [];
  for (const root of stuck) {
    if (order.has(root)) {
      continue;
    }
    const walk: { state: State; next: State[] }[] = [];
    const enter = (state: State): void => {
      order.set(state, order.size);
      low.set(state, order.size - 1);
      open.push(state);
      walk.push({ state, next: state.references.map(({ target }) => target).filter((each) => each !== undefined) });
    };
    enter(root);
    for (let top = walk[walk.length - 1]; top; top = walk[walk.length - 1]) {
      const next = top.next.pop();
      const { state } = top;
      if (next && !order.has(next)) {
        enter(next);
      } else if (next) {
        if (!component.has(next)) {
          low.set(state, Math.min(low.get(state) ?? 0, order.get(next) ?? 0));
        }
      } else {
        walk.pop();
        const parent = walk[walk.length - 1]?.state;
        if (parent) {
          low.set(parent, Math.min(low.get(parent) ?? 0, low.get(state) ?? 0));
        }
        if (low.get(state) === order.get(state)) {
          const members = open.splice(open.lastIndexOf(state));
          for (const member of members) {
            component.set(member, groups.length);
          }
          groups.push(members);
        }
      }
    }
  }
  const place = new Map(machine.states.map((state, index) => [state, index]));
  return groups
    .filter((group, index) => group.every((state) => state.references.every((reference) => component.get(reference.target ?? state) === index)))
    .map((group) => group.sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0)));
}
