// A state is taken out: whoever led to it leads to what came after it, or ends. A Pass that does nothing goes the same way, and nothing changes.
import type { State } from '../../model/machine';
import { leadingTo, notWrittenOut, quoted, refused, type Outcome, type Refactoring } from './refactoring';
import type { Definition } from '../../analysis/definition';
import { Rewriting } from './rewriting';

export const deleteState: Refactoring = ({ definition, state }) =>
  state ? [{ title: `Delete state ${quoted(state)} and mend its transitions`, kind: 'refactor.rewrite', outcome: withoutState(definition, state) }] : [];

export const inlinePass: Refactoring = ({ definition, state }) => {
  if (state?.type !== 'Pass' || !state.node) {
    return [];
  }
  const busy = state.node.properties.find(({ key }) => !idle.has(key.value));
  const outcome = busy ? refused(`${quoted(state)} has "${busy.key.value}", so it may do something.`) : withoutState(definition, state);
  return busy && hasEffect(busy.key.value) ? [] : [{ title: `Inline ${quoted(state)}: it does nothing`, kind: 'refactor.inline', outcome }];
};

/** Fields that leave a Pass without effect. */
const idle: ReadonlySet<string> = new Set(['Type', 'Comment', 'QueryLanguage', 'Next', 'End']);

function hasEffect(field: string): boolean {
  return field === 'Result' || field === 'Parameters' || field === 'Output' || field === 'Assign';
}

function withoutState(definition: Definition, state: State): Outcome {
  const { machine } = state;
  const rewriting = Rewriting.of(definition, machine);
  if (!rewriting) {
    return notWrittenOut;
  }
  const after = afterOf(state);
  if ('refused' in after) {
    return after;
  }
  if (after.next === state.name) {
    return refused(`${quoted(state)} leads to itself alone.`);
  }
  const references = leadingTo(state);
  if (after.next === undefined && machine.states.length === 1) {
    return refused(`${quoted(state)} is the only state.`);
  }
  for (const reference of references) {
    const { from, kind } = reference;
    if (after.next === undefined && kind !== 'Next') {
      return refused(`${from ? `${quoted(from)} can't end` : 'The run can\'t end'} where it leads to ${quoted(state)} now: only "Next" can become "End".`);
    }
    if (from && from.name === after.next && kind === 'Next') {
      return refused(`Then ${quoted(from)} would lead to itself alone.`);
    }
    rewriting.lead(reference, after.next);
  }
  rewriting.replace([state]);
  return { text: rewriting.finish() };
}

/** The one state that comes after another; no name where the run ends. */
function afterOf(state: State): { readonly next: string | undefined } | { readonly refused: string } {
  const own = state.references.filter(({ kind }) => kind !== 'catcher');
  const [first] = own;
  if (own.some(({ name, isOpen }) => isOpen || name !== first?.name)) {
    return { refused: first?.isOpen ? `What comes after ${quoted(state)} is filled in later.` : `${quoted(state)} branches, so there is no one state to lead to instead.` };
  }
  return first || state.ends ? { next: first?.name } : { refused: `${quoted(state)} does not say what comes next.` };
}
