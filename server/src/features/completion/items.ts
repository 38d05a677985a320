// What the items of a list can be: whole constructs of the language, error names, values of a call's arguments.
import { itemPlaceAt, kindOf } from '../../analysis/item-place';
import type { Definition } from '../../analysis/definition';
import { isFlow } from '../../syntax/layout';
import type { ObjectProperty } from '../../syntax/tree';
import { constructsOf } from './constructs';
import { errorNameSuggestions } from './error-names';
import { argumentItems, argumentItemsBelow } from './members';
import { inList, objectValue } from './spellings';
import type { Suggestion } from './suggestion';
import { writeItem, type Written } from './write';

/** The items that can be put in at a cursor, and whether the author may write something else there. */
export function itemSuggestions(definition: Definition, offset: number): { readonly suggestions: (readonly [Suggestion, Written])[]; readonly isFree: boolean } {
  const place = itemPlaceAt(definition, offset);
  if (!place) {
    return { suggestions: [], isFree: false };
  }
  const { is, part, holder, list, node } = place;
  const errors = errorNameSuggestions(definition, holder, list, node);
  const found =
    errors.length > 0
      ? errors
      : is && part
        ? constructsOf(is, definition, part, list !== undefined && isFlow(definition.tree, list))
        : list
          ? argumentItems(definition, list)
          : argumentItemsBelow(definition, holder);
  // Lines of their own can't be in a definition that is itself a text.
  const open = definition.isEscaped && is ? [] : found;
  return { suggestions: open.map((each) => [each, writeItem(definition, place, each)] as const), isFree: errors.length > 0 };
}

/** A list with one construct in it, or for an object the construct itself. */
export function constructValues(definition: Definition, property: ObjectProperty): Suggestion[] {
  const { is, part } = kindOf(definition, property);
  const isInBraces = isFlow(definition.tree, property.parent);
  if (is && part) {
    return constructsOf(is, definition, part, isInBraces).map((each) => ({ ...each, value: inList(each.value) }));
  }
  const field = part?.spec.byName.get(property.key.value);
  return part && field?.of === 'choiceTest' && part.queryLanguage === 'JSONPath'
    ? constructsOf(field.of, definition, part, isInBraces).map((each) => ({ ...each, value: objectValue(each.value) }))
    : [];
}

/** Names of errors, each as a list of its own. */
export function errorLists(definition: Definition, property: ObjectProperty): Suggestion[] {
  return errorNameSuggestions(definition, property, undefined, undefined).map((each) => {
    const text = JSON.stringify(each.label);
    return { ...each, value: inList({ inline: text, lines: [text], block: [each.label] }) };
  });
}
