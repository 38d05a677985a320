import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
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
