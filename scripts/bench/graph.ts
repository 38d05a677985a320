// The graph from a text to its picture: what the server takes in a warm process, and what the built page takes in a real browser, with its
// worker and under its policy, until everything that is seen is laid out there.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { AslDocument } from '../../server/src/analysis/document';
import type { Graph } from '../../server/src/protocol/graph';
import { pageHtml } from '../../client/src/webviews/html';
import { launchBrowser } from '../vscode/browser.mjs';
import { builtCore, type Core } from './core';
import { medianOf } from './measure';
import { mixedMachineOf } from './samples';

const origin = 'http://graph.bench';
const sizes = [50, 300, 1_000, 3_000];
const runs = 5;

export async function benchGraph(): Promise<void> {
  const core = await builtCore();
  const browser = await launchBrowser();
  try {
    for (const size of sizes) {
      const text = mixedMachineOf(size);
      const [graph] = drawn(core, text);
      const server = await medianOf(() => timed(() => drawn(core, text)), runs);
      const page = await openPage(browser);
      // Nothing of the picture before is of use for the next one: they differ in the length of every name.
      let length = 0;
      const whole = await medianOf(() => draw(page, renamed(graph, ++length)), runs);
      console.log(row(`${String(size)} states`, server, whole));
      await draw(page, graph);
      const edits = editsOf(core, text);
      let edited: Graph = graph;
      const afterEdit = await medianOf(() => timed(() => (edited = edits())), runs);
      const redrawn = await medianOf(() => {
        edited = edits();
        return draw(page, edited);
      }, runs);
      console.log(row('  after an edit of one state', afterEdit, redrawn));
      console.log(`  ${'scrolled, a frame'.padEnd(38)} ${(await scrolled(page)).toFixed(1).padStart(8)} ms`);
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

function row(title: string, server: number, page: number): string {
  return `${title.padEnd(40)} ${(server + page).toFixed(1).padStart(8)} ms: server ${server.toFixed(1)}, page ${page.toFixed(1)}`;
}

const failed = (_rule: unknown, error: unknown): never => {
  throw error;
};

function drawn({ AslDocument, graph }: Core, text: string, before?: AslDocument): [Graph, AslDocument] {
  const document = new AslDocument(text, 'json', {}, before);
  const found = graph(document, failed);
  if (!found) {
    throw new Error('The sample has no graph.');
  }
  return [found, document];
}

/** Each call gives a state in the middle another name, by turns a longer and a shorter one. */
function editsOf(core: Core, text: string): () => Graph {
  const name = `Step ${String(Math.floor((text.match(/"Step \d+": \{/g)?.length ?? 0) / 2))}`;
  let [, document] = drawn(core, text);
  let count = 0;
  return () => {
    const typed = text.replaceAll(`"${name}"`, `"${name}${' of a longer name'.repeat(++count % 3)}"`);
    const [graph, next] = drawn(core, typed, document);
    document = next;
    return graph;
  };
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  run();
  return Promise.resolve(performance.now() - start);
}

function renamed(graph: Graph, length: number): Graph {
  const { nodes } = graph.scope;
  return { ...graph, scope: { ...graph.scope, nodes: nodes.map((node) => ({ ...node, name: `${node.name} ${'n'.repeat(length * 2)}` })) } };
}

/** What VS Code gives a page; it is answered inside the page, so that no other process is measured. */
const api = `
  window.acquireVsCodeApi = () => ({
    getState: () => undefined,
    setState: () => undefined,
    postMessage({ kind, id, wire }) {
      if (kind === 'ask') {
        window.postMessage({ kind: 'answer', wire, id, value: { uri: 'bench:', file: 'bench', direction: 'down', ...(window.graph && { graph: window.graph }) } }, '*');
      }
    },
  });
  window.draw = (graph) => new Promise((resolve) => {
    window.graph = graph;
    const main = document.querySelector('main');
    const start = performance.now();
    new MutationObserver((_changes, observer) => {
      observer.disconnect();
      // The mark is set before the view is; both are in the same task.
      queueMicrotask(() => {
        document.querySelector('.box').getBoundingClientRect();
        resolve(performance.now() - start);
      });
    }).observe(main, { attributes: true, attributeFilter: ['data-drawn'] });
    window.postMessage({ wire: 'stepwise/1', kind: 'tell', name: 'changed' }, '*');
  });
  window.scroll = async () => {
    const room = document.querySelector('.room');
    const frames = [];
    let last = performance.now();
    for (let index = 0; index < 30; index++) {
      room.dispatchEvent(new WheelEvent('wheel', { deltaY: 300, bubbles: true, cancelable: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(performance.now() - last);
      last = performance.now();
    }
    return frames.sort((one, other) => one - other)[15];
  };
`;

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 700, height: 900 } });
  await page.addInitScript(api);
  await page.route(`${origin}/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file === '') {
      await route.fulfill({ contentType: 'text/html', body: pageHtml('graph', 'Graph', { address: (name) => `${origin}/${name}`, origin }, { computes: true }) });
    } else {
      const body = await readFile(join(import.meta.dirname, '../../dist/media', file), 'utf8');
      await route.fulfill({ contentType: file.endsWith('.js') ? 'text/javascript' : 'text/css', body });
    }
  });
  await page.goto(`${origin}/`);
  await page.locator('.notice:not([hidden])').waitFor();
  return page;
}

function draw(page: Page, graph: Graph): Promise<number> {
  return page.evaluate(([value]) => (window as unknown as { draw(graph: unknown): Promise<number> }).draw(value), [graph] as const);
}

function scrolled(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { scroll(): Promise<number> }).scroll());
}
