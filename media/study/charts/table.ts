// What a drawing shows, as a table behind a toggle.

import { h } from '../../shared/dom';

/** `id` keeps it open when the screen is drawn again. The first column names its row. */
export function dataTable(id: string, title: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): HTMLElement {
  const line = ([first = '', ...rest]: readonly (string | number)[]) => h('tr', {}, h('th', { scope: 'row' }, String(first)), ...rest.map((each) => h('td', {}, String(each))));
  const table = h(
    'table',
    {},
    h('caption', { class: 'unseen' }, title),
    h('thead', {}, h('tr', {}, ...columns.map((column) => h('th', { scope: 'col' }, column)))),
    h('tbody', {}, ...rows.map(line)),
  );
  return h('details', { class: 'group data', id }, h('summary', {}, 'As a table'), h('div', { class: 'table', tabindex: 0, role: 'group', 'aria-label': title }, table));
}
