// A property or an item that comes with lines of its own, put into an object or a list of the document: how far in, and between which commas.
import { stringify } from 'yaml';
import type { TextChange } from '../text/edit';
import type { Span } from '../text/span';
import { columnOf, indentInside, indentOfLine, isFlow, lineEnd, lineStart, ownIndent, trimmed, unitOf } from './layout';
import type { ArrayNode, Node, ObjectNode, ObjectProperty, Tree } from './tree';

/** Lines between braces, and the same ones in a YAML block. A tab at the start of a line is one level. */
export interface Lines {
  readonly json: readonly string[];
  readonly yaml: readonly string[];
}

/** Where a property is being typed. */
export interface Typing {
  /** What the property goes into; `undefined` where YAML has nothing yet but the key above. */
  readonly object: ObjectNode | undefined;
  /** The property whose value the object is; `undefined` for the whole text and for items of lists. */
  readonly holder: ObjectProperty | undefined;
  /** The letters that are there so far, quotes included. */
  readonly typed: Span;
}

export interface Insertion extends TextChange {
  /** Changes before it that are part of it: the comma behind the property before, a line break. */
  readonly others: readonly TextChange[];
}

/** An object's members as lines in both notations. */
export function memberLines(object: object): Lines {
  const tabbed = (line: string, unit: number): string => line.replace(/^ +/, (space) => '\t'.repeat(space.length / unit));
  const json = JSON.stringify(object, undefined, '\t').split('\n').slice(1, -1).map((line) => line.slice(1));
  const yaml = stringify(object, { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd().split('\n').map((line) => tabbed(line, 2));
  return { json, yaml };
}

/** Lines as a document has them; the first goes on behind what stands before it. */
export function layOut(lines: readonly string[], indent: string, unit: string): string {
  return lines.map((line, index) => (index === 0 ? line : indent + line.replace(/^[\t ]+/, (space) => space.replaceAll('\t', unit)))).join('\n');
}

/** In place of what has been typed. */
export function insertionAt(tree: Tree, { object, holder, typed }: Typing, lines: Lines): Insertion {
  const { text } = tree;
  if (!object || !isFlow(tree, object)) {
    const column = columnOf(text, typed.start);
    const unit = object ? unitOf(tree, object) : ' '.repeat(holder ? column - columnOf(text, holder.key.span.start) : 2);
    return { span: typed, newText: layOut(lines.yaml, ' '.repeat(column), unit), others: [] };
  }
  return between(tree, object, typed, lines.json);
}

/** An item in place of what has been typed of it. */
export function itemInsertionAt(tree: Tree, list: ArrayNode, typed: Span, lines: Lines): Insertion {
  if (isFlow(tree, list)) {
    return between(tree, list, typed, lines.json);
  }
  return { span: typed, newText: layOut(lines.yaml, ' '.repeat(columnOf(tree.text, typed.start)), unitOf(tree, list)), others: [] };
}

/** Between braces or brackets, with the commas and line breaks that are missing around it. */
function between(tree: Tree, object: ObjectNode | ArrayNode, typed: Span, lines: readonly string[]): Insertion {
  const { text } = tree;
  const [opens, closes] = object.kind === 'object' ? ['"', '}'] : ['{', ']'];
  const outside = indentOfLine(text, object.span.start);
  const unit = unitOf(tree, object);
  const before = text.slice(lineStart(text, typed.start), typed.start);
  const hasOwnLine = before.trim() === '';
  const inside = indentInside(text, object) ?? outside + unit;
  const indent = hasOwnLine && !inside.startsWith(before) ? before : inside;
  const comma = commaBefore(tree, object, typed.start);

  const next = nextOn(text, typed.end);
  const isLast = next.character === closes;
  const isDone = next.character === undefined || next.character === ',';
  const needsComma = !isLast && !isDone && (tree.notation === 'yaml' || next.character === opens);
  const breaksAfter = next.isOnLine && !isDone;
  const after = (needsComma ? ',' : '') + (breaksAfter ? `\n${isLast ? outside : indent}` : '');
  const newText = layOut(lines, indent, unit) + after;
  const span = { start: typed.start, end: breaksAfter ? next.offset : typed.end };

  const lead = hasOwnLine ? indent.slice(before.length) : `${comma ? ',' : ''}\n${indent}`;
  const gap = { start: typed.start - (hasOwnLine ? 0 : before.length - before.trimEnd().length), end: typed.start };
  const others = hasOwnLine && comma ? [comma] : [];
  if (lead !== '' && isQuote(text[typed.start]) && typed.end > typed.start) {
    // The quote may stay where it is, so what has to stand before it is a change of its own.
    return { span, newText, others: [...others, { span: gap, newText: lead }] };
  }
  return { span, newText: lead + newText, others: gap.end > gap.start ? [...others, { span: gap, newText: '' }] : others };
}

/** Behind another property. */
export function insertionAfter(tree: Tree, previous: ObjectProperty, lines: Lines): TextChange {
  const { text } = tree;
  const object = previous.parent;
  const unit = unitOf(tree, object);
  if (isFlow(tree, object)) {
    const indent = ownIndent(text, previous.span.start) ?? indentInside(text, object) ?? indentOfLine(text, object.span.start) + unit;
    const { end } = previous.span;
    return { span: { start: end, end }, newText: `,\n${indent}${layOut(lines.json, indent, unit)}` };
  }
  const at = lineEnd(text, trimmed(text, previous.span).end);
  const indent = ' '.repeat(columnOf(text, previous.span.start));
  return { span: { start: at, end: at }, newText: `\n${indent}${layOut(lines.yaml, indent, unit)}` };
}

/** Into an object that has nothing in it yet, or where a property has no value at all. */
export function insertionInto(tree: Tree, holder: ObjectProperty, lines: Lines): TextChange {
  const { text } = tree;
  const { value, parent } = holder;
  const unit = unitOf(tree, parent);
  const colon = text.indexOf(':', holder.key.span.end) + 1;
  if (isFlow(tree, parent)) {
    return { span: value?.span ?? { start: colon, end: colon }, newText: `${value ? '' : ' '}${inBraces(tree, holder.span.start, lines, unit)}` };
  }
  const indent = ' '.repeat(columnOf(text, holder.key.span.start)) + unit;
  const isWritten = value && value.span.end > value.span.start;
  const span = isWritten ? { start: colon, end: value.span.end } : { start: lineEnd(text, colon), end: lineEnd(text, colon) };
  return { span, newText: `\n${indent}${layOut(lines.yaml, indent, unit)}` };
}

/** Into an object in braces that stands by itself and has nothing in it yet. */
export function insertionInBraces(tree: Tree, object: ObjectNode, lines: Lines): TextChange {
  return { span: object.span, newText: inBraces(tree, object.span.start, lines, unitOf(tree, object)) };
}

function inBraces({ text }: Tree, at: number, lines: Lines, unit: string): string {
  const outside = indentOfLine(text, at);
  return `{\n${outside}${unit}${layOut(lines.json, outside + unit, unit)}\n${outside}}`;
}

/** The comma that is missing behind the last property or item before an offset. */
export function commaBefore({ text }: Tree, object: ObjectNode | ArrayNode, offset: number): TextChange | undefined {
  const all: readonly (Node | ObjectProperty)[] = object.kind === 'object' ? object.properties : object.items;
  const before = all.findLast(({ span }) => span.end <= offset);
  return !before || text.slice(before.span.end, offset).includes(',') ? undefined : { span: { start: before.span.end, end: before.span.end }, newText: ',' };
}

/** What comes next, white space aside. */
function nextOn(text: string, from: number): { offset: number; character: string | undefined; isOnLine: boolean } {
  let offset = from;
  while (offset < text.length && /\s/.test(text[offset] ?? '')) {
    offset++;
  }
  return { offset, character: text[offset], isOnLine: !text.slice(from, offset).includes('\n') };
}

function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'";
}
