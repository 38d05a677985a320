// The history page: the states of a run, its events, and both over time, with what each was given and gave beside them.
import { Channel } from '../../client/src/webviews/channel';
import type { Found, HistoryHost, HistoryPage, ShownHistory, ShownRun } from '../../client/src/webviews/history/messages';
import { counted, h, type Child } from '../shared/dom';
import { acquirePage } from '../shared/page';
import { statusIcon, statusWord } from '../shared/run-status';
import { drawDetails } from './details';
import { eventsLeft, FilterBar, visitsLeft } from './filters';
import { drawHeader } from './header';
import { readKept, type Kept, type View } from './kept';
import { List } from './list';
import { Timeline } from './timeline';
import { clock, duration, notesOf, placeInWords } from './words';

const code = acquirePage<Kept>();
const page = document.querySelector('main') as HTMLElement;
let kept = readKept(code.getState());
let run: ShownRun | undefined;
let found: Found | undefined;

const header = h('header', {});
const filters = new FilterBar((next) => {
  keep({ filters: next });
  void search();
});
const visitAt = (at: number) => run?.visits[at];
const timeOf = (at: number | undefined): number | undefined => (at === undefined ? undefined : run?.events[at]?.time);

const states = new List({
  label: 'States',
  columns: [{ name: 'State', class: 'wide' }, { name: 'Status', class: 'status' }, { name: 'Type', class: 'type' }, { name: 'Start', class: 'time' }, { name: 'Took', class: 'took' }, { name: 'What happened', class: 'wide' }],
  cells(item): Child[][] {
    const row = visitAt(item);
    if (!row) {
      return [];
    }
    const [start, end] = [timeOf(row.from), timeOf(row.to)];
    const indent = h('span', { class: 'indent' });
    indent.style.width = `${String(Math.min(row.depth, 6) * 14)}px`;
    return [[indent, row.name, row.where !== '' && h('span', { class: 'faint where' }, placeInWords(row.where))], [statusIcon(row.status), statusWord(row.status)], [row.type], [start === undefined ? '' : clock(start)], [start === undefined || end === undefined ? '' : duration(end - start)], [notesOf(row)]];
  },
  look: (item) => `ran ${visitAt(item)?.status.toLowerCase() ?? ''}`,
  choose: (item) => chooseVisit(item),
  open: (item) => host.tell('reveal', { visit: item }),
});
const events = new List({
  label: 'Events',
  columns: [{ name: 'Event', class: 'number' }, { name: 'Type', class: 'wide' }, { name: 'State', class: 'wide' }, { name: 'Time', class: 'time' }, { name: 'What it tells', class: 'wide' }],
  cells(item): Child[][] {
    const row = run?.events[item];
    return row ? [[String(row.id)], [row.type], [row.visit === undefined ? '' : (visitAt(row.visit)?.name ?? '')], [row.time === undefined ? '' : clock(row.time)], [row.words]] : [];
  },
  look: (item) => (/(?:Failed|TimedOut|Aborted)$/.test(run?.events[item]?.type ?? '') ? 'ran failed' : ''),
  choose: (item) => chooseEvent(item),
  open(item) {
    const visit = run?.events[item]?.visit;
    if (visit !== undefined) {
      host.tell('reveal', { visit });
    }
  },
});
const timeline = new Timeline({ choose: (visit) => chooseVisit(visit), open: (visit) => host.tell('reveal', { visit }), zoomed: (zoom) => keep({ zoom }) }, kept.zoom);

