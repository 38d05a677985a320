// New members of an object as lines, in which text of the document can stand as it was written.
import { stringify } from 'yaml';
import { isFlow, unitOf } from './layout';
import { blankLines, type Block } from './members';
import type { Node, Tree } from './tree';

/** A member: text of the document, or a name with what it holds. */
export type Composed = Block | { readonly name: string; readonly holds: Content };

/** A value as JSON has it, or what has text of the document in it. */
export type Content = { readonly value: unknown } | { readonly object: readonly Composed[] } | { readonly list: readonly (readonly Composed[])[] };

/** How new text has to look beside a node. */
export interface Style {
  readonly isBraced: boolean;
  readonly unit: string;
  spell(text: string): string;
}

/** The look of what goes into a node. */
export function styleOf(tree: Tree, node: Node): Style {
  return { isBraced: isFlow(tree, node), unit: unitOf(tree, node), spell: (text) => tree.embedding?.spell?.(text) ?? text };
}

/** A member that holds what is given, as lines. */
export function compose(style: Style, member: Composed): Block {
  return 'lines' in member ? member : { lines: style.isBraced ? braced(style, member.name, member.holds) : blocked(style, member.name, member.holds), tail: '' };
}

/** Properties of a value as members. */
export function membersOf(object: Readonly<Record<string, unknown>>): Composed[] {
  return Object.entries(object).map(([name, value]) => ({ name, holds: { value } }));
}

function braced(style: Style, name: string, holds: Content): string[] {
  const { unit, spell } = style;
  const key = `${spell(JSON.stringify(name))}: `;
  if ('value' in holds) {
    return spell(JSON.stringify(holds.value, undefined, unit)).split('\n').map((line, index) => (index === 0 ? key + line : line));
  }
  if ('object' in holds) {
    return [`${key}{`, ...inside(style, holds.object), '}'];
  }
  const items = holds.list.flatMap((members, index) => deeper(['{', ...inside(style, members), index < holds.list.length - 1 ? '},' : '}'], unit));
  return [`${key}[`, ...items, ']'];
}

function inside(style: Style, members: readonly Composed[]): string[] {
  return members.flatMap((member, index) => {
    const block = compose(style, member);
    const end = (index < members.length - 1 ? ',' : '') + block.tail;
    const lines = block.lines.map((line, at) => (at === block.lines.length - 1 ? line + end : line));
    return [...(index > 0 ? blankLines(block) : []), ...deeper(lines, style.unit)];
  });
}

function blocked(style: Style, name: string, holds: Content): string[] {
  const { unit } = style;
  if ('value' in holds) {
    return stringify({ [name]: holds.value }, { lineWidth: 0, compat: 'yaml-1.1', indent: unit.length }).trimEnd().split('\n');
  }
  const [key = ''] = stringify({ [name]: null }, { compat: 'yaml-1.1', nullStr: '' }).trimEnd().split('\n');
  const lines = (members: readonly Composed[]): string[] =>
    members.flatMap((member, index) => {
      const block = compose(style, member);
      return index > 0 ? [...blankLines(block), ...block.lines] : block.lines;
    });
  return 'object' in holds
    ? [key, ...deeper(lines(holds.object), unit)]
    : [key, ...deeper(holds.list.flatMap((members) => lines(members).map((line, index) => (index === 0 ? `- ${line}` : line === '' ? '' : `  ${line}`))), unit)];
}

function deeper(lines: readonly string[], unit: string): string[] {
  return lines.map((line) => (line === '' ? '' : unit + line));
}
