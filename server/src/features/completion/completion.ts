import { InsertTextFormat, InsertTextMode, MarkupKind, type CompletionItem, type CompletionList } from 'vscode-languageserver-types';
import { argumentsPlaceOf, begunArgumentsAt } from '../../analysis/arguments-place';
import { begunAt, type Begun } from '../../analysis/begun';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { expressionPlaceAt } from '../../analysis/expression-place';
import { placeAt } from '../../analysis/query';
import { statePlaceAt } from '../../analysis/state-place';
import { typedKey, typedValue } from '../../analysis/typed';
import { objects } from '../../spec/objects';
import type { Catalog } from '../../services/catalog';
import { asDocsPlace, type DocsPlace } from '../../services/docs-place';
import type { Typing } from '../../syntax/insertion';
import { indentOfLine, lineStart } from '../../syntax/layout';
import type { Node, ObjectNode, ObjectProperty } from '../../syntax/tree';
import { escape } from '../../text/markdown';
import { nearest } from '../../text/nearest';
import { leftAtItsEnd, withoutTabStops } from '../../text/snippet';
import { expressionSuggestions } from './expressions';
import { itemSuggestions } from './items';
import { firstKeys, keySuggestions } from './keys';
import { withKeyAt, withoutKey } from './lone-colon';
import { memberSuggestions, requiredSuggestions } from './members';
import { resourceSuggestions } from './resources';
import { firstSuggestions, machineSuggestions, stateSuggestions } from './snippets';
import { asStateDocsPlace, stateDocs, type StateDocsPlace } from './state-docs';
import type { Suggestion } from './suggestion';
import { valueSuggestions } from './values';
import { writeFirstKey, writeKey, writeValue, type Written } from './write';

export interface CompletionOptions {
  /** Whether the editor understands tab stops. */
  readonly snippets: boolean;
  /** Whether the editor takes lines as they are. Others indent them like the line of the cursor. */
  readonly asIs: boolean;
  /** Whether the editor asks for documentation once somebody looks at an item. */
  readonly docsLater?: boolean;
  /** The editor's command that asks for completion, where it has one. */
  readonly suggestCommand?: string;
  /** The character that was typed, where the editor asks because of it. */
  readonly trigger?: string;
}

/** What is found at a cursor. */
interface Found {
  readonly suggestions: readonly (readonly [Suggestion, Written])[];
  /** True where the author may write something else as well, so that it is no slip. */
  readonly isFree: boolean;
}

/** What may stand at the cursor, the likeliest first. */
export function completion(document: AslDocument, offset: number, options: CompletionOptions): CompletionList {
  const withKey = withKeyAt(document, offset);
  if (!withKey) {
    return complete(document, offset, offset, options);
  }
  const { items, ...list } = complete(withKey, offset + 1, offset, options);
  const { start } = document.range({ start: offset, end: offset });
  return { ...list, items: items.map((item) => withoutKey(item, start)) };
}

