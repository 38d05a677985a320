// What the cases of a machine went through: states, and the ways from one to another.
import type { Reference, State, StateMachine } from '../../model/machine';
import { statesIn } from '../../model/states';
import type { CaseReport } from './run-case';

/** How often a state was entered, and each of the ways gone that lead on from it. */
export interface StateCoverage {
  readonly state: State;
  readonly entered: number;
  readonly ways: readonly { readonly reference: Reference; readonly taken: number }[];
}

/** All states of a machine, those inside others too, in the order of the text. Ways to states that are not there can't be gone and don't count. */
export function coverageOf(machine: StateMachine, reports: readonly Pick<CaseReport, 'entered' | 'taken'>[]): StateCoverage[] {
  const sum = <T>(counts: (report: Pick<CaseReport, 'entered' | 'taken'>) => ReadonlyMap<T, number>, key: T): number => reports.reduce((total, report) => total + (counts(report).get(key) ?? 0), 0);
  return statesIn(machine).map((state) => ({
    state,
    entered: sum(({ entered }) => entered, state),
    ways: state.references.filter(({ target }) => target).map((reference) => ({ reference, taken: sum(({ taken }) => taken, reference) })),
  }));
}
