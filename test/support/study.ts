// Driving the Study view inside VS Code's page by keyboard alone, knowing the answers.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Item } from '../../client/src/study/deck';
import { builtLibrary } from '../client/study/samples';
import { runCommand, webview } from './page';

export type Study = ReturnType<typeof studyOn>;

/** The Study view of a window. */
export function studyOn(page: Page) {
  const study: FrameLocator = webview(page);
  let known: Promise<readonly Item[]> | undefined;

  /** Shows the view, at its start page. */
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

  async function asked(number: number, count: number): Promise<void> {
    await study.getByText(`Question ${number} of ${count}`, { exact: true }).waitFor();
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

  /** Moves the focus on until it is there. */
  async function tabTo(goal: string): Promise<void> {
    for (let tries = 0; tries < 80; tries++) {
      await page.keyboard.press('Tab');
      if (await study.locator(`${goal}:focus`).count()) {
        return;
      }
    }
    throw new Error(`Tab does not lead to ${goal}.`);
  }

  /** Presses the numbers of the right options; false, with nothing pressed, where the question has no options. */
  async function chooseRight(): Promise<boolean> {
    if (!(await study.locator('.option').count())) {
      return false;
    }
    known ??= builtLibrary().then(({ decks }) => decks.flatMap(({ items }) => items));
    const shown = (await study.locator('.option .text').allInnerTexts()).map(words);
    const ask = words(await study.locator('#question').innerText());
    // The same thing may be asked twice, of different options.
    const right = (await known).flatMap((item) => (item.kind === 'single' || item.kind === 'multiple') && words(item.ask) === ask && item.options.every(({ text }) => shown.includes(words(text))) ? item.options : []).filter(({ correct }) => correct);
    for (const { text } of right) {
      const number = shown.indexOf(words(text)) + 1;
      await press(String(number), study.locator(`.option:nth-of-type(${number}) input:checked`));
    }
    assert.ok(right.length > 0, `Nobody knows the answer to "${ask}".`);
    return true;
  }

  /** What axe finds in what is shown, inside VS Code's own frame and colors. */
  async function check(): Promise<void> {
    await study.locator('body').evaluate(axe.source);
    // What lies behind the page is another frame's, and axe would take it for white.
    await study.locator('body').evaluate((body) => (body.style.background = 'var(--vscode-sideBar-background)'));
    const found: string[] = await study.locator('body').evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary)))`);
    await study.locator('body').evaluate((body) => body.style.removeProperty('background'));
    assert.deepEqual(found, []);
  }

  return { page: study, open, asked, press, tabTo, chooseRight, check };
}

/** A text as it reads, without the marks of code in it. */
function words(text: string): string {
  return text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
}
