// How a document is laid out: what is written on lines of its own, and how far in.
import type { Span } from '../text/span';
import { holderOf, type Node, type ObjectProperty, type Tree } from './tree';

/** True where braces and commas hold the node together, as everywhere in JSON. */
export function isFlow({ notation, text }: Tree, { span }: Node): boolean {
  return notation === 'json' || text[span.start] === '{' || text[span.start] === '[';
}

/** Without the line breaks that a YAML block ends with. */
export function trimmed(text: string, { start, end }: Span): Span {
  let last = end;
  while (last > start && /\s/.test(text[last - 1] ?? '')) {
    last--;
  }
  return { start, end: last };
}

/** Where the line begins on which an offset is. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space before an offset that is the first on its line; `undefined` for any other. */
export function ownIndent(text: string, offset: number): string | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return before.trim() === '' && offset > before.length ? before : undefined;
}

/** Where the line ends on which an offset is, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** The line on which an offset is. */
export function lineAt(text: string, offset: number): string {
  return text.slice(lineStart(text, offset), lineEnd(text, offset));
}

/** The white space that the line of an offset begins with. */
export function indentOfLine(text: string, offset: number): string {
  return /^[ \t]*/.exec(lineAt(text, offset))?.[0] ?? '';
}

/** How far an offset is from the start of its line, in characters. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** By what one level stands further in than the one around it, as the node shows it or what is nearest to it; two spaces where nothing does. */
export function unitOf(tree: Tree, node: Node): string {
  for (let at: Node | undefined = node; at; at = holderOf(at)) {
    const unit = unitInside(tree, at);
    if (unit !== undefined) {
      return unit;
    }
  }
  const beside = tree.root?.kind === 'object' ? tree.root.properties : [];
  return beside.map(({ value }) => value && unitInside(tree, value)).find((unit) => unit !== undefined) ?? '  ';
}

function unitInside(tree: Tree, node: Node): string | undefined {
  const { text } = tree;
  const inside = indentInside(text, node);
  const outside = isFlow(tree, node) ? indentOfLine(text, node.span.start) : node.parent?.kind === 'property' ? ' '.repeat(columnOf(text, node.parent.key.span.start)) : undefined;
  return inside !== undefined && outside !== undefined && inside.startsWith(outside) && inside.length > outside.length ? inside.slice(outside.length) : undefined;
}

/** The white space before what a list or an object holds, where that has lines of its own. */
export function indentInside(text: string, node: Node): string | undefined {
  const held: readonly (Node | ObjectProperty)[] = node.kind === 'object' ? node.properties : node.kind === 'array' ? node.items : [];
  for (const { span } of held) {
    // What a YAML merge key brings in stands elsewhere.
    const indent = span.start >= node.span.start && span.end <= node.span.end ? ownIndent(text, span.start) : undefined;
    if (indent !== undefined) {
      return indent;
    }
  }
  return undefined;
}
