// Helpers for tests that drive VS Code's page as a person does: keys, clicks, and what is there to see.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../scripts/vscode/browser.mjs';
import { installServer } from '../../scripts/vscode/install.mjs';
import { leanArguments, leanSettings, still } from '../../scripts/vscode/lean.mjs';
import { root } from '../../scripts/vscode/paths.mjs';
import { linkExtension, writeSettings } from '../../scripts/vscode/profile.mjs';
import { serve } from '../../scripts/vscode/serve.mjs';

/** A running VS Code with a folder that may be changed at will. */
export type Editor = {
  /** A copy of `examples/`. */
  folder: string;
  profile: string;
  /** Opens the folder in a window with a memory of its own. */
  open(): Promise<Page>;
  write(name: string, text: string): Promise<void>;
  /** The text of a file as it is saved. */
  read(name: string): Promise<string>;
  stop(): Promise<void>;
};

const pictures = join(root, 'out', 'screenshots');
const wantsPictures = Boolean(process.env['STEPWISE_PICTURES']);
const themes = { light: 'Light 2026', dark: 'Dark 2026', contrast: 'Default High Contrast' };

/** What a picture needs: no blinking, no hovers left behind, and a file for each window to itself. */
const settings = {
  'editor.cursorBlinking': 'solid',
  'files.autoSave': 'off',
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never',
  'workbench.colorTheme': themes.light,
  'workbench.reduceMotion': 'on',
};

/**
 * Starts VS Code with the extension: the checkout, unless `prepare` puts another one into the profile. `lean` leaves out what tests can do without.
 */
export async function startEditor({ prepare = (profile: string) => linkExtension(profile, root), lean = false } = {}): Promise<Editor> {
  await installServer();
  const home = await mkdtemp(join(tmpdir(), 'stepwise-'));
  const [folder, profile] = [join(home, 'examples'), join(home, 'profile')];
  await cp(join(root, 'examples'), folder, { recursive: true });
  await writeSettings(profile, { ...settings, ...(lean && !wantsPictures && leanSettings) });
  await prepare(profile);
  const server = await serve({ profile, args: lean ? await leanArguments(profile) : [] });
  const browser: Browser = await launchBrowser();
  return {
    folder,
    profile,
    write: (name, text) => writeFile(join(folder, name), text),
    read: (name) => readFile(join(folder, name), 'utf8'),
    async open() {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      // Shorter than a test may take, so that what was waited for in vain is named.
      page.setDefaultTimeout(25_000);
      await keepWorkers(page);
      if (lean) {
        await still(page);
      }
      await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
      await page.locator('.explorer-folders-view').getByText('train-model.asl.json').waitFor();
      // With the extension's icon its commands are there too.
      await page.locator('.activitybar').getByRole('tab', { name: 'Study' }).waitFor();
      return page;
    },
    async stop() {
      await browser.close();
      await server.stop();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Loads the window again, as it was. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator('.explorer-folders-view').getByText('train-model.asl.json').or(page.locator('iframe.webview')).first().waitFor();
}

/** Loads the window again by VS Code's own command, which first writes down what is open. */
export async function reloadByCommand(page: Page): Promise<void> {
  const title = 'Developer: Reload Window';
  await openQuickInput(page, 'F1');
  await quickInput(page).fill(`>${title}`);
  const entry = page.locator('.quick-input-list .monaco-list-row').filter({ has: page.locator('.label-name', { hasText: exactly(title) }) });
  await Promise.all([page.waitForEvent('load'), entry.first().click()]);
}

/**
 * Has the worker of the webviews stay as it is after a reload. VS Code asks the browser for an update of it, which takes five seconds right
 * after the start. To be rid of the worker instead is no way: of two webviews that load while it comes, one can be too late to be asked and
 * too early to be claimed, and then waits for it for good and stays empty. Plain pages with VS Code's worker do so too.
 */
async function keepWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    ServiceWorkerRegistration.prototype.update = function () {
      return Promise.resolve(this);
    };
  });
}

/** Runs a command by the name that the palette shows. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await openQuickInput(page, 'F1');
  await pick(page, `>${title}`, title);
}

/** Opens a file of the folder. By its path: of one that was just written, neither the explorer nor the search by name need have heard. */
export async function openFile(page: Page, name: string): Promise<void> {
  await openQuickInput(page, 'Control+p');
  await pick(page, `${new URL(page.url()).searchParams.get('folder')}/${name}`, name);
  await page.locator('.tab.active').getByText(name).waitFor();
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** Presses the key again if it was not heard: a view that is just coming takes the focus for itself. */
async function openQuickInput(page: Page, key: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await page.keyboard.press(key);
    try {
      await quickInput(page).waitFor({ timeout: 5000 });
      return;
    } catch {
      // Once more.
    }
  }
  throw new Error(`${key} opens nothing.`);
}

