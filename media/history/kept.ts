// What the page keeps of its own, for when it is hidden and for when the window comes back.

export type View = 'states' | 'timeline' | 'events';

export type Filters = {
  text: string;
  status: string;
  /** The type of the state; of an event where events are listed. */
  type: string;
  state: string;
};

export type Kept = {
  view: View;
  filters: Filters;
  /** The event and the visit that the reader has come to, by their places. */
  at?: number;
  visit?: number;
  /** How much larger than the page the timeline is. */
  zoom: number;
  /** Whether it is laid out by time; else by the order of the events. Left out while the reader has not said. */
  byTime?: boolean;
  /** Parts of the details that are closed. */
  closed: readonly string[];
};

export const noFilters: Filters = { text: '', status: '', type: '', state: '' };

export function readKept(value: unknown): Kept {
  const kept = (value ?? {}) as Partial<Kept>;
  return { ...kept, view: kept.view ?? 'states', filters: { ...noFilters, ...kept.filters }, zoom: typeof kept.zoom === 'number' ? kept.zoom : 1, closed: Array.isArray(kept.closed) ? kept.closed : [] };
}
