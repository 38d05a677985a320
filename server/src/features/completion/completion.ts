import { InsertTextFormat, MarkupKind, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { placeAt, type Place } from '../../analysis/query';
import { nearest } from '../../text/nearest';
import { isSkeletonPlace, writeSkeleton } from './skeleton';
import type { Suggestion } from './suggestion';
import { keySuggestions } from './keys';
import { valueSuggestions } from './values';
import { writeKey, writeValue, type Written } from './write';

export interface CompletionOptions {
  /** Whether the editor understands tab stops. */
  readonly snippets: boolean;
}

/** What may stand at the cursor, the likeliest first. */
export function completion(document: AslDocument, offset: number, { snippets }: CompletionOptions): CompletionList {
  const definition = document.definitionAt(offset);
  const found = (definition ? suggestionsAt(document, definition, offset) : []).map(([suggestion, written]) => [suggestion, embedded(definition, suggestion, written)] as const);
  const typed = document.text.slice(found[0]?.[1].span.start ?? offset, offset);
  if (found.length === 0 || found.some(([, { filterText }]) => canBecome(typed, filterText))) {
    return { isIncomplete: false, items: found.map(([suggestion, written], index) => toItem(document, suggestion, written, index, snippets)) };
  }
  // What stands there is a slip: an editor would filter everything out, so all of it is made to match, the nearest first.
  const near = nearest(typed, found.map(([{ label }]) => label));
  const rank = ([{ label }]: readonly [Suggestion, Written]): number => (near.includes(label) ? near.indexOf(label) : near.length);
  return {
    isIncomplete: true,
    items: found
      .toSorted((one, other) => rank(one) - rank(other))
      .map(([suggestion, written], index) => toItem(document, suggestion, { ...written, filterText: typed }, index, snippets)),
  };
}

/** Whether an editor's filter would keep the text: it has the typed letters in their order, letter case aside. */
function canBecome(typed: string, text: string): boolean {
  const letters = text.toLowerCase();
  let from = 0;
  return [...typed.toLowerCase()].every((letter) => {
    from = letters.indexOf(letter, from) + 1;
    return from > 0;
  });
}

function suggestionsAt(document: AslDocument, definition: Definition, offset: number): [Suggestion, Written][] {
  if (isSkeletonPlace(document)) {
    return [writeSkeleton(document)];
  }
  if (definition.tree.embedding && !definition.tree.embedding.spell) {
    return [];
  }
  const place = placeAt(definition, offset);
  return place ? suggestions(definition, place, offset) : [];
}

/** In a definition that is itself a string, what is written needs that string's escapes, among which tab stops would be lost. */
function embedded(definition: Definition | undefined, { snippet }: Suggestion, written: Written): Written {
  const spell = definition?.tree.embedding?.spell;
  if (!spell || spell('"') === '"') {
    return written;
  }
  const newText = snippet === undefined ? written.newText : withoutTabStops(written.newText);
  return { ...written, newText: spell(newText), filterText: spell(written.filterText), isPlain: true };
}

function suggestions(definition: Definition, place: Place, offset: number): [Suggestion, Written][] {
  switch (place.at) {
    case 'key':
      return keySuggestions(definition, place.object, place.property).map((each) => [each, writeKey(definition, place.object, place.property, each, offset)]);
    case 'value':
      return valueSuggestions(definition, place.property).map((each) => [each, writeValue(definition, place.value, each, offset)]);
    case 'item':
      return [];
  }
}

function toItem(document: AslDocument, suggestion: Suggestion, { span, newText, filterText, others, isPlain }: Written, index: number, snippets: boolean): CompletionItem {
  const isSnippet = suggestion.snippet !== undefined && !isPlain;
  return {
    label: suggestion.label,
    kind: suggestion.kind,
    ...(suggestion.detail !== undefined && { detail: suggestion.detail }),
    ...(suggestion.docs !== undefined && { documentation: { kind: MarkupKind.Markdown, value: suggestion.docs } }),
    ...(suggestion.deprecated && { tags: [1] }),
    sortText: String(index).padStart(4, '0'),
    filterText,
    insertTextFormat: isSnippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: document.range(span), newText: isSnippet && !snippets ? withoutTabStops(newText) : newText },
    ...(others.length > 0 && { additionalTextEdits: others.map((change) => ({ range: document.range(change.span), newText: change.newText })) }),
  };
}

/** `${1:Name}` becomes `Name`, `$0` nothing. */
function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '')
    .replace(/\\([$}\\])/g, '$1');
}
