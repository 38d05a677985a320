import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import { commentBlocks } from '../syntax/comments';
import { isFlow, trimmed } from '../syntax/layout';
import type { Node, ObjectProperty, Tree } from '../syntax/tree';
import type { Span } from '../text/span';

/**
 * What can be folded: objects, lists and blocks of text on several lines, and comments. A closing brace stays in sight.
 * `undefined` for a file that is not ours: the editor then folds by indentation.
 *
 * @param most so many ranges are given at most, the outer ones first
 */
export function folding(document: AslDocument, most = Infinity): FoldingRange[] | undefined {
  if (document.options.onlyTemplates && document.definitions.length === 0) {
    return undefined;
  }
  const fold = new Fold(document);
  fold.add(document.tree);
  for (const { tree } of document.definitions) {
    if (tree.embedding) {
      fold.add(tree);
    }
  }
  for (const span of commentBlocks(document.text, document.notation, fold.texts)) {
    fold.lines(span, 0, FoldingRangeKind.Comment);
  }
  const found = [...fold.found.values()].sort((one, other) => one.depth - other.depth).slice(0, most);
  return found.map(({ range }) => range).sort((one, other) => one.startLine - other.startLine);
}

class Fold {
  /** By the line that they begin on: an editor takes one for each, and the outermost is met first. */
  readonly found = new Map<number, { range: FoldingRange; depth: number }>();
  /** Texts on several lines, in which nothing is a comment. */
  readonly texts: Span[] = [];

  constructor(private readonly document: AslDocument) {}

  add(tree: Tree): void {
    if (tree.root) {
      this.node(tree, tree.root, 0);
    }
  }

  lines(span: Span, depth: number, kind?: FoldingRange['kind'], keptLines = 0): void {
    const { start, end } = this.document.range(span);
    const endLine = end.line - keptLines;
    if (endLine > start.line && !this.found.has(start.line)) {
      this.found.set(start.line, { range: { startLine: start.line, endLine, ...(kind && { kind }) }, depth });
    }
  }

  private node(tree: Tree, node: Node, depth: number): void {
    if (node.kind === 'unknown') {
      const argument = node.call?.argument;
      if (argument) {
        this.node(tree, argument, depth);
      }
      return;
    }
    if (node.kind !== 'object' && node.kind !== 'array' && (node.kind !== 'string' || tree.notation === 'json')) {
      return;
    }
    const { text } = tree;
    const { start, end } = trimmed(text, node.span);
    const lineEnd = text.indexOf('\n', start);
    if (lineEnd < 0 || lineEnd >= end) {
      // A block of one line goes with its key.
      if (node.kind !== 'string' && !isFlow(tree, node)) {
        this.lines({ start: startOf(node, start), end }, depth);
      }
      return;
    }
    const isBraced = node.kind !== 'string' && isFlow(tree, node);
    // A block that is the whole file has no line of its own to be left in sight.
    if (node.parent || isBraced) {
      this.lines({ start: isBraced ? start : startOf(node, start), end }, depth, undefined, isBraced ? 1 : 0);
    }
    if (node.kind === 'string') {
      this.texts.push({ start, end });
    }
    const held: readonly (ObjectProperty | Node)[] = node.kind === 'object' ? node.properties : node.kind === 'array' ? node.items : [];
    for (const each of held) {
      const value = each.kind === 'property' ? each.value : each;
      if (value) {
        this.node(tree, value, depth + 1);
      }
    }
  }
}

function startOf({ parent }: Node, start: number): number {
  return parent?.kind === 'property' ? parent.key.span.start : start;
}
