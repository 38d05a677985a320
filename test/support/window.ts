// The window that the suites on the page share: a start of VS Code takes longer than most of them. In it is the extension as it is
// packaged, and nothing of the checkout.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../scripts/vscode/paths.mjs';
import { installExtension } from '../../scripts/vscode/serve.mjs';
import { pictureOfFailure, runCommand, startEditor, type Editor } from './page';

/** What `npm run package` makes. */
export const packaged = join(root, 'out', 'stepwise.vsix');

let starting: Promise<Editor> | undefined;
let page: Page | undefined;
let spoiled = false;

/** For `suiteSetup`: the window with nothing open in it, or a new one if a test failed in the one before. */
export async function emptyWindow(context: Mocha.Context): Promise<{ editor: Editor; page: Page }> {
  context.timeout(120_000);
  starting ??= startEditor({ prepare: async (profile) => installExtension(profile, packaged), lean: true });
  const editor = await starting;
  if (spoiled) {
    await page?.close();
    page = undefined;
    spoiled = false;
  }
  if (page) {
    await runCommand(page, 'View: Show Explorer');
    await runCommand(page, 'View: Close All Editors');
    if (await page.locator('.part.panel').isVisible()) {
      await runCommand(page, 'View: Hide Panel');
    }
  }
  page ??= await editor.open();
  return { editor, page };
}

// After every test and after the last suite, whichever file it is in.
teardown(async function () {
  if (page && this.currentTest?.state === 'failed') {
    await pictureOfFailure(page, this.currentTest);
    spoiled = true;
    // What comes after it in the story fails too, and need not take long.
    page.setDefaultTimeout(2000);
  }
});
suiteTeardown(async () => (await starting)?.stop());
