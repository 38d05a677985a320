// The placeholders of a definition that its own list of substitutions is there for.
import { placeholdersIn } from '../syntax/placeholders';
import type { Node, StringNode, UnknownNode } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Definition } from './definition';

/** One `${Name}` in a string or in a key. */
export interface Placeholder {
  readonly name: string;
  /** True for `${!Name}` where Sub makes `${Name}` of it. */
  readonly isEscaped: boolean;
  readonly node: StringNode | UnknownNode;
  /** In the string's value. */
  readonly within: Span;
  /** True where CloudFormation fills it in before the service sees the definition: what Sub is given, without `!`. */
  readonly isFilledBefore: boolean;
}

/** All placeholders, in the order of the text. */
export function placeholdersOf({ tree: { root }, host: { resource } }: Definition): Placeholder[] {
  const found: Placeholder[] = [];
  if (root) {
    collect(root, resource?.isSubstituted ?? false, found);
  }
  return found;
}

function collect(node: Node, isSubstituted: boolean, found: Placeholder[]): void {
  switch (node.kind) {
    case 'object':
      for (const { key, value } of node.properties) {
        add(key, key.value, isSubstituted, found);
        if (value) {
          collect(value, isSubstituted, found);
        }
      }
      return;
    case 'array':
      for (const item of node.items) {
        collect(item, isSubstituted, found);
      }
      return;
    case 'unknown':
      if (!node.call) {
        add(node, node.text, isSubstituted, found);
      } else if (node.call.argument) {
        collect(node.call.argument, isSubstituted || node.call.name === 'Sub', found);
      }
  }
}

function add(node: StringNode | UnknownNode, text: string, isSubstituted: boolean, found: Placeholder[]): void {
  for (const { name, span } of placeholdersIn(text)) {
    const isEscaped = isSubstituted && name.startsWith('!');
    found.push({ name: isEscaped ? name.slice(1) : name, isEscaped, node, within: span, isFilledBefore: isSubstituted && !isEscaped });
  }
}
