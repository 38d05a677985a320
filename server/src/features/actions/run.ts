// A run of states with one way in and one way out: what can be put into a scope of its own.
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import type { Reference, State, StateMachine } from '../../model/machine';
import { membersOf, type Composed } from '../../syntax/compose';
import { listed } from '../../text/words';
import { quoted } from './refactoring';
import type { Rewriting } from './rewriting';

export interface Run {
  readonly machine: StateMachine;
  /** In the order of the text. */
  readonly states: readonly State[];
  readonly entry: State;
  /** The places outside that lead to it. */
  readonly from: readonly Reference[];
  /** The places inside that lead on. */
  readonly exits: readonly Reference[];
  /** The state that they lead on to; none where the run ends with these states. */
  readonly next: string | undefined;
}

/** The run that some states of one scope are, or why they are none. */
export function runOf(definition: Definition, states: readonly State[]): Run | { readonly refused: string } | undefined {
  const [first] = states;
  if (!first) {
    return undefined;
  }
  const { machine } = first;
  const inside = new Set(states);
  const all = [...(machine.startAt ? [machine.startAt] : []), ...machine.states.flatMap(({ references }) => references)];
  const isInside = (state: State | undefined): boolean => state !== undefined && inside.has(state);
  const from = all.filter((reference) => !isInside(reference.from) && isInside(reference.target));
  const entries = [...new Set(from.flatMap(({ target }) => target ?? []))];
  const [entry] = entries;
  if (!entry || entries.length > 1) {
    return { refused: entry ? `There is more than one way in: ${listed(entries.map(({ name }) => name), 'and')}.` : 'Nothing leads to these states.' };
  }
  const exits = all.filter((reference) => isInside(reference.from) && !isInside(reference.target));
  const goals = [...new Set(exits.map(({ name }) => name))];
  const [next] = goals;
  const unsure = exits.find(({ isOpen, target }) => isOpen || !target);
  if (unsure || goals.length > 1) {
    return { refused: unsure ? `Where "${unsure.name}" leads is not known.` : `There is more than one way out: to ${listed(goals, 'and')}.` };
  }
  const last = states.find(({ ends, type }) => ends && type !== 'Fail');
  if (next !== undefined && last) {
    return { refused: `${quoted(last)} ends the run, and others lead on to "${next}".` };
  }
  const { variables } = definition;
  const assigned = new Set(variables.in(machine).flatMap(({ state, name }) => (inside.has(state) ? [name] : [])));
  const shared = variables.in(machine).find(({ state, name }) => !inside.has(state) && assigned.has(name));
  return shared ? { refused: `$${shared.name} is assigned inside and outside, and a scope can't share it.` } : { machine, states, entry, from, exits, next };
}

/** The states as those of a scope of their own, which they end. Those outside lead to the state that holds the scope. */
export function scopeOf(definition: Definition, rewriting: Rewriting, { states, entry, from, exits }: Run, holder: string): readonly Composed[] {
  for (const reference of from) {
    rewriting.lead(reference, holder);
  }
  // Only `Next` can become `End`; a choice or a catcher needs a state to go to.
  const isLed = exits.some(({ kind }) => kind !== 'Next');
  const done = freeName(definition, 'Done');
  for (const reference of exits) {
    rewriting.lead(reference, reference.kind === 'Next' ? undefined : done);
  }
  const inside = [...states.map((state) => rewriting.textOf(state)), ...(isLed ? [{ name: done, holds: { object: membersOf({ Type: 'Succeed' }) } }] : [])];
  return [{ name: 'StartAt', holds: { value: entry.name } }, { name: 'States', holds: { object: inside } }];
}

export function transition({ next }: Run): Composed[] {
  return membersOf(next === undefined ? { End: true } : { Next: next });
}