/** @param typedEnd up to where somebody has typed what is at the cursor */
function complete(document: AslDocument, offset: number, typedEnd: number, options: CompletionOptions): CompletionList {
  // A space that indents a line asks for nothing: the next thing typed may well be a line break, which would take the first of the list.
  const isIndenting = options.trigger === ' ' && document.text.slice(lineStart(document.text, offset), offset).trim() === '';
  const definition = isIndenting ? undefined : document.definitionAt(offset);
  const { suggestions, isFree } = definition ? suggestionsAt(document, definition, offset) : nothing;
  const found = suggestions.map(([suggestion, written]) => [suggestion, embedded(definition, written)] as const);
  const typed = document.text.slice(found[0]?.[1].span.start ?? typedEnd, typedEnd);
  if (isFree || found.length === 0 || found.some(([, { filterText }]) => canBecome(typed, filterText))) {
    return { isIncomplete: false, items: found.map(([suggestion, written], index) => toItem(document, suggestion, written, index, options)) };
  }
  // What stands there is a slip: an editor would filter everything out, so all of it is made to match, the nearest first.
  const nameOf = ([{ label }, { filterText }]: readonly [Suggestion, Written]): string => (filterText.startsWith('arn:') ? filterText : label);
  const near = nearest(typed, found.map(nameOf));
  const rank = (each: readonly [Suggestion, Written]): number => (near.includes(nameOf(each)) ? near.indexOf(nameOf(each)) : near.length);
  return {
    isIncomplete: true,
    items: found
      .toSorted((one, other) => rank(one) - rank(other))
      .map(([suggestion, written], index) => toItem(document, suggestion, { ...written, filterText: typed }, index, options)),
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

const nothing: Found = { suggestions: [], isFree: false };

function suggestionsAt(document: AslDocument, definition: Definition, offset: number): Found {
  if (document.isNothingYet) {
    return { suggestions: beginnings(definition, offset), isFree: true };
  }
  if (definition.tree.embedding && !definition.tree.embedding.spell) {
    return nothing;
  }
  const statePlace = statePlaceAt(definition, offset);
  if (statePlace) {
    return { suggestions: stateSuggestions(definition, statePlace), isFree: true };
  }
  const begun = begunAt(definition, offset);
  if (begun) {
    const constructs = begun.holder ? [] : itemSuggestions(definition, offset).suggestions;
    return { suggestions: [...objectSuggestions(definition, begun), ...constructs], isFree: false };
  }
  const begunArguments = begunArgumentsAt(definition, offset);
  if (begunArguments) {
    return {
      suggestions: [
        ...requiredSuggestions(definition, begunArguments, { object: undefined, ...begunArguments }),
        ...memberSuggestions(definition, begunArguments, undefined, undefined).map((each) => [each, writeFirstKey(definition, begunArguments, each)] as const),
      ],
      isFree: false,
    };
  }
  const place = placeAt(definition, offset);
  const expression = expressionPlaceAt(definition, place?.at === 'value' ? place.value : place?.at === 'item' ? place.node : undefined, offset);
  if (expression) {
    return { suggestions: expressionSuggestions(definition, expression), isFree: true };
  }
  switch (place?.at) {
    case 'key': {
      const { object, property } = place;
      const argumentsPlace = argumentsPlaceOf(definition, object);
      if (argumentsPlace) {
        const typing = typingIn(definition, object, property, offset);
        return {
          suggestions: [
            ...requiredSuggestions(definition, argumentsPlace, typing, property),
            ...memberSuggestions(definition, argumentsPlace, object, property).map((each) => [each, writeKey(definition, object, property, each, offset)] as const),
          ],
          isFree: false,
        };
      }
      const empty = definition.machines.find(({ node }) => node === object && object.properties.every((each) => each === property));
      return {
        suggestions: [
          ...keySuggestions(definition, object, property).map((each) => [each, writeKey(definition, object, property, each, offset)] as const),
          ...(empty ? machineSuggestions(definition, empty, typingIn(definition, object, property, offset)) : []),
          // Dashes may stand right under the keys.
          ...(property ? [] : itemSuggestions(definition, offset).suggestions),
        ],
        isFree: false,
      };
    }
    case 'value': {
      const { property } = place;
      const value = textIn(place.value);
      const typed = typedValue(definition, value, offset);
      const resources = resourceSuggestions(definition, property, definition.text.slice(typed.start, offset));
      const { suggestions, isFree } = resources ?? { suggestions: valueSuggestions(definition, property), isFree: false };
      return { suggestions: suggestions.map((each) => [each, writeValue(definition, property, value, each, offset)]), isFree };
    }
    default:
      return itemSuggestions(definition, offset);
  }
}

/** What `!Sub` is given is written, and the function stays. */
function textIn(value: Node | undefined): Node | undefined {
  const given = value?.kind === 'unknown' && value.call?.name === 'Sub' ? value.call.argument : undefined;
  return given?.kind === 'string' || given?.kind === 'unknown' ? given : value;
}

function typingIn(definition: Definition, object: ObjectNode, property: ObjectProperty | undefined, offset: number): Typing {
  return { object, holder: object.parent?.kind === 'property' ? object.parent : undefined, typed: typedKey(definition, property, offset) };
}

/** Whole machines, and in YAML the keys that one begins with: JSON needs a brace before them. */
function beginnings(definition: Definition, offset: number): (readonly [Suggestion, Written])[] {
  const begun = { is: 'machine', spec: objects.machine, queryLanguage: 'JSONPath', holder: undefined, typed: typedKey(definition, undefined, offset) } as const;
  const keys = definition.notation === 'yaml' ? firstKeys(begun) : [];
  return [...firstSuggestions(definition, begun.typed), ...keys.map((key) => [key, writeFirstKey(definition, begun, key)] as const)];
}

/** The fields that an object can begin with, and for a scope a whole one. */
function objectSuggestions(definition: Definition, begun: Begun): (readonly [Suggestion, Written])[] {
  const { is, queryLanguage, holder, typed } = begun;
  const machines = is === 'branch' || is === 'processor' ? machineSuggestions(definition, { kind: is, queryLanguage }, { object: undefined, holder, typed }) : [];
  return [...firstKeys(begun).map((key) => [key, writeFirstKey(definition, begun, key)] as const), ...machines];
}

/** In a definition that is itself a string, what is written needs that string's escapes, and no lines. */
function embedded(definition: Definition | undefined, written: Written): Written {
  const spell = definition?.tree.embedding?.spell;
  if (!spell || !definition.isEscaped) {
    return written;
  }
  const spellLine = (text: string): string => spell(text.replace(/\s*\n\s*/g, ' '));
  return {
    ...written,
    newText: spellLine(written.isSnippet ? withoutTabStops(written.newText) : written.newText),
    filterText: spell(written.filterText),
    others: written.others.map(({ span, newText }) => ({ span, newText: spellLine(newText) })),
    isSnippet: false,
  };
}

function toItem(document: AslDocument, suggestion: Suggestion, written: Written, index: number, options: CompletionOptions): CompletionItem {
  const { snippets, asIs, docsLater, suggestCommand } = options;
  const { span, filterText, others } = written;
  const isSnippet = written.isSnippet && snippets;
  const plain = written.isSnippet && !snippets ? withoutTabStops(written.newText) : isSnippet ? leftAtItsEnd(written.newText) : written.newText;
  const hasLines = plain.includes('\n');
  const docs = suggestion.docsPlace && !docsLater ? docsAt(document.services, suggestion.docsPlace) : suggestion.docs;
  return {
    label: suggestion.label,
    kind: suggestion.kind,
    ...(suggestion.title !== undefined && { labelDetails: { description: suggestion.title } }),
    ...(suggestion.detail !== undefined && { detail: suggestion.detail }),
    ...(docs !== undefined && { documentation: { kind: MarkupKind.Markdown, value: docs } }),
    ...(suggestion.docsPlace && docsLater && { data: suggestion.docsPlace }),
    ...(suggestion.asksAgain && isSnippet && suggestCommand !== undefined && { command: { title: '', command: suggestCommand } }),
    ...(suggestion.deprecated && { tags: [1] }),
    sortText: String(index).padStart(4, '0'),
    filterText,
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(hasLines && asIs && { insertTextMode: InsertTextMode.asIs }),
    textEdit: { range: document.range(span), newText: hasLines && !asIs ? asLineOf(document, span.start, plain) : plain },
    ...(others.length > 0 && { additionalTextEdits: others.map((change) => ({ range: document.range(change.span), newText: change.newText })) }),
  };
}

/** As Markdown. */
function docsAt(services: Catalog, place: DocsPlace | StateDocsPlace): string | undefined {
  if ('state' in place) {
    return stateDocs(place);
  }
  const docs = services.docs(place);
  return docs === undefined ? undefined : escape(docs);
}

/** Lines without the indentation that the editor gives to each. */
function asLineOf({ text }: AslDocument, offset: number, lines: string): string {
  return lines.replaceAll(`\n${indentOfLine(text, offset)}`, '\n');
}

/** The item with the documentation that was left out of the list. */
export function withDocs(item: CompletionItem, services: Catalog): CompletionItem {
  const place = asDocsPlace(item.data) ?? asStateDocsPlace(item.data);
  const docs = place && docsAt(services, place);
  return docs === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value: docs } };
}
