// Trees as values that can be compared.
import assert from 'node:assert/strict';
import type { Node, ObjectProperty } from '../../server/src/syntax/tree';

/** The nodes with their places and holders, as values that can be compared. */
export function plain(node: Node | ObjectProperty | undefined, parent?: Node | ObjectProperty): unknown {
  if (!node) {
    return undefined;
  }
  assert.equal(node.parent, parent);
  const { kind, start, end } = node;
  switch (node.kind) {
    case 'object':
      return { kind, start, end, properties: node.properties.map((each) => plain(each, node)) };
    case 'array':
      return { kind, start, end, items: node.items.map((each) => plain(each, node)) };
    case 'property':
      return { kind, start, end, key: plain(node.key, node), value: plain(node.value, node) };
    case 'unknown':
      return { kind, start, end, text: node.text };
    default:
      return { kind, start, end, value: node.kind === 'null' ? null : node.value };
  }
}
