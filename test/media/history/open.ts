// The history page as it was built, in a real browser under its real policy. What answers it is what the extension answers with; only VS
// Code is missing.
import type { Browser, Page } from 'playwright-core';
import { eventDetails, visitDetails } from '../../../client/src/history/details';
import { eventsOfRun, readHistory } from '../../../client/src/history/read';
import { rowsOf } from '../../../client/src/history/rows';
import { search } from '../../../client/src/history/search';
import { Tracker } from '../../../client/src/history/tracker';
import { Channel } from '../../../client/src/webviews/channel';
import type { HistoryHost, HistoryPage, ShownRun } from '../../../client/src/webviews/history/messages';
import { pageHtml } from '../../../client/src/webviews/html';
import { openBuiltPage, postTo } from '../../support/built-page';
import { themes, type ThemeName } from '../graph/themes';

const origin = 'http://history.test';

export type OpenHistory = {
  page: Page;
  /** What the page had done: `moment 3`, `reveal 2`, `open output`, `graph`, `replay`, `choose definition`, `choose run`. */
  done: string[];
  complaints: string[];
  /** Somebody else comes to an event. */
  goTo(at: number): void;
  state(): unknown;
};

type Options = { state?: unknown; width?: number; height?: number; theme?: ThemeName; forcedColors?: boolean; definition?: ShownRun['definition'] };

export async function openHistory(browser: Browser, text: string, { state, width = 1100, height = 700, theme = 'light', forcedColors = false, definition = { file: 'train.asl.json' } }: Options = {}): Promise<OpenHistory> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', ...(forcedColors && { forcedColors: 'active' }) });
  const done: string[] = [];
  let kept = state;
  const read = readHistory(text);
  const tracker = typeof read === 'string' ? undefined : new Tracker(eventsOfRun(read, read.runs[0] ?? ''));
  const host = new Channel<HistoryHost, HistoryPage>(postTo(page), {
    history: () => ({ uri: 'file:///run-history.json', file: 'run-history.json', ...(typeof read === 'string' || !tracker ? { trouble: String(read) } : { run: { ...rowsOf(tracker), name: '', runs: read.runs.length, notes: read.notes, at: tracker.events.length - 1, definition } }) }),
    details({ at, visit }) {
      const [of, event] = [visit === undefined ? undefined : tracker?.visits[visit], tracker?.events[at]];
      return tracker && of ? visitDetails(of, tracker) : event ? eventDetails(event) : { title: '', parts: [] };
    },
    search: ({ text: wanted }) => (tracker ? search(tracker, wanted) : { events: [], visits: [] }),
    moment: ({ at }) => done.push(`moment ${String(at)}`),
    showGraph: () => done.push('graph'),
    replay: () => done.push('replay'),
    chooseDefinition: () => done.push('choose definition'),
    chooseRun: () => done.push('choose run'),
    reveal: ({ visit }) => done.push(`reveal ${String(visit)}`),
    open: ({ kind }) => done.push(`open ${kind}`),
  });
  const { kind, colors } = themes[theme];
  const complaints = await openBuiltPage(page, {
    name: 'history',
    origin,
    html: pageHtml('history', 'History', { address: (name) => `${origin}/${name}`, origin }).replace('<body>', `<body class="${kind}">`).replace('</head>', `<link rel="stylesheet" href="${origin}/theme.css"></head>`),
    state,
    styles: { 'theme.css': `:root{${Object.entries(colors).map(([name, color]) => `--vscode-${name}:${color}`).join(';')}}` },
    receive: (message) => void host.receive(message),
    keep: (value) => void (kept = value),
  });
  await page.locator('main[data-drawn]').waitFor();
  return { page, done, complaints, goTo: (at) => host.tell('moment', { at }), state: () => kept };
}
