// A state is led to no more: the catchers, the choice rules and the `Default` that name it are taken out of the states that have them.
import type { Reference, State } from '../../model/machine';
import type { TreeEditor } from '../../syntax/editor';
import { items, member, property, type ArrayNode, type Node, type ObjectProperty } from '../../syntax/tree';
import { notWritten, quoted } from './refactoring';

/** Why some places can't just cease to lead to a state; `undefined` where they can. */
export function whyBound(state: State, references: readonly Reference[]): string | undefined {
  for (const reference of references) {
    const { from, kind } = reference;
    const entry = from ? entryOf(reference) : undefined;
    if (!from || kind === 'StartAt') {
      return `The run can't end where it leads to ${quoted(state)} now: only "Next" can become "End".`;
    }
    if (!entry || entry.span.start < from.property.span.start || entry.span.end > from.property.span.end) {
      return notWritten;
    }
    if (kind === 'Default' && state.type !== 'Fail') {
      return `${quoted(from)} can't end where it leads to ${quoted(state)} now, and without "Default" the run would fail there.`;
    }
    if (kind === 'choice rule') {
      const rules = items(from.node && member(from.node, 'Choices'));
      if (rules.every((rule) => references.some((each) => entryOf(each) === rule))) {
        return `${quoted(from)} would have no rule left.`;
      }
      if (state.type !== 'Fail' && from.node && !property(from.node, 'Default')) {
        return `${quoted(from)} has no "Default", so the run would fail where it leads to ${quoted(state)} now.`;
      }
    }
  }
  return undefined;
}

/** Takes out what leads to the state. A list of catchers that becomes empty goes as a whole. */
export function detach(editor: TreeEditor, references: readonly Reference[]): void {
  const lists = new Map<ArrayNode, Node[]>();
  for (const entry of references.map(entryOf)) {
    if (entry?.kind === 'property') {
      editor.remove(entry);
    } else if (entry?.parent?.kind === 'array') {
      lists.set(entry.parent, [...(lists.get(entry.parent) ?? []), entry]);
    }
  }
  for (const [list, entries] of lists) {
    if (entries.length === list.items.length && list.parent?.kind === 'property') {
      editor.remove(list.parent);
    } else {
      editor.removeAll(list, entries);
    }
  }
}

/** What goes where a place leads nowhere: the whole catcher or rule, or the field itself. */
function entryOf({ kind, node }: Reference): Node | ObjectProperty | undefined {
  const holder = node.parent?.kind === 'property' ? node.parent : undefined;
  return kind === 'catcher' || kind === 'choice rule' ? (holder?.parent.parent?.kind === 'array' ? holder.parent : undefined) : holder;
}
