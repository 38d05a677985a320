import assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { picture, reload, runCommand, untilStored, webview, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

/** One story, told in steps: each goes on where the one before it ended. */
suite('the Study view', () => {
  let editor: Editor;
  let page: Page;
  let study: FrameLocator;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    study = webview(page);
  });

  test('opens from the palette, with what is due, the notes and the five questions', async () => {
    await open();
    await study.getByText('15 new').waitFor();
    await study.getByRole('heading', { name: 'The five course questions' }).waitFor();
    await picture(editor, page, 'study-home');
  });

  test('a note is found by its words, read, and left again', async () => {
    await study.getByRole('searchbox').fill('hyperband');
    await study.locator('#found').getByText('Amazon SageMaker').first().click();
    await study.getByRole('heading', { level: 1 }).filter({ hasText: 'SageMaker' }).waitFor();
    await study.getByRole('button', { name: /Quiz me/ }).waitFor();
    await picture(editor, page, 'study-note');
    await page.keyboard.press('Escape');
    await study.locator('#go-seed').waitFor();
  });

  test('a question is answered with the mouse, and explained', async () => {
    await study.locator('#go-seed').click();
    await asked(1);
    await study.locator('.option label').first().click();
    await picture(editor, page, 'study-question');
    await study.getByRole('button', { name: 'Check' }).click();
    await study.locator('#verdict').waitFor();
    assert.equal(await study.locator('.why').count(), await study.locator('.option').count());
    await picture(editor, page, 'study-verdict');
    await study.getByRole('button', { name: 'Next' }).click();
  });

  test('the next is answered with the keyboard', async () => {
    await answerByKey(2);
    await asked(3);
  });

  test('a reload goes on at the third question', async () => {
    await untilStored(page, '"at":2,');
    await reload(page);
    await open();
    await study.getByText('question 3 is next').waitFor();
    await study.locator('#go-seed').focus();
    await page.keyboard.press('Enter');
    for (let number = 3; number <= 5; number++) {
      await answerByKey(number);
    }
    assert.match(await study.locator('#result').innerText(), /^\d of 5 right$/);
    await picture(editor, page, 'study-result');
  });

  test('another reload knows all five answers, and so does the progress', async () => {
    await untilStored(page, '"at":5,');
    const [right] = (await study.locator('#result').innerText()).split(' ');
    await reload(page);
    await open();
    const deck = study.locator('.deck', { hasText: 'The five course questions' });
    await deck.getByRole('button', { name: 'Start over' }).waitFor();
    const words = await deck.innerText();
    const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(words)?.[1] ?? 0);
    assert.deepEqual([count('right'), count('wrong')], [Number(right), 5 - Number(right)]);
    await study.locator('#progress').click();
    await study.getByText('5 answers today').waitFor();
    await picture(editor, page, 'study-progress');
    await page.keyboard.press('Escape');
    await study.locator('#go-seed').waitFor();
  });

  async function open(): Promise<void> {
    await runCommand(page, 'Stepwise: Open Study');
    const heading = study.locator('main h1');
    await heading.waitFor();
    // It comes back where it was, or, where VS Code was too late to write that down, where it had been before.
    for (let title = await heading.innerText(); title !== 'Study'; title = await heading.innerText()) {
      await study.locator('body').press('Escape');
      await heading.filter({ hasNotText: title }).waitFor();
    }
  }

  async function asked(number: number): Promise<void> {
    await study.getByText(`Question ${number} of 5`).waitFor();
  }

  async function answerByKey(number: number): Promise<void> {
    await asked(number);
    await press('2', study.locator('input:checked'));
    await press('Enter', study.locator('#verdict'));
    await press('Enter', study.getByText(`Question ${number + 1} of 5`).or(study.locator('#result')));
  }

  /** Again, if there is no sign that it was heard: a window that is still starting takes the focus for itself now and then, and a person would click, too. */
  async function press(key: string, sign: Locator): Promise<void> {
    for (let tries = 0; tries < 5; tries++) {
      await page.keyboard.press(key);
      try {
        await sign.waitFor({ timeout: 2000 });
        return;
      } catch {
        await study.locator('main h1').focus();
      }
    }
    throw new Error(`The page does not hear ${key}.`);
  }
});
