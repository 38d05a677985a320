// The graph page as it was built, in a real browser under its real policy, with its worker. What answers it is the server's own feature,
// here in the test's process; only VS Code is missing.
import type { Browser, Page } from 'playwright-core';
import { Channel } from '../../../client/src/webviews/channel';
import type { GraphDirection, GraphHost, GraphPage, RunPicture, SavedPicture, Shown } from '../../../client/src/webviews/graph/messages';
import { pageHtml } from '../../../client/src/webviews/html';
import { AslDocument } from '../../../server/src/analysis/document';
import { graph } from '../../../server/src/features/graph/graph';
import type { GraphPosition } from '../../../server/src/protocol/graph';
import { openBuiltPage, postTo } from '../../support/built-page';
import { services } from '../../support/services';
import { themes, type ThemeName } from './themes';

const origin = 'http://graph.test';

export type OpenGraph = {
  page: Page;
  /** What the page had done: `reveal 3`, `open 3`, `turn right`, `mermaid`, `save svg`; lines count from zero. */
  done: string[];
  saved: SavedPicture[];
  /** Anything that went wrong in the page: an error, a refusal of the policy. */
  complaints: string[];
  /** Another text in the editor; resolves once it has been asked for and drawn, or marked stale. */
  edit(text: string): Promise<void>;
  cursor(position: GraphPosition): void;
  /** Shows a run, or takes it off. */
  run(picture: RunPicture | undefined): void;
  state(): unknown;
};

type Options = { state?: unknown; yaml?: boolean; width?: number; height?: number; theme?: ThemeName; motion?: boolean; direction?: GraphDirection; forcedColors?: boolean; caption?: Shown['caption'] };

export async function openGraph(browser: Browser, source: string, { state, yaml = false, width = 700, height = 800, theme = 'light', motion = false, direction = 'down', forcedColors = false, caption }: Options = {}): Promise<OpenGraph> {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: motion ? 'no-preference' : 'reduce', ...(forcedColors && { forcedColors: 'active' }) });
  const done: string[] = [];
  const saved: SavedPicture[] = [];
  let text = source;
  let place: GraphPosition | undefined;
  let kept = state;
  let shownRun: RunPicture | undefined;
  const host = new Channel<GraphHost, GraphPage>(postTo(page), {
    graph() {
      const document = new AslDocument(text, yaml ? 'yaml' : 'json', { services });
      const offset = place && text.split('\n').slice(0, place.line).join('\n').length + 1 + place.character;
      const drawn = graph(document, (_rule, error) => { throw error; }, offset === undefined ? {} : { offset });
      return { uri: 'file:///test.asl.json', file: 'test.asl.json', direction, ...(drawn && { graph: drawn }), ...(place && { cursor: place }), ...(caption && { caption }), ...(shownRun && { run: shownRun }) };
    },
    reveal: ({ range, open }) => done.push(`${open ? 'open' : 'reveal'} ${String(range.start.line)}`),
    turn: ({ direction: way }) => done.push(`turn ${way}`),
    copyMermaid: () => done.push('mermaid'),
    moment: ({ at }) => done.push(`moment ${String(at)}`),
    showHistory: () => done.push('history'),
    leaveRun: () => done.push('leave run'),
    save(picture) {
      done.push(`save ${picture.kind}`);
      saved.push(picture);
    },
  });
  const { kind, colors } = themes[theme];
  const html = pageHtml('graph', 'Graph', { address: (name) => `${origin}/${name}`, origin }, { computes: true });
  const complaints = await openBuiltPage(page, {
    name: 'graph',
    origin,
    html: html.replace('<body>', `<body class="${kind}">`).replace('</head>', `<link rel="stylesheet" href="${origin}/theme.css"></head>`),
    state,
    styles: { 'theme.css': `:root{${Object.entries(colors).map(([name, color]) => `--vscode-${name}:${color}`).join(';')}}` },
    receive: (message) => void host.receive(message),
    keep: (value) => void (kept = value),
  });
  await page.locator('main[data-drawn], .notice:not([hidden])').first().waitFor();
  return {
    page,
    done,
    saved,
    complaints,
    async edit(next) {
      text = next;
      const before = await drawings(page);
      host.tell('changed');
      await page.waitForFunction((count) => (document.querySelector('main')?.dataset['drawn'] ?? '0') !== count || document.querySelector('.stale') !== null, before);
    },
    cursor(position) {
      place = position;
      host.tell('cursor', { position });
    },
    run(picture) {
      shownRun = picture;
      host.tell('run', picture ? { run: picture } : {});
    },
    state: () => kept,
  };
}

/** How often the page has drawn. */
export function drawings(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('main')?.dataset['drawn'] ?? '0');
}
