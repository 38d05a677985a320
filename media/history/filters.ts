// The fields that narrow down what is listed. The text is looked for by the extension, which has the inputs and outputs.
import type { EventRow, Found, VisitRow } from '../../client/src/webviews/history/messages';
import { h } from '../shared/dom';
import { icon } from '../shared/icons';
import { statuses, statusWord } from '../shared/run-status';
import { noFilters, type Filters } from './kept';

export class FilterBar {
  private readonly text = h('input', { type: 'search', class: 'entry', id: 'search', placeholder: 'Search names, inputs, outputs, errors', 'aria-label': 'Search', autocomplete: 'off', spellcheck: 'false' });
  private readonly status = h('select', { 'class': 'entry', 'id': 'filter-status', 'aria-label': 'Status' });
  private readonly type = h('select', { 'class': 'entry', 'id': 'filter-type', 'aria-label': 'Type' });
  private readonly state = h('select', { 'class': 'entry', 'id': 'filter-state', 'aria-label': 'State' });
  private readonly clear = h('button', { type: 'button', class: 'quiet', id: 'clear-filters', onclick: () => this.set({ ...noFilters }) }, 'Clear');
  readonly count = h('span', { class: 'faint', id: 'count', role: 'status' });
  readonly element = h('div', { class: 'filters', role: 'search', 'aria-label': 'Filter' }, h('span', { class: 'search' }, icon('search'), this.text), this.status, this.type, this.state, this.clear, this.count);
  private filters: Filters = noFilters;

  constructor(private readonly changed: (filters: Filters) => void) {
    for (const field of [this.text, this.status, this.type, this.state]) {
      field.addEventListener('input', () => this.take({ text: this.text.value, status: this.status.value, type: this.type.value, state: this.state.value }));
    }
    this.text.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.text.value !== '') {
        event.preventDefault();
        this.set({ ...this.filters, text: '' });
      }
    });
  }

  /** What can be chosen from, and what was chosen. */
  offer({ events, visits, isEvents, filters }: { readonly events: readonly EventRow[]; readonly visits: readonly VisitRow[]; readonly isEvents: boolean; readonly filters: Filters }): void {
    const used = new Set(visits.map(({ status }) => status));
    fill(this.status, 'Any status', statuses.filter((each) => used.has(each)).map((each) => [each, statusWord(each)]));
    fill(this.type, isEvents ? 'Any event' : 'Any type', sorted(isEvents ? events.map(({ type }) => type) : visits.map(({ type }) => type)));
    fill(this.state, 'Any state', sorted(visits.map(({ name }) => name)));
    this.show(filters);
  }

  set(filters: Filters): void {
    this.show(filters);
    this.changed(this.filters);
  }

  focus(): void {
    this.text.focus();
    this.text.select();
  }

  private take(filters: Filters): void {
    this.filters = filters;
    this.clear.hidden = isNothing(filters);
    this.changed(filters);
  }

  private show(filters: Filters): void {
    this.text.value = filters.text;
    this.status.value = filters.status;
    this.type.value = filters.type;
    this.state.value = filters.state;
    // What cannot be chosen any more is not chosen.
    this.filters = { text: filters.text, status: this.status.value, type: this.type.value, state: this.state.value };
    this.clear.hidden = isNothing(this.filters);
  }
}

/** The places of the visits that are left. */
export function visitsLeft(visits: readonly VisitRow[], { status, type, state }: Filters, found: Found | undefined): number[] {
  const wanted = found && new Set(found.visits);
  return [...visits.keys()].filter((at) => {
    const row = visits[at];
    return row !== undefined && (status === '' || row.status === status) && (type === '' || row.type === type) && (state === '' || row.name === state) && (!wanted || wanted.has(at));
  });
}

/** The places of the events that are left. */
export function eventsLeft(events: readonly EventRow[], visits: readonly VisitRow[], { status, type, state }: Filters, found: Found | undefined): number[] {
  const wanted = found && new Set(found.events);
  return [...events.keys()].filter((at) => {
    const row = events[at];
    const visit = row?.visit === undefined ? undefined : visits[row.visit];
    return row !== undefined && (status === '' || visit?.status === status) && (type === '' || row.type === type) && (state === '' || visit?.name === state) && (!wanted || wanted.has(at));
  });
}

function isNothing({ text, status, type, state }: Filters): boolean {
  return `${text}${status}${type}${state}` === '';
}

function sorted(names: readonly string[]): [string, string][] {
  return [...new Set(names)].sort((one, other) => one.localeCompare(other)).map((name) => [name, name]);
}

function fill(select: HTMLSelectElement, any: string, options: readonly (readonly [string, string])[]): void {
  select.replaceChildren(h('option', { value: '' }, any), ...options.map(([value, name]) => h('option', { value }, name)));
}