const tab = (view: View, name: string): HTMLButtonElement => h('button', { 'type': 'button', 'role': 'tab', 'id': `tab-${view}`, 'aria-controls': 'view', 'onclick': () => show(view) }, name);
const tabs = { states: tab('states', 'States'), timeline: tab('timeline', 'Timeline'), events: tab('events', 'Events') };
const zoomButton = (id: string, name: string, text: string, press: () => void): HTMLElement => h('button', { type: 'button', class: 'quiet', id, title: name, 'aria-label': name, onclick: press }, text);
const axisButton = h('button', { type: 'button', class: 'quiet', id: 'axis', onclick: () => turnAxis() });
const zoomBar = h('div', { class: 'zoom', role: 'group', 'aria-label': 'Timeline' }, axisButton, zoomButton('zoom-out', 'Zoom out (-)', '−', () => timeline.zoomBy(0.5)), zoomButton('zoom-in', 'Zoom in (+)', '+', () => timeline.zoomBy(2)), zoomButton('zoom-fit', 'Fit (0)', 'Fit', () => timeline.fit()));
const tabList = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'View' }, tabs.states, tabs.timeline, tabs.events);
const view = h('section', { class: 'view', role: 'tabpanel', id: 'view' });
const details = h('aside', { 'class': 'details', 'aria-labelledby': 'details-title' }, h('h2', { id: 'details-title' }, 'Details'), h('p', { class: 'faint' }, 'Choose a state or an event to see what it was given and gave.'));
const body = h('div', { class: 'body' }, view, details);
const trouble = h('p', { class: 'trouble', role: 'status', hidden: true });
page.append(header, trouble, h('div', { class: 'tools', id: 'tools' }, tabList, filters.element, zoomBar), body);

const host = new Channel<HistoryPage, HistoryHost>((message) => code.postMessage(message), {
  changed: () => void refresh(),
  moment: ({ at }) => goTo(at),
});
window.addEventListener('message', (event) => void host.receive(event.data));

