import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { exactly, focusEditor, goTo, openFile, pick, picture, pictureOfFailure, problems, runCommand, save, startEditor, type Editor } from '../../support/page';

/** A machine that waits for a state called Fit, and where that is to be written. */
const places = {
  'asl.json': { text: '{\n  "StartAt": "Fit",\n  "States": {\n    \n  }\n}\n', line: 4, column: 5, state: '"Fit": {' },
  'asl.yaml': { text: 'StartAt: Fit\nStates:\n  \n', line: 3, column: 3, state: 'Fit:' },
};

const prefixes = ['sm-train', 'sm-tune', 'sm-transform'];

suite('snippets on the page', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    this.timeout(120_000);
    editor = await startEditor();
    for (const [extension, { text }] of Object.entries(places)) {
      for (const prefix of prefixes) {
        await Promise.all(['palette', 'prefix'].map((way) => editor.write(`${way}-${prefix}.${extension}`, text)));
      }
    }
    page = await editor.open();
    await problems(page);
  });
  suiteTeardown(() => editor.stop());
  teardown(function () {
    return pictureOfFailure(this.currentTest, page);
  });

  for (const prefix of prefixes) {
    for (const [extension, place] of Object.entries(places)) {
      test(`${prefix} from the palette, in ${extension}`, () => insert(`palette-${prefix}.${extension}`, place, async () => {
        await runCommand(page, 'Snippets: Insert Snippet');
        await pick(page, prefix, prefix);
      }));

      test(`${prefix} by its prefix, in ${extension}`, () => insert(`prefix-${prefix}.${extension}`, place, async () => {
        await page.keyboard.type(prefix);
        await page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name', { hasText: exactly(prefix) }).waitFor();
        await page.keyboard.press('Enter');
      }));
    }
  }

  async function insert(name: string, place: (typeof places)['asl.json'], take: () => Promise<void>): Promise<void> {
    await openFile(page, name);
    await (await problems(page)).first().waitFor();
    await focusEditor(page);
    await goTo(page, place.line, place.column);
    await take();
    // The first stop is the state's name, the second begins the job's.
    await page.locator('.snippet-placeholder, .finish-snippet-placeholder').first().waitFor();
    await page.keyboard.type('Fit');
    await page.keyboard.press('Tab');
    await page.keyboard.type('nightly');
    if (name.startsWith('palette-sm-train')) {
      await picture(editor, page, name);
    }
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.markers-panel').getByText('No problems have been detected in the workspace.').waitFor();
    await save(page);
    const text = await editor.read(name);
    assert.ok(text.includes(place.state), text);
    assert.ok(text.includes(`States.Format('nightly-{}', `), text);
    await runCommand(page, 'View: Close Editor');
  }
});
