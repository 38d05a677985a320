// How a suggestion is spelled at its place: quotes, the colon, the lines, and the commas around it.
import type { Begun } from '../../analysis/begun';
import type { Definition } from '../../analysis/definition';
import type { ItemPlace } from '../../analysis/item-place';
import { hasColon, typedKey, typedValue } from '../../analysis/typed';
import { spellText } from '../../syntax/editor';
import { commaBefore, itemInsertionAt, layOut, type Insertion } from '../../syntax/insertion';
import { columnOf, indentOfLine, isFlow, unitOf } from '../../syntax/layout';
import type { Node, ObjectNode, ObjectProperty, Tree } from '../../syntax/tree';
import type { TextChange } from '../../text/edit';
import type { Span } from '../../text/span';
import { escapeSnippet, withoutTabStops } from '../../text/snippet';
import type { Spellings, Suggestion } from './suggestion';

export interface Written extends TextChange {
  /** What the editor compares with the text that it is about to replace. */
  readonly filterText: string;
  /** Changes elsewhere: the comma that was missing behind the property before. */
  readonly others: readonly TextChange[];
  /** Whether the text has tab stops, and is spelled as one that may. */
  readonly isSnippet: boolean;
}

/** The suggestion in place of a property's value, or where one is still missing. */
export function writeValue(definition: Definition, holder: ObjectProperty, value: Node | undefined, suggestion: Suggestion, offset: number): Written {
  const { tree } = definition;
  const span = typedValue(definition, value, offset);
  const [own, more] = !isFlow(tree, holder.parent) ? (suggestion.value?.block ?? []) : [];
  const { text: newText, others } =
    suggestion.value && suggestion.value.lines.length > 1
      ? linesOf(definition, holder, span, suggestion.value)
      : { text: own !== undefined && more === undefined ? own : inlineOf(tree, span, suggestion), others: [] };
  const space = definition.text[offset - 1] === ':' && span.start === offset && !newText.startsWith('\n') ? ' ' : '';
  const isSnippet = suggestion.value !== undefined || suggestion.snippet !== undefined;
  return inQuotes(definition.text, { span, newText: space + newText, filterText: space + (suggestion.filter ?? suggestion.label), others, isSnippet });
}

/** The suggestion as an item of a list, with the commas around it or the dash before it. */
export function writeItem({ tree, text }: Definition, { holder, list, typed, needsDash }: ItemPlace, suggestion: Suggestion): Written {
  const { value } = suggestion;
  const written = { span: typed, filterText: suggestion.filter ?? suggestion.label, others: [], isSnippet: value !== undefined || suggestion.snippet !== undefined };
  const unit = unitOf(tree, list ?? holder.parent);
  if (!list || !isFlow(tree, list)) {
    const indent = ' '.repeat(columnOf(text, typed.start) + (needsDash ? 2 : 0));
    const item = value ? layOut(behindDash(value), indent, unit) : inlineOf(tree, typed, suggestion);
    return inQuotes(text, { ...written, newText: (needsDash ? '- ' : '') + item });
  }
  if (value && value.lines.length > 1) {
    return { ...written, ...itemInsertionAt(tree, list, typed, { json: value.lines, yaml: value.block }) };
  }
  const before = commaBefore(tree, list, typed.start);
  const comma = before ? [before] : [];
  const [, next] = /^\s*(\S?)/.exec(text.slice(typed.end)) ?? [];
  const after = next === '' || next === ']' || next === ',' ? '' : ',';
  return inQuotes(text, { ...written, newText: (value?.inline ?? inlineOf(tree, typed, suggestion)) + after, others: comma });
}

/** A value that is spelled as one of a key begins on a line below it. */
function behindDash({ block: [first = '', ...rest] }: Spellings): readonly string[] {
  return first === '' && rest.length > 0 ? rest.map((line) => line.slice(1)) : [first, ...rest];
}

