// Changes to a tree, written in the document's own notation and layout.
import { stringify } from 'yaml';
import type { TextChange } from '../text/edit';
import type { Span } from '../text/span';
import { indentOfLine, isFlow, lineEnd, lineStart, ownIndent, trimmed, unitOf } from './layout';
import type { ArrayNode, Node, ObjectNode, ObjectProperty, StringNode, Tree, UnknownNode } from './tree';

/** Collects changes to one tree. Fixes say what to change; how it is spelled is decided here. */
export class TreeEditor {
  readonly changes: TextChange[] = [];

  constructor(private readonly tree: Tree) {}

  /** Puts another text in place of a string, in the same quotes. A key is renamed by it too. */
  setString(node: StringNode | UnknownNode, value: string): void {
    // What comes behind a block of text starts on the next line.
    this.change(trimmed(this.tree.text, node.span), spellText(this.tree, node.span, value));
  }

  /** Puts other letters in place of some inside a string. They must be such as need no escape anywhere. */
  setLetters(span: Span, letters: string): void {
    this.change(span, letters);
  }

  /** Puts other text in place of some, whatever it is: for what can't be read as a tree. */
  rewrite(span: Span, newText: string): void {
    this.change(span, newText);
  }

  /** Puts another value in place of what stands there, on as many lines as that has. */
  setValue(node: Node, value: unknown): void {
    const { text } = this.tree;
    const span = trimmed(text, node.span);
    if (typeof value === 'string') {
      this.putOnOneLine(node, spellText(this.tree, node.span, value));
    } else if (isCompound(value) && text.slice(span.start, span.end).includes('\n')) {
      const isBlock = !isFlow(this.tree, node);
      const indent = isBlock ? ' '.repeat(span.start - lineStart(text, span.start)) : indentOfLine(text, span.start);
      this.change(span, isBlock ? block(value, indent) : lines(value, indent, unitOf(this.tree, node)));
    } else {
      this.putOnOneLine(node, inline(value));
    }
  }

  /** Makes text of a number or a word, letter by letter as it stands. */
  quote(node: Node): void {
    this.change(trimmed(this.tree.text, node.span), JSON.stringify(this.textOf(node)));
  }

  /** Adds a property as the last one of an object, on a line of its own where the others have that. */
  insert(object: ObjectNode, name: string, value: unknown): void {
    // What a YAML merge key brings in stands elsewhere.
    const last = object.properties.findLast(({ span }) => span.start >= object.span.start && span.end <= object.span.end);
    if (last) {
      this.insertAfter(last, name, value);
    } else {
      this.change({ start: object.span.start + 1, end: object.span.start + 1 }, ` ${JSON.stringify(name)}: ${inline(value)} `);
    }
  }

  /** Adds a property behind another one of the same object, on a line of its own where that has one. */
  insertAfter(property: ObjectProperty, name: string, value: unknown): void {
    const { text } = this.tree;
    const object = property.parent;
    const { end } = trimmed(text, property.span);
    const indent = ownIndent(text, property.span.start);
    if (isFlow(this.tree, object)) {
      const spelled = indent === undefined ? inline(value) : lines(value, indent, unitOf(this.tree, object));
      this.change({ start: end, end }, `,${indent === undefined ? ' ' : `\n${indent}`}${JSON.stringify(name)}: ${spelled}`);
      return;
    }
    const lineEnd = text.indexOf('\n', end);
    const at = lineEnd < 0 ? text.length : lineEnd;
    const first = object.properties.find(({ key }) => key.span.start >= object.span.start && key.span.end > key.span.start) ?? property;
    const column = ' '.repeat(first.span.start - lineStart(text, first.span.start));
    const spelled = isCompound(value) ? `\n${column}  ${block(value, `${column}  `)}` : ` ${typeof value === 'string' ? spellPlain(value) : inline(value)}`;
    this.change({ start: at, end: at }, `\n${column}${spellPlain(name)}:${spelled}`);
  }

  /** Adds several properties behind the last one of an object. */
  insertAll(object: ObjectNode, values: Readonly<Record<string, unknown>>): void {
    if (object.properties.length === 0) {
      this.setValue(object, values);
      return;
    }
    for (const [name, value] of Object.entries(values)) {
      this.insert(object, name, value);
    }
  }

  /** Puts another property in place of one, on its line. */
  replace(property: ObjectProperty, name: string, value: string | number | boolean): void {
    const isBraced = isFlow(this.tree, property.parent);
    const { end } = trimmed(this.tree.text, property.value?.span ?? property.span);
    const spelled = typeof value === 'string' && !isBraced ? spellPlain(value) : inline(value);
    const between = this.tree.text.slice(property.key.span.end, property.value?.span.start ?? property.key.span.end);
    this.change({ start: property.span.start, end }, `${isBraced ? JSON.stringify(name) : spellPlain(name)}${/^[ \t]*:[ \t]*$/.test(between) ? between : ': '}${spelled}`);
  }

  /** Takes a property out of its object, or an item out of its list, with its comma or its lines. */
  remove(node: ObjectProperty | Node): void {
    const holder = node.parent;
    if (holder?.kind === 'object') {
      this.removeFrom(holder, holder.properties, node as ObjectProperty, node as ObjectProperty);
    } else if (holder?.kind === 'array') {
      this.removeFrom(holder, holder.items, node as Node, node as Node);
    }
  }

