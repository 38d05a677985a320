// Names of states, held against the machine.
import type { ObjectProperty } from '../syntax/tree';
import { question, replacements, type Report } from './problem';
import type { MockedStates } from './states';

/** @param states of the machine; without them nothing is told */
export function checkStateKey(states: MockedStates | undefined, { key }: ObjectProperty, report: Report): void {
  if (!states || states.isOpen) {
    return;
  }
  const named = states.named(key.value);
  if (named.length === 0) {
    const near = states.nearKeys(key.value);
    report({ code: 'mock-unknown-state', severity: 'warning', span: key.span, message: `The state machine has no state "${key.value}", so nothing is ever answered here.${question(near)}`, fixes: replacements(key, near) });
  } else if (!named.some(({ type }) => type === 'Task' || type === undefined)) {
    report({ code: 'mock-of-no-task', severity: 'warning', span: key.span, message: `"${key.value}" is a ${named[0]?.type ?? ''} state, which asks nobody: only Task states take mocks.` });
  }
}
