// What is shown beside the list: one visit or event in all its parts, and key by key what is other in its output.
import type { Change, Details, Part } from '../../client/src/webviews/history/messages';
import { counted, h } from '../shared/dom';

export type DetailsUse = {
  isClosed(part: string): boolean;
  toggle(part: string, isClosed: boolean): void;
  /** Shows a whole value in an editor. */
  open(kind: Part['kind']): void;
};

const changeWords = { added: 'Added', removed: 'Removed', changed: 'Changed' };

export function drawDetails(details: Details, use: DetailsUse): HTMLElement[] {
  const { title, parts, changes } = details;
  return [
    h('h2', { id: 'details-title' }, title),
    ...parts.filter(({ kind }) => kind === 'error').map((part) => drawPart(part, use)),
    ...(changes ? [drawChanges(changes, use)] : []),
    ...parts.filter(({ kind }) => kind !== 'error').map((part) => drawPart(part, use)),
  ];
}

function drawPart({ kind, name, text, note, isWhole }: Part, use: DetailsUse): HTMLElement {
  return folding(
    kind,
    name,
    [
      note !== undefined && h('p', { class: 'faint' }, note),
      h('pre', { tabindex: 0, role: 'region', 'aria-label': name }, text),
      !isWhole && h('p', { class: 'faint' }, 'The rest is too long for this page.'),
      kind !== 'attempts' && h('button', { type: 'button', class: 'quiet', 'aria-label': `Open in editor: ${name.toLowerCase()}`, onclick: () => use.open(kind) }, 'Open in editor'),
    ],
    use,
  );
}

function drawChanges({ list, isAll }: { readonly list: readonly Change[]; readonly isAll: boolean }, use: DetailsUse): HTMLElement {
  if (list.length === 0) {
    return folding('changes', 'From input to output: the same', [h('p', { class: 'faint' }, 'The output is what was put in.')], use);
  }
  return folding(
    'changes',
    `From input to output: ${isAll ? '' : 'more than '}${counted(list.length, 'change')}`,
    [
      h(
        'table',
        { class: 'changes' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, 'Where'), h('th', { scope: 'col' }, 'What'), h('th', { scope: 'col' }, 'Input'), h('th', { scope: 'col' }, 'Output'))),
        h('tbody', {}, ...list.map(({ path, kind, before, after }) => h('tr', { class: kind }, h('td', {}, h('code', {}, path)), h('td', {}, changeWords[kind]), h('td', { class: 'before' }, before ?? '–'), h('td', { class: 'after' }, after ?? '–')))),
      ),
    ],
    use,
  );
}

function folding(kind: string, name: string, content: Parameters<typeof h>[2][], use: DetailsUse): HTMLElement {
  const element = h('details', { 'class': `part ${kind}`, 'open': !use.isClosed(kind), 'data-part': kind }, h('summary', {}, name), ...content);
  element.addEventListener('toggle', () => use.toggle(kind, !element.open));
  return element;
}
