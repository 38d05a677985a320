// The fixes that many rules offer: another text in place of the wrong one.
import type { StringNode, UnknownNode } from '../syntax/tree';
import type { Span } from '../text/span';
import type { Fix } from './rule';

/** Puts another text in place of a string, or of a key. */
export function changeTo(node: StringNode | UnknownNode, text: string): Fix {
  return {
    title: `Change to "${text}"`,
    edit: (editor) => {
      editor.setString(node, text);
    },
  };
}

/**
 * Puts another text in place of a part of a string.
 *
 * @param within counts from the start of the string's value
 */
export function changeInside(node: StringNode, within: Span, text: string): Fix {
  return {
    title: `Change to "${text}"`,
    edit: (editor) => {
      editor.setString(node, node.value.slice(0, within.start) + text + node.value.slice(within.end));
    },
  };
}

/** The fix as the one to take: nothing but the slip itself can change. */
export function preferred(fix: Fix): Fix {
  return { ...fix, preferred: true };
}

/** With several names as near as each other, the person has to say which was meant. */
export function preferredIfOnly(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.length === 1 ? fixes.map(preferred) : fixes;
}
