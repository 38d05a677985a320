// How a suggestion is spelled at its place: quotes, the colon, and the commas around it.
import type { Definition } from '../../analysis/definition';
import { spellText } from '../../syntax/editor';
import type { Node, ObjectNode, ObjectProperty } from '../../syntax/tree';
import type { TextChange } from '../../text/edit';
import type { Span } from '../../text/span';
import type { Suggestion } from './suggestion';

export interface Written extends TextChange {
  /** What the editor compares with the text that it is about to replace. */
  readonly filterText: string;
  /** Changes elsewhere: the comma that was missing behind the property before. */
  readonly others: readonly TextChange[];
  /** There are no tab stops in it, whatever the suggestion has. */
  readonly isPlain?: true;
}

/** The suggestion in place of a value, or where one is still missing. */
export function writeValue(definition: Definition, value: Node | undefined, suggestion: Suggestion, offset: number): Written {
  const span = value && value.span.end > value.span.start ? onLine(definition, value.span, offset) : wordBefore(definition, offset);
  const text = suggestion.snippet ?? spellText(definition.tree, span, suggestion.label);
  const space = definition.text[offset - 1] === ':' && span.start === offset ? ' ' : '';
  return inQuotes(definition, { span, newText: space + text, filterText: space + suggestion.label, others: [] });
}

/** The suggestion as a key with its value, or as the key alone where a colon is there already. */
export function writeKey(definition: Definition, object: ObjectNode, typed: ObjectProperty | undefined, suggestion: Suggestion, offset: number): Written {
  const span = typed && isOnLine(definition, typed.key.span, offset) ? onLine(definition, typed.key.span, offset) : wordBefore(definition, offset);
  const key = spellText(definition.tree, span, suggestion.label);
  const { notation, text } = definition.tree;
  if (/^[ \t]*:/.test(text.slice(span.end, span.end + 20))) {
    return inQuotes(definition, { span, newText: key, filterText: suggestion.label, others: [] });
  }
  const newText = `${asSnippet(key)}: ${suggestion.snippet ?? '$1'}`;
  const isJson = notation === 'json' || text[object.span.start] === '{';
  const comma = isJson && /^\s*"/.test(text.slice(span.end, span.end + 2000)) ? ',' : '';
  return inQuotes(definition, { span, newText: newText + comma, filterText: suggestion.label, others: isJson ? commaBefore(definition, object, span) : [] });
}

/** `$` and `}` mean something in a snippet. */
function asSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}

/**
 * Leaves an opening quote where it is. Many editors compare what is offered with the word at the cursor, which has no quote.
 */
function inQuotes(definition: Definition, written: Written): Written {
  const { span, newText } = written;
  const quote = definition.text[span.start];
  return span.end > span.start && (quote === '"' || quote === "'") && newText.startsWith(quote)
    ? { ...written, span: { start: span.start + 1, end: span.end }, newText: newText.slice(1) }
    : written;
}

/** In YAML a key that is being typed above another one runs on to that one's colon, and only its line is meant. */
function isOnLine(definition: Definition, span: Span, offset: number): boolean {
  return span.start <= offset && !definition.text.slice(span.start, Math.max(span.end, offset)).includes('\n');
}

/** A text without its closing quote runs to the end of its line or beyond; only up to the cursor has it been typed. */
function onLine(definition: Definition, span: Span, offset: number): Span {
  const written = definition.text.slice(span.start, span.end);
  const isOpen = written.startsWith('"') && (written.length < 2 || !written.endsWith('"'));
  return isOpen || written.includes('\n') ? { start: span.start, end: Math.max(span.start, offset) } : span;
}

function wordBefore(definition: Definition, offset: number): Span {
  let start = offset;
  while (start > 0 && /[\w"]/.test(definition.text[start - 1] ?? '')) {
    start--;
  }
  const end = definition.text[start] === '"' && definition.text[offset] === '"' ? offset + 1 : offset;
  return { start, end };
}

function commaBefore(definition: Definition, object: ObjectNode, span: Span): TextChange[] {
  const before = object.properties.findLast((property) => property.span.end <= span.start);
  if (!before || definition.text.slice(before.span.end, span.start).includes(',')) {
    return [];
  }
  return [{ span: { start: before.span.end, end: before.span.end }, newText: ',' }];
}
