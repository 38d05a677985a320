import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { focusEditor, goTo, openFile, picture, reloadByCommand, runCommand, webview, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const file = 'drawn.asl.json';

/** One story, told in steps: each goes on where the one before it ended. */
suite('the graph on the page', () => {
  let editor: Editor;
  let page: Page;
  let graph: FrameLocator;
  let text: string;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    graph = webview(page);
    // Of its own, whatever other suites have left of the examples.
    text = await editor.read('train-model.asl.json');
    await editor.write(file, text);
  });

  const box = (name: string): Locator => graph.locator(`.box[data-id="${name}"]`);
  const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

  test('opens beside the editor from the lens above the definition', async () => {
    await openFile(page, file);
    await page.locator('.codelens-decoration a', { hasText: 'Open Graph' }).click();
    for (const name of ['Generate dataset', 'Train model (XGBoost)', 'Save model', 'Batch transform']) {
      await box(name).waitFor();
    }
    assert.equal(await page.locator('.editor-group-container').count(), 2);
    await check();
    await picture(editor, page, 'graph', check);
  });

  test('a click on a state puts the cursor there, and the cursor sets off its state', async () => {
    await box('Save model').click();
    await page.locator('.line-numbers.active-line-number').getByText(String(lineOf('"Save model": {')), { exact: true }).waitFor();
    await graph.locator('.box.current[data-id="Save model"]').waitFor();
    await focusEditor(page);
    await goTo(page, lineOf('"Train model (XGBoost)": {') + 1, 8);
    await graph.locator('.box.current[data-id="Train model (XGBoost)"]').waitFor();
  });

  test('follows what is typed, and keeps the picture while the text is broken', async () => {
    await goTo(page, lineOf('"Train model (XGBoost)": {'), 6);
    await page.keyboard.type('{');
    await box('{Train model (XGBoost)').waitFor();
    await page.keyboard.press('Backspace');
    await box('Train model (XGBoost)').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Delete');
    await graph.locator('.stale').waitFor();
    await graph.getByText('This is the graph as it was before.').waitFor();
    assert.ok(await box('Train model (XGBoost)').isVisible());
    await picture(editor, page, 'graph-stale', check);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await graph.locator('.canvas:not(.stale)').waitFor();
    await page.locator('.tab.active:not(.dirty)').filter({ hasNotText: 'Graph' }).waitFor();
  });

  for (const kind of ['svg', 'png'] as const) {
    test(`is saved as ${kind.toUpperCase()}: a file beside the definition that any program opens`, async () => {
      await graph.getByRole('button', { name: `Save as ${kind.toUpperCase()}` }).click();
      const dialog = page.locator('.quick-input-widget .quick-input-box input');
      await page.waitForFunction((ending) => document.querySelector<HTMLInputElement>('.quick-input-widget .quick-input-box input')?.value.endsWith(ending) === true, `/drawn.${kind}`);
      await dialog.press('Enter');
      await page.locator('.explorer-folders-view').getByText(`drawn.${kind}`).waitFor();
      const bytes = await readFile(join(editor.folder, `drawn.${kind}`));
      const opened = await (page.context().browser() as Browser).newPage();
      await opened.setContent(`<img src="data:image/${kind === 'svg' ? 'svg+xml' : 'png'};base64,${bytes.toString('base64')}">`);
      const [width, height] = await opened.locator('img').evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      });
      await opened.close();
      // Four states below one another, between Start and End; PNG for screens of twice as many pixels.
      const scale = kind === 'svg' ? 1 : 2;
      assert.ok(width > 250 * scale && width < 400 * scale && height > 400 * scale && height < 600 * scale, `${String(width)} × ${String(height)}`);
    });
  }

  test('is copied as Mermaid', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await graph.getByRole('button', { name: 'Copy as Mermaid' }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('flowchart TD\n  start([Start]) --> s1\n  s1["Generate dataset<br>Lambda: invoke"]\n'));
  });

  test('is back after a reload', async () => {
    await reloadByCommand(page);
    await box('Batch transform').waitFor();
    await runCommand(page, 'View: Close All Editors');
  });

  /** What axe finds inside VS Code's own frame and colors. */
  async function check(): Promise<void> {
    await graph.locator('body').evaluate(axe.source);
    const found: string[] = await graph.locator('body').evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary)))`);
    assert.deepEqual(found, []);
  }
});
