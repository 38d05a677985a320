// What a refactoring is.
import type { Definition } from '../../analysis/definition';
import type { Reference, State, StateMachine } from '../../model/machine';
import type { Span } from '../../text/span';

/** What is selected, or a cursor as an empty span, in one definition. */
export interface Selection {
  readonly definition: Definition;
  readonly span: Span;
  /** The innermost state that the selection begins in, on the lines from its name on. */
  readonly state: State | undefined;
  /** The innermost scope that it begins in. */
  readonly machine: StateMachine;
  /** The states of one scope that it touches. */
  readonly states: readonly State[];
  /** True where a file can be made beside the definition's own. */
  readonly canMakeFiles: boolean;
}

export type Kind = 'refactor.extract' | 'refactor.inline' | 'refactor.rewrite' | 'refactor.move';

/** What a refactoring offers for a selection. */
export interface Offer {
  /** In the imperative, with the user's own names. */
  readonly title: string;
  readonly kind: Kind;
  readonly outcome: Outcome;
}

export type Outcome =
  /** Writes the whole text that holds the definition, as it becomes: only for a refactoring that is wanted, as a text may be long. */
  | { readonly text: () => string; readonly file?: NewFile }
  | Refusal;

/** Why it can't be done exactly, as a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** A file that is made too, beside the definition's own. */
export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** One refactoring: what it offers, which is nothing where the selection does not fit. */
export type Refactoring = (selection: Selection) => readonly Offer[];

export function refused(reason: string): Refusal {
  return { refused: reason };
}

/** What is told where YAML takes states from elsewhere. */
export const notWritten = 'Some of these states are not written here: an alias or a merge key brings them in.';
export const notWrittenOut = refused(notWritten);

/** A name in a title or a reason. */
export function quoted({ name }: Pick<State, 'name'>): string {
  return `"${name}"`;
}

/** The places of a scope that lead to a state, its own left out. */
export function leadingTo(state: State): Reference[] {
  const { machine } = state;
  const all = [...(machine.startAt ? [machine.startAt] : []), ...machine.states.flatMap(({ references }) => references)];
  return all.filter(({ target, from }) => target === state && from !== state);
}
