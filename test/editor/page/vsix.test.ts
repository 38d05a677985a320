import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { openFile, problems, runCommand, webview, type Editor } from '../../support/page';
import { emptyWindow, packaged } from '../../support/window';

suite('the packaged extension', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    await editor.write('broken.asl.json', '{ "StartAt": "Trian", "States": { "Train": { "Type": "Succeed" } } }');
  });

  test('is smaller than 5 MB', async () => {
    assert.ok((await stat(packaged)).size < 5_000_000);
  });

  test('checks a state machine', async () => {
    await openFile(page, 'broken.asl.json');
    await (await problems(page)).filter({ hasText: 'There is no state "Trian"' }).waitFor();
  });

  test('opens the Study view', async () => {
    await runCommand(page, 'Stepwise: Open Study');
    await webview(page).getByRole('heading', { name: 'The five course questions' }).waitFor();
  });
});
