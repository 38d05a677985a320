// States and machines to start from, each in both notations and both query languages. Made from snippets/source by `npm run snippets`.
import type { QueryLanguage } from './query-languages';
import written from './snippets.json';

export interface Snippet {
  /** What one types to get it. */
  readonly prefix: string;
  readonly title: string;
  readonly description: string;
  readonly holds: 'state' | 'machine';
  /** What the state is called if nobody says otherwise, or the first one of the machine, where tab stops have it as their default. */
  readonly stateName: string;
  /** The members of the object, with tab stops; the first stop of a state is its name. A tab at the start of a line is one level. */
  readonly members: Readonly<Record<'json' | 'yaml', Readonly<Record<QueryLanguage, readonly string[]>>>>;
}

const all = written as readonly Snippet[];

export const stateSnippets = all.filter(({ holds }) => holds === 'state');
export const machineSnippets = all.filter(({ holds }) => holds === 'machine');
