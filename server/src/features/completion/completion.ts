import { InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import { placeAt, type Place } from '../../analysis/query';
import { isSkeletonPlace, skeleton } from './skeleton';
import type { Suggestion } from './suggestion';
import { keySuggestions } from './keys';
import { valueSuggestions } from './values';
import { writeKey, writeValue, type Written } from './write';

export interface CompletionOptions {
  /** Whether the editor understands tab stops. */
  readonly snippets: boolean;
}

/** What may stand at the cursor, the likeliest first. */
export function completion(document: AslDocument, offset: number, { snippets }: CompletionOptions): CompletionItem[] {
  if (isSkeletonPlace(document)) {
    return [toItem(document, skeleton(document), { span: { start: 0, end: document.text.length }, newText: skeleton(document).snippet ?? '', filterText: document.text.trim() || skeleton(document).label, others: [] }, 0, snippets)];
  }
  const place = placeAt(document, offset);
  return place ? suggestions(document, place, offset).map(([suggestion, written], index) => toItem(document, suggestion, written, index, snippets)) : [];
}

function suggestions(document: AslDocument, place: Place, offset: number): [Suggestion, Written][] {
  switch (place.at) {
    case 'key':
      return keySuggestions(document, place.object, place.property).map((each) => [each, writeKey(document, place.object, place.property, each, offset)]);
    case 'value':
      return valueSuggestions(document, place.property).map((each) => [each, writeValue(document, place.value, each, offset)]);
    case 'item':
      return [];
  }
}

function toItem(document: AslDocument, suggestion: Suggestion, { span, newText, filterText, others }: Written, index: number, snippets: boolean): CompletionItem {
  const isSnippet = suggestion.snippet !== undefined;
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
