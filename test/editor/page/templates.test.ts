import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { exactly, focusEditor, pick, picture, problems, runCommand, save, webview, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

/** One story, told in steps: each goes on where the one before it ended. */
suite('new state machines on the page', () => {
  let editor: Editor;
  let page: Page;
  let graph: FrameLocator;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    graph = webview(page);
  });

  test('are listed by what they are for, each with a paragraph', async () => {
    await runCommand(page, 'Stepwise: New State Machine…');
    await page.getByPlaceholder('What is it to do?').waitFor();
    await page.locator('.quick-input-list-separator', { hasText: exactly("The course's examples") }).waitFor();
    await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'trains an XGBoost model on it' }).waitFor();
    await graph.locator('.box[data-id="Save model"]').waitFor();
    await picture(editor, page, 'new-state-machine');
  });

  test('are seen as they are come to, each with all of its paragraph; the list keeps the focus', async () => {
    assert.match(await graph.locator('aside').innerText(), /^Train a model\n+Has a function make a dataset, .* with it\.$/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await graph.locator('.box[data-id="Submit Batch job"]').waitFor();
    await page.locator('.tab.active', { hasText: 'Preview: Manage a Batch job' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.tab', { hasText: 'Preview' }).waitFor({ state: 'detached' });
    await runCommand(page, 'Stepwise: New State Machine…');
    await page.getByPlaceholder('What is it to do?').fill('layer');
    await graph.locator('.box[data-id="Refresh everything"]').waitFor();
    await picture(editor, page, 'new-state-machine-layer');
    for (const id of ['Crawl raw data', 'Score records', 'Tell and keep']) {
      await page.keyboard.press('ArrowDown');
      await graph.locator(`.box[data-id="${id}"]`).waitFor();
    }
  });

  test('are found by what their paragraphs say, and written in the form of one’s choice', async () => {
    await pick(page, 'undone in reverse', 'Saga with compensation');
    await graph.locator('.box[data-id="Undo model"]').waitFor();
    await page.getByPlaceholder('How is it to be written?').waitFor();
    assert.equal(await firstForm(), 'JSON with JSONata');
    await pick(page, 'YAML', 'YAML with JSONPath');
    await page.locator('.view-line', { hasText: 'Comment: All of it, or none of it.' }).waitFor();
    await page.locator('.statusbar-item', { hasText: 'Amazon States Language (YAML)' }).waitFor();
    await page.locator('.tab', { hasText: 'Preview' }).waitFor({ state: 'detached' });
  });

  test('have no problems', async () => {
    const rows = await problems(page);
    // The state that nothing leads to is found once the server has looked at the text.
    await focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  Apart: { Type: Succeed }');
    await rows.filter({ hasText: 'Nothing leads to "Apart"' }).waitFor();
    // What was wrong while it was typed is gone.
    await rows.nth(2).waitFor({ state: 'detached' });
    assert.equal(await rows.count(), 2);
  });

  test('are saved in the folder, under their own name', async () => {
    await save(page);
    assert.match(await editor.read('saga.asl.yaml'), /^Comment: All of it, or none of it\.\n/);
  });

  test('the form is remembered', async () => {
    await runCommand(page, 'Stepwise: New State Machine…');
    await pick(page, 'Video', 'Video layer');
    await page.getByPlaceholder('How is it to be written?').waitFor();
    assert.equal(await firstForm(), 'YAML with JSONPath');
    await page.keyboard.press('Escape');
    await page.locator('.tab', { hasText: 'Preview' }).waitFor({ state: 'detached' });
  });

  async function firstForm(): Promise<string> {
    return page.locator('.quick-input-list .monaco-list-row .label-name').first().innerText();
  }
});
