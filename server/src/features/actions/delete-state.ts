// A state is taken out: whoever led to it leads to what came after it, or ends. Catchers and choice rules that have nowhere to lead to go with it.
// A Pass that does nothing goes the same way, and nothing changes.
import type { Definition } from '../../analysis/definition';
import type { Reference, State } from '../../model/machine';
import { enumerated } from '../../text/words';
import { detach, whyBound } from './detach';
import { leadingTo, notWrittenOut, quoted, refused, type Outcome, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';

export const deleteState: Refactoring = ({ definition, state }) => {
  if (!state) {
    return [];
  }
  const { outcome, gone } = withoutState(definition, state);
  const title = `Delete state ${quoted(state)} and mend its transitions`;
  return [{ title: gone.length > 0 ? `${title}, without ${goneWords(gone)}` : title, kind: 'refactor.rewrite', outcome }];
};

export const inlinePass: Refactoring = ({ definition, state }) => {
  if (state?.type !== 'Pass' || !state.node) {
    return [];
  }
  const busy = state.node.properties.find(({ key }) => !idle.has(key.value));
  const outcome = busy ? refused(`${quoted(state)} has "${busy.key.value}", so it may do something.`) : withoutIdle(definition, state);
  return busy && hasEffect(busy.key.value) ? [] : [{ title: `Inline ${quoted(state)}: it does nothing`, kind: 'refactor.inline', outcome }];
};

/** Fields that leave a Pass without effect. */
const idle: ReadonlySet<string> = new Set(['Type', 'Comment', 'QueryLanguage', 'Next', 'End']);

function hasEffect(field: string): boolean {
  return field === 'Result' || field === 'Parameters' || field === 'Output' || field === 'Assign';
}

/** Here nothing may go with it, or something would change. */
function withoutIdle(definition: Definition, state: State): Outcome {
  const { outcome, gone: [first] } = withoutState(definition, state);
  return first?.from ? refused(`${quoted(first.from)} can't end where it leads to ${quoted(state)} now: only "Next" can become "End".`) : outcome;
}

/** The text without a state, and the places that led to it and are not there any more. */
function withoutState(definition: Definition, state: State): { readonly outcome: Outcome; readonly gone: readonly Reference[] } {
  const { machine } = state;
  const rewriting = Rewriting.of(definition, machine);
  if (!rewriting) {
    return { outcome: notWrittenOut, gone: [] };
  }
  const references = leadingTo(state);
  const after = afterOf(state);
  const next = 'next' in after ? after.next : undefined;
  const reason = whyNot(state, after, references);
  if (reason !== undefined) {
    return { outcome: refused(reason), gone: [] };
  }
  const gone = next === undefined ? references.filter(({ kind }) => kind !== 'Next') : [];
  const bound = whyBound(state, gone);
  if (bound !== undefined) {
    return { outcome: refused(bound), gone: [] };
  }
  for (const reference of references.filter((each) => !gone.includes(each))) {
    rewriting.lead(reference, next);
  }
  detach(rewriting.editor, gone);
  rewriting.replace([state]);
  return { outcome: { text: rewriting.finish() }, gone };
}

type After = { readonly next: string | undefined } | { readonly refused: string };

/** Why the state can't go, as far as that hangs on what comes after it. */
function whyNot(state: State, after: After, references: readonly Reference[]): string | undefined {
  if ('refused' in after) {
    // Nothing has to be led on where nothing but errors and conditions led here.
    return references.length > 0 && references.every(({ kind }) => kind === 'catcher' || kind === 'choice rule') ? undefined : after.refused;
  }
  if (after.next === state.name) {
    return `${quoted(state)} leads to itself alone.`;
  }
  if (after.next === undefined && state.machine.states.length === 1) {
    return `${quoted(state)} is the only state.`;
  }
  const turned = references.find(({ from, kind }) => from && from.name === after.next && (kind === 'Next' || kind === 'catcher'));
  if (turned?.from) {
    return turned.kind === 'Next' ? `Then ${quoted(turned.from)} would lead to itself alone.` : `Then a failure of ${quoted(turned.from)} would lead back to it at once, again and again.`;
  }
  return undefined;
}

/** The one state that comes after another; no name where the run ends. */
function afterOf(state: State): After {
  const own = state.references.filter(({ kind }) => kind !== 'catcher');
  const [first] = own;
  if (own.some(({ name, isOpen }) => isOpen || name !== first?.name)) {
    return { refused: first?.isOpen ? `What comes after ${quoted(state)} is filled in later.` : `${quoted(state)} branches, so there is no one state to lead to instead.` };
  }
  return first || state.ends ? { next: first?.name } : { refused: `${quoted(state)} does not say what comes next.` };
}

/** `the catcher of "Train"`, `the rules of 3 states`. */
function goneWords(gone: readonly Reference[]): string {
  const words = (['catcher', 'choice rule', 'Default'] as const).flatMap((kind) => {
    const these = gone.filter((each) => each.kind === kind);
    const holders = new Set(these.flatMap(({ from }) => (from ? [quoted(from)] : [])));
    const [holder] = holders;
    const name = kind === 'choice rule' ? 'rule' : kind;
    return holder === undefined ? [] : [`the ${these.length > 1 && kind !== 'Default' ? `${name}s` : name} of ${holders.size > 1 ? `${String(holders.size)} states` : holder}`];
  });
  return enumerated(words);
}
