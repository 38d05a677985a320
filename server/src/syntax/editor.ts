// Changes to a tree, written in the document's own notation and layout.
import { stringify } from 'yaml';
import type { TextChange } from '../text/edit';
import type { Span } from '../text/span';
import type { ObjectProperty, StringNode, Tree } from './tree';

/** Collects changes to one tree. Fixes say what to change; how it is spelled is decided here. */
export class TreeEditor {
  readonly changes: TextChange[] = [];

  constructor(private readonly tree: Tree) {}

  /** Puts another text in place of a string, in the same quotes. */
  setString(node: StringNode, value: string): void {
    this.changes.push({ span: node.span, newText: spellText(this.tree, node.span, value) });
  }

  /** Takes a property out, with its comma or its lines. */
  remove(property: ObjectProperty): void {
    const { properties } = property.parent;
    const index = properties.indexOf(property);
    const following = properties[index + 1];
    const preceding = properties[index - 1];
    if (this.tree.notation === 'json') {
      if (following) {
        this.changes.push({ span: { start: property.span.start, end: following.span.start }, newText: '' });
      } else {
        const end = property.span.end;
        this.changes.push({ span: { start: preceding ? preceding.span.end : property.span.start, end }, newText: '' });
      }
      return;
    }
    const { text } = this.tree;
    const start = text.lastIndexOf('\n', property.span.start - 1) + 1;
    const newline = text.indexOf('\n', Math.max(property.span.start, property.span.end - 1));
    this.changes.push({ span: { start, end: following ? text.lastIndexOf('\n', following.span.start - 1) + 1 : newline < 0 ? text.length : newline + 1 }, newText: '' });
  }
}

/** A text as the notation spells it, in the quotes of what stands at the span now. */
export function spellText({ notation, text }: Tree, span: Span, value: string): string {
  const quote = text[span.start];
  if (notation === 'json' || quote === '"') {
    return JSON.stringify(value);
  }
  return quote === "'" ? `'${value.replaceAll("'", "''")}'` : plain(value);
}

/** A YAML scalar on one line: without quotes where YAML allows it, and reads it back as text. */
function plain(value: string): string {
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
}
