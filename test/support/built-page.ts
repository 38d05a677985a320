// A page as it was built, in a real browser under its real policy. Only VS Code is missing, and this takes its place.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** What VS Code gives a page. As text: a function would be sent with the test runner's own helpers in it. */
const api = `(kept) => {
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.receiveMessage(message),
    getState: () => kept,
    setState: (value) => window.keepState((kept = value)),
  });
}`;

export interface BuiltPage {
  /** Of the bundle and its style: `study`. */
  readonly name: string;
  readonly origin: string;
  readonly html: string;
  /** What VS Code had kept for the page. */
  readonly state: unknown;
  /** Styles beside the page's own, by name. */
  readonly styles?: Readonly<Record<string, string>>;
  receive(message: unknown): void;
  keep(state: unknown): void;
}

/** Opens it, and gives what goes wrong in it: errors, and refusals of the policy. */
export async function openBuiltPage(page: Page, { name, origin, html, state, styles = {}, receive, keep }: BuiltPage): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.exposeFunction('receiveMessage', receive);
  await page.exposeFunction('keepState', keep);
  await page.addInitScript(`(${api})(${JSON.stringify(state) ?? 'undefined'})`);
  await page.route(`${origin}/**`, async (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    if (file === '') {
      await route.fulfill({ contentType: 'text/html', body: html });
    } else if (Object.hasOwn(styles, file)) {
      await route.fulfill({ contentType: 'text/css', body: styles[file] ?? '' });
    } else if (file === `${name}.js` || file === `${name}.css`) {
      await route.fulfill({
        contentType: file.endsWith('.js') ? 'text/javascript' : 'text/css',
        body: await readFile(new URL(`../../dist/media/${file}`, import.meta.url), 'utf8'),
      });
    } else {
      await route.fulfill({ status: 404 });
    }
  });
  await page.goto(`${origin}/`);
  return complaints;
}

/** How a page sends to one that is open; after it is closed nobody hears. */
export function postTo(page: Page): (message: unknown) => void {
  return (message) => void page.evaluate((data) => window.postMessage(data, '*'), message).catch(() => undefined);
}