  /** Takes several properties out of their object, or items out of their list. */
  removeAll(object: ObjectNode, properties: readonly ObjectProperty[]): void;
  removeAll(list: ArrayNode, items: readonly Node[]): void;
  removeAll(holder: ObjectNode | ArrayNode, gone: readonly (ObjectProperty | Node)[]): void {
    const all: readonly (ObjectProperty | Node)[] = holder.kind === 'object' ? holder.properties : holder.items;
    const isGone = (each: ObjectProperty | Node | undefined): boolean => each !== undefined && gone.includes(each);
    for (const [index, first] of all.entries()) {
      if (isGone(first) && !isGone(all[index - 1])) {
        const after = all.findIndex((each, at) => at > index && !isGone(each));
        const last = all[(after < 0 ? all.length : after) - 1];
        this.removeFrom(holder, all, first, last ?? first);
      }
    }
  }

  /** Makes a value the only item of a list that stands in its place. */
  wrapInList(node: Node): void {
    const span = trimmed(this.tree.text, node.span);
    if (this.tree.notation === 'json' || isFlow(this.tree, node) || (node.kind !== 'object' && node.kind !== 'array')) {
      this.change({ start: span.start, end: span.start }, '[');
      this.change({ start: span.end, end: span.end }, ']');
      return;
    }
    this.change(span, `- ${this.tree.text.slice(span.start, span.end).replace(/\n(?=[ ]*\S)/g, '\n  ')}`);
  }

  /** Writes the items of a list in another order; each keeps its own text. */
  reorder(list: ArrayNode, items: readonly Node[]): void {
    const { text } = this.tree;
    for (const [index, place] of list.items.entries()) {
      const item = items[index];
      if (item && item !== place) {
        const { start, end } = trimmed(text, item.span);
        this.changes.push({ span: trimmed(text, place.span), newText: text.slice(start, end) });
      }
    }
  }

  /** What stands at a place, as the document has it. */
  textOf(node: ObjectProperty | Node): string {
    const { start, end } = trimmed(this.tree.text, node.span);
    return this.tree.text.slice(start, end);
  }

  /** A YAML block may stand no further in than its key, where nothing on one line can: that goes behind the colon. */
  private putOnOneLine(node: Node, newText: string): void {
    const { text } = this.tree;
    const span = trimmed(text, node.span);
    const colon = node.parent?.kind === 'property' ? text.indexOf(':', node.parent.key.span.end) : -1;
    if (!isFlow(this.tree, node) && colon >= 0 && text.slice(colon, span.start).includes('\n')) {
      this.change({ start: colon + 1, end: span.end }, ` ${newText}`);
    } else {
      this.change(span, newText);
    }
  }

  /** @param newText as the tree's own notation has it; a tree that is written in a string gets that string's escapes too */
  private change(span: Span, newText: string): void {
    this.changes.push({ span, newText: this.tree.embedding?.spell?.(newText) ?? newText });
  }

  /** Takes out what stands from one to the other. */
  private removeFrom<T extends ObjectProperty | Node>(holder: ObjectNode | ArrayNode, siblings: readonly T[], first: T, last: T): void {
    const following = siblings[siblings.indexOf(last) + 1];
    const preceding = siblings[siblings.indexOf(first) - 1];
    if (isFlow(this.tree, holder)) {
      if (following) {
        this.change({ start: first.span.start, end: following.span.start }, '');
      } else {
        this.change({ start: preceding ? preceding.span.end : first.span.start, end: last.span.end }, '');
      }
      return;
    }
    if (!following && !preceding) {
      // A block can't be empty, so what is left is spelled as JSON spells it.
      this.putOnOneLine(holder, holder.kind === 'object' ? '{}' : '[]');
      return;
    }
    const { text } = this.tree;
    const isFirstOfItem = holder.kind === 'object' && ownIndent(text, first.span.start) === undefined;
    if (following && isFirstOfItem) {
      // `- A: 1` with `B: 2` below: the dash stays, and the next key moves up to it.
      this.change({ start: first.span.start, end: following.span.start }, '');
      return;
    }
    const start = lineStart(text, first.span.start);
    // The last one goes with the line break before it: that behind it is not its holder's.
    this.change(following ? { start, end: lineStart(text, following.span.start) } : { start: start - 1, end: lineEnd(text, trimmed(text, last.span).end) }, '');
  }
}

/** A text as the notation spells it, in the quotes of what stands at the span now. */
export function spellText({ notation, text }: Tree, span: Span, value: string): string {
  const quote = text[span.start];
  if (notation === 'json' || quote === '"' || value.includes('\n')) {
    return JSON.stringify(value);
  }
  return quote === "'" ? `'${value.replaceAll("'", "''")}'` : spellPlain(value);
}

/** A list or an object with something in it. */
function isCompound(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** A value as JSON on several lines; the first has no indent, as it goes on behind a key or a bracket. */
function lines(value: unknown, indent: string, unit: string): string {
  return JSON.stringify(value, undefined, unit).replaceAll('\n', `\n${indent}`);
}

/** A list or an object as a YAML block; the first line has no indent. */
function block(value: object, indent: string): string {
  return stringify(value, { lineWidth: 0, compat: 'yaml-1.1' }).trimEnd().replace(/\n(?=.)/g, `\n${indent}`);
}

/** A value on one line, in a spelling that is JSON and YAML alike: `{ "A": 1 }`. */
function inline(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(inline).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`);
    return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** A YAML scalar on one line: without quotes where YAML reads it back as text, readers of the older YAML 1.1 included. */
export function spellPlain(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false, compat: 'yaml-1.1' }).trimEnd();
}
