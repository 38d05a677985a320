import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from '../../../scripts/vscode/paths.mjs';
import { openFile, pick, picture, problems, runCommand, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

/** One story, told in steps: each goes on where the one before it ended. */
suite('commands on the page', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
  });

  test('without a state machine, there is none to choose a workflow type for', async () => {
    await runCommand(page, 'Stepwise: Choose Workflow Type');
    await page.locator('.notifications-toasts').getByText('Open a state machine first').waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
  });

  test('the output says what runs, and stays open over a restart of the server', async () => {
    await openFile(page, 'train-model.asl.json');
    await showOutput();
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    const running = `Stepwise ${version}: the language server is running.`;
    await untilOutput([running]);
    await runCommand(page, 'Stepwise: Restart Language Server');
    await untilOutput([running, 'The language server has stopped.', running]);
    assert.equal(await page.getByLabel('Output Section').getByLabel('Switch Output').evaluate((channels: HTMLSelectElement) => channels.selectedOptions[0]?.text), 'Stepwise');
    await picture(editor, page, 'output');
  });

  test('with the focus in the output, the workflow type is that of the state machine beside it', async () => {
    await page.locator('.output-view .monaco-editor').click();
    await page.locator('.output-view .monaco-editor.focused').waitFor();
    await chooseType('As configured', 'Express');
    const refused = (await problems(page)).filter({ hasText: 'unsupported-in-express-workflow' });
    await refused.first().waitFor();
    await chooseType('Express', 'As configured');
    await refused.first().waitFor({ state: 'detached' });
  });

  /** Again, if it does not come: for a second after the start of an extension VS Code may not know its channel. */
  async function showOutput(): Promise<void> {
    const output = page.locator('.output-view');
    for (let tries = 0; tries < 5 && !(await output.isVisible()); tries++) {
      await runCommand(page, 'Stepwise: Show Output');
      await output.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
  }

  async function chooseType(current: string, next: string): Promise<void> {
    await runCommand(page, 'Stepwise: Choose Workflow Type');
    await page.getByPlaceholder('How is train-model.asl.json deployed?').waitFor();
    assert.match(await row().innerText(), new RegExp(`^${current}\\s*current`));
    await picture(editor, page, 'workflow-type');
    await pick(page, next, next);
  }

  /** The row that Enter takes. */
  function row(): Locator {
    return page.locator('.quick-input-list .monaco-list-row.focused');
  }

  /** Waits until the output holds these lines, whatever the time before them. */
  async function untilOutput(lines: string[]): Promise<void> {
    const pattern = new RegExp(lines.map((line) => line.replaceAll('.', '\\.').replaceAll(' ', '\\s')).join('[^]*'));
    await page.locator('.output-view .view-lines').filter({ hasText: pattern }).waitFor();
  }
});
