// The history page as a person meets it: by mouse and by keys.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { suite, suiteSetup, test } from 'mocha';
import type { Page } from 'playwright-core';
import { useBrowser } from '../study/drive';
import { themes, type ThemeName } from '../graph/themes';
import { openHistory, type OpenHistory } from './open';
import { training } from './samples';

suite('the history page', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  let text: string;
  suiteSetup(async () => {
    text = await training();
  });

  /** Opens, uses, and makes sure that nothing went wrong. */
  async function using(options: Parameters<typeof openHistory>[2] & { text?: string }, use: (opened: OpenHistory) => Promise<void>): Promise<void> {
    const opened = await openHistory(browser(), options.text ?? text, options);
    await use(opened);
    assert.deepEqual(opened.complaints, []);
    await opened.page.close();
  }

  /** What a table shows: `Load|Succeeded|Task|…`, without times. */
  const rows = (page: Page): Promise<string[]> => page.locator('.rows > .row').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim()).filter((each) => each !== '' && !/^\d\d:\d\d/.test(each)).join('|')));
  const row = (page: Page, name: string) => page.locator('.rows > .row', { hasText: name });

  test('lists what became of each state, with what happened on the way', async () => {
    await using({}, async ({ page }) => {
      assert.deepEqual(await rows(page), [
        'Load|Succeeded|Task|4.00 s|1 retry · Busy',
        'Score|Succeeded|Map|6.00 s|4 of 4 items',
        'One#0 Score|Succeeded|Task|3.00 s',
        'One#1 Score|Succeeded|Task|3.00 s',
        'One#2 Score|Succeeded|Task|3.00 s',
        'One#3 Score|Succeeded|Task|3.00 s',
        'Train|Error caught|Task|1 h 30 min|States.TaskFailed',
        'Tell|Succeeded|Pass|0 ms',
        'Done|Succeeded|Succeed|0 ms',
      ]);
      assert.match(await page.locator('header').innerText(), /run-history\.json\s+Succeeded/);
    });
  });

  test('a state that is chosen shows what it was given, what it gave, and what is other', async () => {
    await using({}, async ({ page, done }) => {
      await row(page, 'Train').click();
      await page.locator('.details').getByText('From input to output: 1 change').waitFor();
      assert.deepEqual((await page.locator('table.changes tbody tr').allInnerTexts()).map((each) => each.replace(/\s+/g, ' ')), ['$.failure Added – {"Error":"States.TaskFailed","Cause":"{\\"Status\\":\\"Failed\\",\\"Reason\\":\\"no disk\\"}"}']);
      assert.match(await page.locator('.part.error pre').innerText(), /^States\.TaskFailed\n\n\{\n {2}"Status": "Failed"/);
      await page.getByRole('button', { name: 'Open in editor: output' }).click();
      await row(page, 'Train').dblclick();
      assert.deepEqual(done.slice(-2), ['open output', 'reveal 6']);
      assert.match(done[0] ?? '', /^moment \d+$/);
    });
  });

  test('by keys: down the list, to its ends, and into the text', async () => {
    await using({}, async ({ page, done }) => {
      await page.locator('.rows > .row[tabindex="0"]').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      assert.match(await page.evaluate(() => (document.activeElement as HTMLElement).innerText), /^Score/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('End');
      assert.match(await page.evaluate(() => (document.activeElement as HTMLElement).innerText), /^Done/);
      assert.ok(done.includes('reveal 1'));
      await page.keyboard.press('/');
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'search');
    });
  });

  test('narrowed down by status, type, state, and by words in inputs and outputs', async () => {
    await using({}, async ({ page }) => {
      await page.getByLabel('Status').selectOption('caught');
      assert.deepEqual((await rows(page)).map((each) => each.split('|')[0]), ['Train']);
      assert.equal(await page.locator('#count').innerText(), '1 of 9 states');
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByLabel('Type').selectOption('Map');
      assert.deepEqual((await rows(page)).map((each) => each.split('|')[0]), ['Score']);
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByLabel('State', { exact: true }).selectOption('One');
      assert.equal(await page.locator('#count').innerText(), '4 of 9 states');
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByRole('searchbox').fill('"row":3');
      await page.getByText('6 of 9 states').waitFor();
      await page.getByRole('searchbox').fill('come later');
      await page.getByText('1 of 9 states').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('#count', { hasText: /^9 states$/ }).waitFor();
    });
  });

  test('the events are a list too, with the same words to look for', async () => {
    await using({}, async ({ page }) => {
      await page.getByRole('tab', { name: 'Events' }).click();
      assert.deepEqual((await rows(page)).slice(0, 6), ['1|ExecutionStarted', '2|TaskStateEntered|Load', '3|TaskScheduled|Load|lambda:invoke', '4|TaskStarted|Load|lambda:invoke', '5|TaskFailed|Load|Busy: come back later: lambda:invoke', '6|TaskScheduled|Load|lambda:invoke']);
      await page.getByLabel('Type').selectOption('MapIterationStarted');
      assert.equal(await page.locator('#count').innerText(), '4 of 52 events');
      await row(page, '#2').click();
      await page.locator('.details').getByText('"index": 2').waitFor();
    });
  });

  test('goes to where the graph has come', async () => {
    await using({}, async ({ page, goTo }) => {
      goTo(4);
      await page.locator('.row.chosen', { hasText: 'Load' }).waitFor();
      await page.getByRole('tab', { name: 'Events' }).click();
      await page.locator('.row.chosen', { hasText: 'TaskFailed' }).waitFor();
      goTo(2);
      await page.locator('.row.chosen', { hasText: 'TaskScheduled' }).waitFor();
      assert.equal(await page.locator('.rows > .row.chosen').count(), 1);
    });
  });

  test('over time: a bar a state, what is at once in lanes; nearer by keys; and by the order of events', async () => {
    await using({}, async ({ page, done }) => {
      await page.getByRole('tab', { name: 'Timeline' }).click();
      assert.deepEqual(await page.locator('.lane-name').allInnerTexts(), ['Run', 'Score 1', 'Score 2']);
      const bar = page.getByRole('button', { name: 'Train, Error caught, 1 h 30 min' });
      const width = async (): Promise<number> => (await bar.boundingBox())?.width ?? 0;
      const before = await width();
      await bar.click();
      await page.locator('.details').getByText('From input to output').waitFor();
      await page.keyboard.press('+');
      await page.waitForFunction((least) => (document.querySelector('.bar.chosen')?.getBoundingClientRect().width ?? 0) > least, before * 1.8);
      await page.keyboard.press('0');
      await page.getByRole('button', { name: 'By time' }).click();
      await page.getByRole('button', { name: 'By event' }).waitFor();
      assert.ok((await width()) < before / 2);
      await bar.focus();
      await page.keyboard.press('ArrowLeft');
      assert.match(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), /^One, Succeeded, 3\.00 s, in Score #3/);
      await page.keyboard.press('ArrowUp');
      assert.match(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''), /Score #2/);
      await page.keyboard.press('Enter');
      assert.match(done.at(-1) ?? '', /^reveal/);
    });
  });

  test('what can be done with it, and what is to be known of it', async () => {
    await using({ definition: { file: 'other.asl.json', trouble: 'This state machine is another one than was run.' }, text: JSON.stringify({ ...(JSON.parse(text) as object), nextToken: 'x' }) }, async ({ page, done }) => {
      for (const name of ['Show on Graph', 'Replay in Debugger', 'Choose Another…']) {
        await page.getByRole('button', { name }).click();
      }
      assert.deepEqual(done, ['graph', 'replay', 'choose definition']);
      assert.match(await page.locator('header').innerText(), /This state machine is another one than was run\./);
      assert.match(await page.locator('header').innerText(), /The history goes on/);
    });
  });

  test('a file that is none says what would be one', async () => {
    await using({ text: '{"StartAt": "A"}' }, async ({ page }) => {
      assert.match(await page.locator('.trouble').innerText(), /get-execution-history/);
    });
  });

  test('is as it was after it was hidden', async () => {
    let state: unknown;
    await using({}, async (opened) => {
      await opened.page.getByRole('tab', { name: 'Events' }).click();
      await opened.page.getByRole('searchbox').fill('score');
      await opened.page.locator('#count', { hasText: 'of 52' }).waitFor();
      await row(opened.page, 'MapStateStarted').click();
      await opened.page.waitForFunction(() => document.querySelector('.details')?.textContent?.includes('"length"'));
      await opened.page.waitForTimeout(150);
      state = opened.state();
    });
    await using({ state }, async ({ page }) => {
      await page.locator('.row.chosen', { hasText: 'MapStateStarted' }).waitFor();
      assert.equal(await page.getByRole('searchbox').inputValue(), 'score');
      assert.equal(await page.getByRole('tab', { name: 'Events' }).getAttribute('aria-selected'), 'true');
    });
  });

  test('of 25,000 events has in the page what is seen, and goes to the last one at once', async () => {
    const long = await training(3000);
    await using({ text: long }, async ({ page }) => {
      await page.getByRole('tab', { name: 'Events' }).click();
      assert.ok((await page.locator('.rows > .row').count()) < 80);
      await page.locator('.rows > .row[tabindex="0"]').focus();
      await page.keyboard.press('End');
      await page.locator('.row.chosen', { hasText: 'ExecutionSucceeded' }).waitFor();
      await page.getByRole('tab', { name: 'Timeline' }).click();
      assert.ok((await page.locator('.bar').count()) < 3000);
      for (let times = 0; times < 12; times++) {
        await page.keyboard.press('+');
      }
      const marks = await page.locator('.axis > span').allInnerTexts();
      assert.equal(new Set(marks).size, marks.length, marks.join(', '));
    });
  });

  for (const theme of [...Object.keys(themes), 'forced'] as (ThemeName | 'forced')[]) {
    test(`axe finds nothing in its views, ${theme === 'forced' ? 'with the system’s own colors' : `in the ${theme} theme`}`, async () => {
      await using({ ...(theme === 'forced' ? { forcedColors: true } : { theme }) }, async ({ page }) => {
        await row(page, 'Train').click();
        await page.locator('table.changes').waitFor();
        for (const name of ['States', 'Timeline', 'Events']) {
          await page.getByRole('tab', { name }).click();
          await page.evaluate(axe.source);
          const found: string[] = await page.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
          assert.deepEqual(found, []);
        }
      });
    });
  }

  test('fits a narrow window, with what is chosen below the list, however long that is', async () => {
    await using({ width: 420, text: await training(300) }, async ({ page }) => {
      await row(page, 'Load').click();
      await page.locator('table.changes').waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      assert.ok((await page.locator('.rows > .row').count()) < 80);
      const details = await page.locator('.details').boundingBox() ?? assert.fail();
      const height = await page.evaluate(() => innerHeight);
      assert.ok(details.height > 100 && details.y + details.height <= height, JSON.stringify({ ...details, of: height }));
    });
  });
});
