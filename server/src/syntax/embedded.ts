// JSON text that is itself written in a string of another document.
import { parseJson } from './json/parse';
import { move } from './move';
import type { Embedding, SyntaxProblem, Tree } from './tree';

/** The tree of an embedded text, every span where it is written in the document around it. */
export function parseEmbedded(whole: string, embedding: Embedding): Tree {
  const { root, problems, isOpen } = parseJson(embedding.text);
  if (root) {
    move(root, (span) => embedding.spanToSource(span));
  }
  return { notation: 'json', text: whole, root, problems: problems.map((problem) => inSource(problem, embedding)), isOpen, embedding };
}

function inSource({ span, related, fixes, ...problem }: SyntaxProblem, { spanToSource }: Pick<Embedding, 'spanToSource'>): SyntaxProblem {
  return {
    ...problem,
    span: spanToSource(span),
    ...(related && { related: { ...related, span: spanToSource(related.span) } }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, changes: fix.changes.map((change) => ({ ...change, span: spanToSource(change.span) })) })) }),
  };
}