function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget .quick-input-box input');
}

/** Types into the open quick input and takes the entry of that label. */
export async function pick(page: Page, filter: string, label: string): Promise<void> {
  await quickInput(page).fill(filter);
  await page.locator('.quick-input-list .monaco-list-row').filter({ has: page.locator('.label-name', { hasText: exactly(label) }) }).first().click();
  // It closes, or the next question takes its place.
  await page.waitForFunction((asked) => {
    const input = document.querySelector<HTMLInputElement>('.quick-input-widget .quick-input-box input');
    return !input?.checkVisibility() || input.value !== asked;
  }, filter);
}

/** Matches an element's whole text. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
}

/** Saves the file in the editor, and waits until it is. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.locator('.tab.active:not(.dirty)').waitFor();
}

/** Puts the focus back into the text. */
export async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** Puts the cursor at a line and column, both counted from one. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await openQuickInput(page, 'Control+g');
  await quickInput(page).fill(`:${line}:${column}`);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Puts the cursor behind the last character of a text that the file holds once. */
export async function goBehind(page: Page, text: string, part: string): Promise<void> {
  const lines = text.slice(0, text.indexOf(part) + part.length).split('\n');
  await goTo(page, lines.length, (lines.at(-1)?.length ?? 0) + 1);
}

/** The entries of the Problems panel, which it opens. */
export async function problems(page: Page): Promise<Locator> {
  if (!(await page.locator('.markers-panel').isVisible())) {
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel').waitFor();
  }
  return page.locator('.markers-panel .monaco-list-row');
}

/** The page inside a webview: an iframe inside an iframe. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview').frameLocator('#active-frame');
}

/**
 * Waits until the page has stored what the extension remembers, given a part of it. VS Code writes a moment after the extension
 * did; a reload in between, quicker than any person's, would lose it.
 */
export async function untilStored(page: Page, part: string): Promise<void> {
  const deadline = Date.now() + 25_000;
  while (!(await stored(page)).includes(part)) {
    if (Date.now() > deadline) {
      throw new Error(`VS Code has not stored ${part}: ${await stored(page)}`);
    }
  }
}

function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // Without helpers: tsx would have them call a function of its own, which the page does not know.
    const opening = indexedDB.open('vscode-web-state-db-global');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').get('stepwise.stepwise');
    await new Promise((resolve) => (reading.onsuccess = resolve));
    opening.result.close();
    return String(reading.result);
  });
}

/**
 * Takes a picture for people to look at in `out/screenshots`, in a dark, a high-contrast and the light theme, where STEPWISE_PICTURES
 * is set. That takes longer than what the tests are about. `check` is done in each theme.
 */
export async function picture(editor: Editor, page: Page, name: string, check?: () => Promise<void>): Promise<void> {
  if (!wantsPictures) {
    return;
  }
  const kinds = { dark: 'vs-dark', contrast: 'hc-black', light: 'vs' } as const;
  for (const [theme, kind] of Object.entries(kinds) as [keyof typeof kinds, string][]) {
    await switchTheme(editor, page, themes[theme], kind);
    await page.screenshot({ path: join(pictures, `${name}-${theme}.png`) });
    await check?.();
  }
}

/** Says it again if it was not heard: a busy machine can miss the change of a file. */
async function switchTheme(editor: Editor, page: Page, theme: string, kind: string): Promise<void> {
  const switched = page.locator(`.monaco-workbench.${kind}`);
  for (let tries = 0; tries < 5; tries++) {
    await writeSettings(editor.profile, { ...settings, 'workbench.colorTheme': theme });
    try {
      await switched.waitFor({ timeout: 5000 });
      return;
    } catch {
      // Once more.
    }
  }
  throw new Error(`The theme ${theme} did not come.`);
}

/** Shows what the page looked like when a test failed. */
export async function pictureOfFailure(page: Page, test: Mocha.Test): Promise<void> {
  await page.screenshot({ path: join(pictures, `failed-${test.fullTitle().replace(/\W+/g, '-')}.png`) });
}
