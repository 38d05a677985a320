// A tree that was read from one text and stands in another.
import type { Span } from '../text/span';
import type { Node, ObjectProperty } from './tree';

/** Moves a node with all that is in it. The nodes were made a moment ago and nobody else has seen them yet, so they are changed where they are. */
export function move(node: Node | ObjectProperty, to: (span: Span) => Span): void {
  (node as { span: Span }).span = to(node.span);
  if (node.kind === 'object') {
    for (const each of node.properties) {
      move(each, to);
    }
  } else if (node.kind === 'array') {
    for (const each of node.items) {
      move(each, to);
    }
  } else if (node.kind === 'property') {
    move(node.key, to);
    if (node.value) {
      move(node.value, to);
    }
  } else if (node.kind === 'unknown' && node.call?.argument) {
    move(node.call.argument, to);
  }
}
