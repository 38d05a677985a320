import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { exactly, focusEditor, goBehind, openFile, picture, problems, save, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const file = 'train-model.asl.json';

/** One story, told in steps: each goes on where the one before it ended. */
suite('editing on the page', () => {
  let editor: Editor;
  let page: Page;
  let whole: string;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    whole = await editor.read(file);
  });

  test('an example opens without a problem, its states in the outline', async () => {
    await openFile(page, file);
    await page.locator('.monaco-breadcrumb-item').getByText(file).waitFor();
    await picture(editor, page, 'example');
  });

  test('a broken Next gets a squiggle and an entry in the Problems panel, with the near name', async () => {
    await goBehind(page, whole, '"Next": "Save model');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('le');
    await page.locator('.squiggly-error').waitFor();
    const entry = (await problems(page)).filter({ hasText: 'There is no state "Save modle"' });
    await entry.waitFor();
    assert.match(await entry.innerText(), /Did you mean "Save model"\?[\s\S]*unknown-state/);
    await picture(editor, page, 'broken-next');
  });

  test('completion there offers the states of the scope', async () => {
    await focusEditor(page);
    await page.keyboard.press('Control+Space');
    const offered = page.locator('.suggest-widget.visible .monaco-list-row .label-name');
    await offered.filter({ hasText: exactly('Save model') }).waitFor();
    assert.deepEqual((await offered.allInnerTexts()).sort(), ['Batch transform', 'Generate dataset', 'Save model']);
    await picture(editor, page, 'completion');
    await page.keyboard.press('Escape');
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  });

  test('the quick fix writes the near name, and nothing is wrong any more', async () => {
    await page.keyboard.press('Control+.');
    const fix = page.locator('.action-widget').getByText('Change to "Save model"');
    await fix.waitFor();
    await picture(editor, page, 'quick-fix');
    await page.keyboard.press('Enter');
    await page.locator('.markers-panel').getByText('No problems have been detected in the workspace.').waitFor();
    await save(page);
    assert.equal(await editor.read(file), whole);
  });

  for (const [name, before, line, after] of [
    ['typed.asl.json', '{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass",\n', '"Output": "{% $map($states.input, function($v) { $v % 2 }) %}",', '\n"End": true } } }\n'],
    ['typed.asl.yaml', 'QueryLanguage: JSONata\nStartAt: A\nStates:\n  A:\n    Type: Pass\n', 'Output: "{% { \'odd\': $states.input.n % 2 } %}"', '\n    End: true\n'],
  ] as const) {
    test(`an expression that is typed from its first mark to its last stands as it was typed, in ${name}`, async () => {
      const start = name.endsWith('yaml') ? `${before}    ` : before;
      await editor.write(name, `${start}${after}`);
      await openFile(page, name);
      await goBehind(page, start, start);
      await page.keyboard.type(line);
      await page.keyboard.press('Escape');
      await save(page);
      assert.equal(await editor.read(name), `${start}${line}${after}`);
    });
  }
});
