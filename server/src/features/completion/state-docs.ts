// What a ready-made part does, and what it looks like. Of states, of which a list has many, that is told when somebody looks at one.
import { AslDocument } from '../../analysis/document';
import { readyStates, type ReadyMade } from '../../analysis/ready-made';
import { queryLanguages, type QueryLanguage } from '../../spec/query-languages';
import { stateSnippets } from '../../spec/snippets';
import { layOut } from '../../syntax/insertion';
import type { Notation } from '../../syntax/tree';
import { withoutTabStops } from '../../text/snippet';

/** A ready-made state, small enough to go to an editor and back. */
export interface StateDocsPlace {
  /** By the prefix of its snippet. */
  readonly state: string;
  /** What it is called in the text. */
  readonly name: string;
  readonly queryLanguage: QueryLanguage;
  readonly notation: Notation;
}

/** What an editor sent back as one, if it is one. */
export function asStateDocsPlace(value: unknown): StateDocsPlace | undefined {
  const { state, name, queryLanguage, notation } = (value ?? {}) as Partial<Record<keyof StateDocsPlace, unknown>>;
  const language = queryLanguages.find((each) => each === queryLanguage);
  return typeof state === 'string' && typeof name === 'string' && language && (notation === 'json' || notation === 'yaml') ? { state, name, queryLanguage: language, notation } : undefined;
}

/** Markdown; `undefined` where there is no such state. */
export function stateDocs({ state, name, queryLanguage, notation }: StateDocsPlace): string | undefined {
  const snippet = stateSnippets.find(({ prefix }) => prefix === state);
  // A machine that lacks just this state: it is made as it was made for the list.
  const machine = { QueryLanguage: queryLanguage, StartAt: name };
  const text = notation === 'json' ? JSON.stringify(machine) : Object.entries(machine).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('');
  const [definition] = new AslDocument(text, notation).definitions;
  const nowhere = { start: 0, end: 0 };
  const [readyMade] = snippet && definition?.machine ? readyStates(definition, definition.machine, nowhere, [snippet]) : [];
  return readyMade && docsOf(readyMade, notation);
}

/** Markdown. */
export function docsOf({ snippet: { description }, lines }: ReadyMade, notation: Notation): string {
  const preview = withoutTabStops(layOut(lines[notation], '', '  '));
  return `${description}\n\n\`\`\`${notation}\n${preview}\n\`\`\``;
}
