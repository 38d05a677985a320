// Whole states where a state can begin, and whole machines where nothing is there yet.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { missingState, missingStates, readyMachine, readyState } from '../../analysis/ready-made';
import type { StatePlace } from '../../analysis/state-place';
import { hasColon, typedKey } from '../../analysis/typed';
import type { StateMachine } from '../../model/machine';
import { queryLanguages } from '../../spec/query-languages';
import { machineSnippets, stateSnippets, type Snippet } from '../../spec/snippets';
import { insertionAt, layOut, type Lines } from '../../syntax/insertion';
import type { ObjectProperty } from '../../syntax/tree';
import type { Span } from '../../text/span';
import { withoutTabStops } from '../../text/snippet';
import type { Suggestion } from './suggestion';
import { isEscaped, writeLines, type Written } from './write';

/** The states that are named elsewhere but not there yet, and those that are ready-made. */
export function stateSuggestions(definition: Definition, place: StatePlace): [Suggestion, Written][] {
  const { machine, typed } = place;
  const write = (lines: Lines, filterText: string): Written => writeLines(definition, insertionAt(definition.tree, place, lines), filterText);
  return [
    ...missingStates(definition, machine).map((name): [Suggestion, Written] => [
      { label: name, kind: CompletionItemKind.Struct, detail: 'named elsewhere, not there yet' },
      write(missingState(definition, name, typed), name),
    ]),
    // Whole states would be lines that nobody can read where they can't be lines.
    ...(isEscaped(definition) ? [] : stateSnippets).map((snippet): [Suggestion, Written] => {
      const lines = readyState(definition, machine, snippet, typed);
      return [suggestionOf(definition, snippet, lines, snippet.prefix), write(lines, snippet.prefix)];
    }),
  ];
}

/** Machines for an object in braces in which nothing is there but, at most, the key that is being typed. */
export function machineSuggestions(definition: Definition, machine: StateMachine, property: ObjectProperty | undefined, offset: number): [Suggestion, Written][] {
  const typed = typedKey(definition, property, offset);
  if (isEscaped(definition) || hasColon(definition, typed)) {
    return [];
  }
  const holder = machine.node.parent?.kind === 'property' ? machine.node.parent : undefined;
  const machines = machine.kind === 'machine' ? inEachLanguage : machineSnippets.map((snippet) => ({ snippet, language: machine.queryLanguage, label: snippet.prefix }));
  return machines.map(({ snippet, language, label }) => {
    const lines = readyMachine(definition, snippet, language, machine.kind);
    const insertion = insertionAt(definition.tree, { object: machine.node, holder, typed }, lines);
    return [suggestionOf(definition, snippet, lines, label), writeLines(definition, insertion, filterOf(snippet))];
  });
}

/** Machines for a text that holds nothing yet, in place of what has been typed so far. */
export function firstSuggestions(document: AslDocument, typed: Span): [Suggestion, Written][] {
  const { text, notation } = document;
  const last = text.includes('\n', typed.end) ? '' : '\n';
  const others = typed.start > 0 ? [{ span: { start: 0, end: typed.start }, newText: '' }] : [];
  return inEachLanguage.map(({ snippet, language, label }) => {
    const { json, yaml } = readyMachine(undefined, snippet, language, 'machine');
    const lines = { json: ['{', ...json.map((line) => `\t${line}`), '}'], yaml };
    const newText = layOut(lines[notation], '', '  ') + last;
    return [suggestionOf(document, snippet, lines, label), { span: typed, newText, filterText: filterOf(snippet), others, isSnippet: true }];
  });
}

/** Where nothing is there yet, neither is a query language. */
const inEachLanguage = machineSnippets.flatMap((snippet) =>
  queryLanguages.map((language) => ({ snippet, language, label: language === 'JSONPath' ? snippet.prefix : `${snippet.prefix} (${language})` })),
);

/** A machine is found by its title too: nobody knows the prefix who has just begun. */
function filterOf({ prefix, title }: Snippet): string {
  return `${prefix} ${title}`;
}

function suggestionOf({ notation }: Pick<AslDocument, 'notation'>, { title, description }: Snippet, lines: Lines, label: string): Suggestion {
  const preview = withoutTabStops(layOut(lines[notation], '', '  '));
  return { label, title, kind: CompletionItemKind.Snippet, docs: `${description}\n\n\`\`\`${notation}\n${preview}\n\`\`\`` };
}
