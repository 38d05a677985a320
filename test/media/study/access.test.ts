import assert from 'node:assert/strict';
import axe from 'axe-core';
import { suite, test } from 'mocha';
import type { Page } from 'playwright-core';
import { recordKey } from '../../../client/src/study/store';
import { shelf } from '../../client/study/samples';
import { answerAnyhow, asks, press, useBrowser, verdict } from './drive';
import { openStudy } from './open';

const day = 86_400;
const now = Math.floor(Date.now() / 1000);
const record = {
  version: 2,
  reviews: { kinds: { single: [[now - 9 * day, 3, 50], [now - 3 * day, 3, 50]], multiple: [[now, 1, 50]] } },
  sessions: {},
  exams: [{ id: 'x', at: Date.now(), right: 7, count: 10, domains: {} }],
  resetAt: 0,
};

suite('every screen of the Study page', function () {
  this.timeout(60_000);
  const browser = useBrowser();

  // A side bar of 300 pixels, and the same at 200 % zoom.
  for (const width of [300, 150]) {
    const check = async (page: Page, screen: string): Promise<void> => {
      await page.evaluate(axe.source);
      const found = await page.evaluate<string[]>(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
      assert.deepEqual(found, [], `${screen} at ${width}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${screen} is wider than ${width}`);
      const small = await page.locator('button, label, summary, select, input:not([type=radio], [type=checkbox])').evaluateAll((all) =>
        all.filter((one) => one.checkVisibility() && one.tagName !== 'LABEL' && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML),
      );
      assert.deepEqual(small, [], `${screen}: too small to hit`);
    };
    const open = () => openStudy(browser(), { width, world: { shelf: shelf({ [recordKey]: record }) } });

    test(`start page, notes, search and progress: axe finds nothing, nothing is cut off at ${width} pixels`, async () => {
      const { page, complaints } = await open();
      await check(page, 'start page');
      for (const summary of await page.locator('summary').all()) {
        await summary.click();
      }
      await check(page, 'start page, unfolded');
      await page.locator('#search').fill('job');
      await page.locator('#found li').waitFor();
      await check(page, 'search');
      await page.locator('#found button').click();
      await page.locator('.note').waitFor();
      await check(page, 'note');
      await page.locator('#previous').click();
      await page.locator('.flow').waitFor();
      await check(page, 'note with a picture');
      await press(page, 'Escape');
      await page.locator('#progress').click();
      await page.locator('#record').waitFor();
      for (const summary of await page.locator('summary').all()) {
        await summary.click();
      }
      await check(page, 'progress');
      assert.deepEqual(complaints, []);
      await page.close();
    });

    test(`each question, its verdict, the result: axe finds nothing, nothing is cut off at ${width} pixels`, async () => {
      const { page, complaints } = await open();
      await page.locator('#go-kinds').click();
      for (let number = 1; number <= 7; number++) {
        await asks(page, number);
        await check(page, `question ${number}`);
        await answerAnyhow(page);
        await verdict(page);
        await check(page, `verdict ${number}`);
        await page.locator('#go').click();
      }
      await page.locator('#result').waitFor();
      await check(page, 'result');
      assert.deepEqual(complaints, []);
      await page.close();
    });

    test(`an exam, its question whether to hand in, its result: axe finds nothing, nothing is cut off at ${width} pixels`, async () => {
      const { page, complaints } = await open();
      await page.locator('#way-exam summary').click();
      await page.locator('#exam').click();
      await asks(page, 1);
      await page.locator('#questions summary').click();
      await check(page, 'exam');
      await page.locator('#hand-in').click();
      await check(page, 'handing in');
      await page.locator('#hand-in-now').click();
      await page.locator('#result').waitFor();
      await check(page, 'result of the exam');
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }
});
