// The layout of our own files. What can't be read, or would come to mean something else, stays as it is, and so do templates.
import type { TextEdit } from 'vscode-languageserver-types';
import { AslDocument } from '../analysis/document';
import { withFieldsInOrder } from '../analysis/ordered-fields';
import { isSame, type Json } from '../expressions/value';
import { formatted, formattedWithin, type Layout } from '../syntax/format';
import { parse } from '../syntax/parse';
import { isComment, toValue, type Node, type Tree } from '../syntax/tree';
import { changesBetween } from '../text/difference';
import type { Span } from '../text/span';

/** What somebody has chosen: the order in which the fields are written, or the usual one. */
export type FieldOrder = 'keep' | 'canonical';

/** The edits that lay the document out anew, with the fields in the order that is asked for. */
export function format(document: AslDocument, layout: Layout, fieldOrder: FieldOrder = 'keep'): TextEdit[] {
  return editsTo(document, (text) => [...(fieldOrder === 'canonical' ? [inOrder(document)] : []), text].map((each) => formatted(each, document.notation, layout)));
}

/** The edits that lay out the lines which a selection touches. Their fields stay in their order. */
export function formatRange(document: AslDocument, span: Span, layout: Layout): TextEdit[] {
  return editsTo(document, (text) => [formattedWithin(text, document.notation, layout, span)]);
}

/** The edits that lay out the object or list of which somebody has just written the closing brace. */
export function formatBehind(document: AslDocument, offset: number, layout: Layout): TextEdit[] {
  const closed = document.notation === 'json' ? endingAt(document.tree.root, offset) : undefined;
  return closed ? formatRange(document, closed.span, layout) : [];
}

/** The edits to the first of some texts that means the same as the document. */
function editsTo(document: AslDocument, write: (text: string) => string[]): TextEdit[] {
  const { text, notation, tree } = document;
  if (document.isTemplate || document.options.onlyTemplates || !tree.root || !isSound(tree)) {
    return [];
  }
  const value = toValue(tree.root) as Json;
  const after = write(text).find((each) => {
    const read = parse(each, notation);
    return isSound(read) && isSame(toValue(read.root) as Json, value);
  });
  return after === undefined ? [] : changesBetween(text, after).map(({ span, newText }) => ({ range: document.range(span), newText }));
}

function isSound({ text, problems }: Tree): boolean {
  return problems.every(({ span }) => isComment(text, span));
}

function inOrder({ text, notation, options, services }: AslDocument): string {
  const [definition] = new AslDocument(text.replaceAll('\r\n', '\n'), notation, { ...options, services }).definitions;
  const ordered = definition ? withFieldsInOrder(definition) : text;
  return text.includes('\r\n') ? ordered.replaceAll(/\r?\n/g, '\r\n') : ordered;
}

/** The object or list that ends at an offset, the innermost one. */
function endingAt(node: Node | undefined, offset: number): Node | undefined {
  if ((node?.kind !== 'object' && node?.kind !== 'array') || offset <= node.start || offset > node.end) {
    return undefined;
  }
  const inside = node.kind === 'object' ? node.properties.map(({ value }) => value) : node.items;
  const around = inside.find((each) => each && each.start < offset && offset <= each.end);
  return endingAt(around, offset) ?? (node.end === offset ? node : undefined);
}
