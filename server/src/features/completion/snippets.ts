// Whole states where a state can begin, and whole machines where nothing is there yet.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import { firstMachines, missingState, missingStates, readyMachines, readyStates, type ReadyMade } from '../../analysis/ready-made';
import type { StatePlace } from '../../analysis/state-place';
import { hasColon } from '../../analysis/typed';
import type { StateMachine } from '../../model/machine';
import { insertionAt, layOut, type Lines, type Typing } from '../../syntax/insertion';
import type { Span } from '../../text/span';
import { docsOf } from './state-docs';
import type { Suggestion } from './suggestion';
import { writeLines, type Written } from './write';

/** The states that are named elsewhere but not there yet, and those that are ready-made. */
export function stateSuggestions(definition: Definition, place: StatePlace): [Suggestion, Written][] {
  const { machine, typed } = place;
  const write = (lines: Lines, filterText: string): Written => writeLines(definition, insertionAt(definition.tree, place, lines), filterText);
  // Whole states would be lines that nobody can read where they can't be lines.
  const ready = definition.isEscaped ? [] : readyStates(definition, machine, typed);
  return [
    ...missingStates(definition, machine).map((name): [Suggestion, Written] => [
      { label: name, kind: CompletionItemKind.Struct, detail: 'named elsewhere, not there yet' },
      write(missingState(definition, name, typed), name),
    ]),
    ...ready.map(({ snippet, label, name = label, lines }): [Suggestion, Written] => [
      { label, title: snippet.title, kind: CompletionItemKind.Snippet, docsPlace: { state: label, name, queryLanguage: machine.queryLanguage, notation: definition.notation } },
      write(lines, label),
    ]),
  ];
}

/** Machines for an object in which nothing is there but, at most, the key that is being typed. */
export function machineSuggestions(definition: Definition, scope: Pick<StateMachine, 'kind' | 'queryLanguage'>, place: Typing): [Suggestion, Written][] {
  if (definition.isEscaped || hasColon(definition, place.typed)) {
    return [];
  }
  return readyMachines(definition, scope).map((each) => [
    suggest(definition, each),
    writeLines(definition, insertionAt(definition.tree, place, each.lines), filterOf(each)),
  ]);
}

/** Machines for a text that holds nothing yet, in place of what has been typed so far. */
export function firstSuggestions(definition: Definition, typed: Span): [Suggestion, Written][] {
  const { text, notation } = definition;
  const last = text.includes('\n', typed.end) ? '' : '\n';
  const others = typed.start > 0 ? [{ span: { start: 0, end: typed.start }, newText: '' }] : [];
  return firstMachines().map((each) => [
    suggest(definition, each),
    { span: typed, newText: layOut(each.lines[notation], '', '  ') + last, filterText: filterOf(each), others, isSnippet: true },
  ]);
}

/** A machine is found by its title too: nobody knows the prefix who has just begun. */
function filterOf({ snippet: { prefix, title } }: ReadyMade): string {
  return `${prefix} ${title}`;
}

/** A ready-made part, with what it looks like. */
export function suggest({ notation }: Definition, readyMade: ReadyMade): Suggestion {
  return { label: readyMade.label, title: readyMade.snippet.title, kind: CompletionItemKind.Snippet, docs: docsOf(readyMade, notation) };
}
