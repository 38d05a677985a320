// Ready-made parts of a definition, each in both notations and both query languages. Made from snippets/source by `npm run snippets`.
import type { QueryLanguage } from './query-languages';
import written from './snippets.json';

export interface Snippet {
  /** What one types to get it. */
  readonly prefix: string;
  /** What it is listed under. */
  readonly group: string;
  readonly title: string;
  readonly description: string;
  readonly holds: 'state' | 'machine' | ItemKind;
  /** What the first state is called if nobody says otherwise, where tab stops have it as their default. */
  readonly stateName: string;
  /** How the names of all its states go on after the name of the first, those inside others too. */
  readonly suffixes?: readonly string[];
  /** The states beside one another, or the one object. The first stop of states is the name of the first. */
  readonly parts: readonly SnippetPart[];
}

/** What is an item of a list. */
export type ItemKind = 'retrier' | 'catcher' | 'choiceRule' | 'branch';

export interface SnippetPart {
  /** How its name goes on after that of the first state. */
  readonly suffix: string;
  /** The members of the object, with tab stops. A tab at the start of a line is one level. */
  readonly members: Readonly<Record<'json' | 'yaml', Readonly<Record<QueryLanguage, readonly string[]>>>>;
}

const all = written as readonly Snippet[];

export const stateSnippets = all.filter(({ holds }) => holds === 'state');
export const machineSnippets = all.filter(({ holds }) => holds === 'machine');

/** Those that are an item of a list of a kind. */
export function itemSnippets(kind: string): readonly Snippet[] {
  return all.filter(({ holds }) => holds === kind && holds !== 'state' && holds !== 'machine');
}