function inlineOf(tree: Tree, span: Span, { label, value, snippet }: Suggestion): string {
  if (snippet === undefined) {
    return value?.inline ?? spellText(tree, span, label);
  }
  // What is left open here is closed by what the author types next, inside the quotes.
  const [quote = ''] = /^["']/.exec(spellText(tree, span, withoutTabStops(snippet))) ?? [];
  return quote + snippet + quote;
}

/** A value on lines of its own: braces indented as the line of the key, or a YAML block below it. */
function linesOf({ tree, text }: Definition, { key, parent }: ObjectProperty, span: Span, value: Spellings): { text: string; others: readonly TextChange[] } {
  const unit = unitOf(tree, parent);
  if (!isFlow(tree, parent)) {
    const before = text.slice(key.span.end, span.start);
    const space = { start: span.start - (before.length - before.trimEnd().length), end: span.start };
    return { text: layOut(value.block, ' '.repeat(columnOf(text, key.span.start)), unit), others: space.end > space.start ? [{ span: space, newText: '' }] : [] };
  }
  const isInline = !text.slice(parent.span.start, key.span.start).includes('\n');
  return { text: isInline ? value.inline : layOut(value.lines, indentOfLine(text, key.span.start), unit), others: [] };
}

/** The suggestion as a key with its value, or as the key alone where a colon is there already. */
export function writeKey(definition: Definition, object: ObjectNode, property: ObjectProperty | undefined, suggestion: Suggestion, offset: number): Written {
  const { tree, text } = definition;
  const span = typedKey(definition, property, offset);
  const key = spellText(tree, span, suggestion.label);
  if (hasColon(definition, span)) {
    return inQuotes(text, { span, newText: key, filterText: suggestion.label, others: [], isSnippet: false });
  }
  const written = { span, filterText: suggestion.label, isSnippet: true };
  if (!isFlow(tree, object)) {
    return inQuotes(text, { ...written, newText: inBlock(tree, span, key, suggestion, unitOf(tree, object)), others: [] });
  }
  // An object on one line stays there.
  const isInline = !text.slice(object.span.start, span.start).includes('\n');
  const value = isInline ? suggestion.value?.inline : suggestion.value && layOut(suggestion.value.lines, indentOfLine(text, span.start), unitOf(tree, object));
  const comma = /^\s*"/.test(text.slice(span.end, span.end + 2000)) ? ',' : '';
  const before = commaBefore(tree, object, span.start);
  return inQuotes(text, { ...written, newText: `${escapeSnippet(key)}: ${value ?? '$1'}${comma}`, others: before ? [before] : [] });
}

/** The suggestion as the first key of a YAML block, or of a whole text. */
export function writeFirstKey({ tree, text }: Definition, { holder, typed }: Pick<Begun, 'holder' | 'typed'>, suggestion: Suggestion): Written {
  const unit = holder ? ' '.repeat(columnOf(text, typed.start) - columnOf(text, holder.key.start)) : tree.root ? unitOf(tree, tree.root) : '  ';
  const newText = inBlock(tree, typed, spellText(tree, typed, suggestion.label), suggestion, unit);
  return inQuotes(text, { span: typed, newText, filterText: suggestion.label, others: [], isSnippet: true });
}

/** Lines that were made for the place. */
export function writeLines({ text }: Definition, insertion: Insertion, filterText: string): Written {
  return inQuotes(text, { ...insertion, filterText, isSnippet: true });
}

function inBlock({ text }: Tree, span: Span, key: string, { value }: Suggestion, unit: string): string {
  const [first = '$1', ...rest] = value?.block ?? [];
  return layOut([`${escapeSnippet(key)}:${first && ` ${first}`}`, ...rest], ' '.repeat(columnOf(text, span.start)), unit);
}

/**
 * Leaves an opening quote where it is. Many editors compare what is offered with the word at the cursor, which has no quote.
 */
function inQuotes(text: string, written: Written): Written {
  const { span, newText } = written;
  const quote = text[span.start];
  return span.end > span.start && (quote === '"' || quote === "'") && newText.startsWith(quote)
    ? { ...written, span: { start: span.start + 1, end: span.end }, newText: newText.slice(1) }
    : written;
}