async function refresh(): Promise<void> {
  try {
    await take(await host.ask('history'));
  } catch (error) {
    tell(`The history could not be shown: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function take(shown: ShownHistory): Promise<void> {
  document.title = shown.file;
  run = shown.run;
  tell(shown.trouble ?? '');
  for (const part of [document.getElementById('tools'), body, header]) {
    part?.toggleAttribute('hidden', !run);
  }
  if (run) {
    header.replaceChildren(...drawHeader(shown.file, run, { showGraph: () => host.tell('showGraph'), replay: () => host.tell('replay'), chooseDefinition: () => host.tell('chooseDefinition'), chooseRun: () => host.tell('chooseRun') }));
    // Nothing is chosen before the reader has, here or on the graph.
    await search(kept.at ?? (run.at < run.events.length - 1 ? run.at : undefined));
  }
  page.dataset['drawn'] = String(Number(page.dataset['drawn'] ?? 0) + 1);
}

/** Looks for the text, and lists what is left. */
async function search(at = kept.at): Promise<void> {
  const { text } = kept.filters;
  const answer = text.trim() === '' ? undefined : await host.ask('search', { text });
  // Somebody has typed on meanwhile.
  if (text === kept.filters.text) {
    found = answer;
    show(kept.view);
    if (at !== undefined) {
      goTo(at);
    }
  }
}

function show(next: View): void {
  if (!run) {
    return;
  }
  const isOther = next !== kept.view;
  keep({ view: next, ...(isOther && (next === 'events' || kept.view === 'events') && { filters: { ...kept.filters, type: '' } }) });
  for (const [name, button] of Object.entries(tabs)) {
    button.setAttribute('aria-selected', String(name === next));
    button.tabIndex = name === next ? 0 : -1;
  }
  view.setAttribute('aria-labelledby', `tab-${next}`);
  filters.offer({ events: run.events, visits: run.visits, isEvents: next === 'events', filters: kept.filters });
  zoomBar.hidden = next !== 'timeline';
  const shown = next === 'states' ? states.element : next === 'events' ? events.element : timeline.element;
  if (view.firstElementChild !== shown) {
    view.replaceChildren(shown);
  }
  const left = next === 'events' ? eventsLeft(run.events, run.visits, kept.filters, found) : visitsLeft(run.visits, kept.filters, found);
  if (next === 'states') {
    states.fill(left);
  } else if (next === 'events') {
    events.fill(left);
  } else {
    axisButton.textContent = byTime() ? 'By time' : 'By event';
    axisButton.title = byTime() ? 'Laid out by time; change to the order of events' : 'Laid out by the order of events; change to time';
    timeline.fill({ visits: run.visits, lanes: run.lanes, times: run.events.map(({ time }) => time) }, left, byTime());
  }
  const all = next === 'events' ? run.events.length : run.visits.length;
  const what = counted(all, next === 'events' ? 'event' : 'state');
  filters.count.textContent = left.length === all ? what : `${String(left.length)} of ${what}`;
  mark();
}

/** By time where the reader has not said, unless all went by in none. */
function byTime(): boolean {
  return kept.byTime ?? (run?.start !== undefined && run.end !== undefined && run.end > run.start);
}

function turnAxis(): void {
  keep({ byTime: !byTime() });
  show('timeline');
}

function chooseVisit(visit: number): void {
  const row = visitAt(visit);
  if (row && run) {
    const at = row.to ?? run.events.length - 1;
    choose(at, visit);
  }
}

function chooseEvent(at: number): void {
  choose(at, run?.events[at]?.visit);
}

function choose(at: number, visit: number | undefined): void {
  const isOther = at !== kept.at;
  keep({ visit, at });
  mark();
  if (isOther) {
    host.tell('moment', { at });
  }
  void showDetails();
}

/** To an event that somebody else has come to. */
function goTo(at: number): void {
  const event = run?.events[at];
  // The last event of a chosen visit belongs to it, even where AWS tells it of the whole run.
  const own = kept.visit === undefined ? undefined : visitAt(kept.visit);
  const stays = own !== undefined && own.to === at;
  keep({ at, visit: stays ? kept.visit : event?.visit });
  mark();
  void showDetails();
}

function mark(): void {
  if (kept.view === 'states') {
    states.mark(kept.visit);
  } else if (kept.view === 'events') {
    events.mark(kept.at);
  } else {
    timeline.mark(kept.visit);
  }
}

async function showDetails(): Promise<void> {
  const { at, visit, view: shown } = kept;
  if (at === undefined) {
    return;
  }
  const params = { at, ...(shown !== 'events' && visit !== undefined && { visit }) };
  const answer = await host.ask('details', params);
  if (kept.at !== at || kept.view !== shown) {
    return;
  }
  const scrolled = details.scrollTop;
  details.replaceChildren(
    ...drawDetails(answer, {
      isClosed: (part) => kept.closed.includes(part),
      toggle: (part, isClosed) => keep({ closed: isClosed ? [...new Set([...kept.closed, part])] : kept.closed.filter((each) => each !== part) }),
      open: (kind) => host.tell('open', { ...params, kind }),
    }),
  );
  details.scrollTop = scrolled;
}

function tell(text: string): void {
  trouble.textContent = text;
  trouble.hidden = text === '';
}

function keep(change: { [K in keyof Kept]?: Kept[K] | undefined }): void {
  kept = Object.fromEntries(Object.entries({ ...kept, ...change }).filter(([, value]) => value !== undefined)) as Kept;
  // Not with every step of the wheel or of a held key: it goes to another process.
  storing ??= window.setTimeout(store, 100);
}

let storing: number | undefined;

function store(): void {
  clearTimeout(storing);
  storing = undefined;
  code.setState(kept);
}

document.addEventListener('visibilitychange', store);

tabList.addEventListener('keydown', ({ key }) => {
  const order = Object.keys(tabs) as View[];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  const next = step === undefined ? undefined : order[(order.indexOf(kept.view) + step + order.length) % order.length];
  if (next) {
    show(next);
    tabs[next].focus();
    void showDetails();
  }
});

document.addEventListener('keydown', (event) => {
  const { key, target } = event;
  const isFind = key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
  if (isFind || (key === '/' && !isField && !event.ctrlKey && !event.metaKey && !event.altKey)) {
    event.preventDefault();
    event.stopPropagation();
    filters.focus();
    return;
  }
  if (isField || event.ctrlKey || event.metaKey || event.altKey || kept.view !== 'timeline') {
    return;
  }
  const zooms: Record<string, () => void> = { '+': () => timeline.zoomBy(2), '=': () => timeline.zoomBy(2), '-': () => timeline.zoomBy(0.5), '0': () => timeline.fit() };
  const zoom = Object.hasOwn(zooms, key) ? zooms[key] : undefined;
  if (zoom) {
    event.preventDefault();
    zoom();
  }
});

void refresh();
