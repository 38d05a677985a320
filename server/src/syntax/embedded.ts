// JSON text that is itself written in a string of another document.
import type { Span } from '../text/span';
import { parseJson } from './json';
import type { Embedding, Node, ObjectProperty, Tree } from './tree';

/** The tree of an embedded text, every span where it is written in the document around it. */
export function parseEmbedded(whole: string, embedding: Embedding): Tree {
  const { root, problems } = parseJson(embedding.text);
  if (root) {
    move(root, embedding);
  }
  return { notation: 'json', text: whole, root, problems: problems.map(({ span, message }) => ({ span: embedding.spanToSource(span), message })), embedding };
}

/** The nodes were made a moment ago and nobody else has seen them yet, so they are changed where they are. */
function move(node: Node | ObjectProperty, embedding: Embedding): void {
  (node as { span: Span }).span = embedding.spanToSource(node.span);
  if (node.kind === 'object') {
    for (const each of node.properties) {
      move(each, embedding);
    }
  } else if (node.kind === 'array') {
    for (const each of node.items) {
      move(each, embedding);
    }
  } else if (node.kind === 'property') {
    move(node.key, embedding);
    if (node.value) {
      move(node.value, embedding);
    }
  } else if (node.kind === 'unknown' && node.call?.argument) {
    move(node.call.argument, embedding);
  }
}
