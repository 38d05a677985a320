import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/vscode/paths.mjs';
import { installExtension } from '../../../scripts/vscode/serve.mjs';
import { openFile, pictureOfFailure, problems, runCommand, startEditor, webview, type Editor } from '../../support/page';

const file = join(root, 'out', 'stepwise.vsix');

/** What `npm run package` made, in a VS Code that knows nothing of the checkout. */
suite('the packaged extension', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    this.timeout(120_000);
    editor = await startEditor(async (profile) => installExtension(profile, file));
    await editor.write('broken.asl.json', '{ "StartAt": "Trian", "States": { "Train": { "Type": "Succeed" } } }');
    page = await editor.open();
  });
  suiteTeardown(() => editor.stop());
  teardown(function () {
    return pictureOfFailure(this.currentTest, page);
  });

  test('is smaller than 1 MB', async () => {
    assert.ok((await stat(file)).size < 1_000_000);
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
