import assert from 'node:assert/strict';
import axe from 'axe-core';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../scripts/vscode/browser.mjs';
import { recordKey } from '../../../client/src/study/store';
import { shelf } from '../../client/study/samples';
import { openStudy, type World } from './open';

suite('the Study page', function () {
  this.timeout(30_000);
  let browser: Browser;

  suiteSetup(async function () {
    // The first time, a browser may have to be fetched.
    this.timeout(180_000);
    browser = await launchBrowser();
  });
  suiteTeardown(() => browser?.close());

  test('a whole run by keyboard alone', async () => {
    const { page, complaints } = await openStudy(browser);
    await press(page, 'Tab', 'Enter');
    await page.locator('.quiz').waitFor();
    for (let number = 1; number <= 5; number++) {
      await asks(page, number);
      assert.equal(await focused(page), 'question');
      await press(page, '1');
      assert.match(await focused(page), /^option-/);
      await press(page, 'Enter');
      await page.locator('#verdict').waitFor();
      assert.equal(await focused(page), 'verdict');
      await press(page, 'Enter');
    }
    await page.locator('#result').waitFor();
    assert.match(await page.locator('#result').innerText(), /^\d of 5 right$/);
    assert.equal(await focused(page), 'result');
    await press(page, 'Escape');
    await page.locator('#go-seed').waitFor();
    assert.equal(await page.locator('#go-seed').innerText(), 'Start over');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('the arrow keys move between the answers, and Enter without an answer says what is missing', async () => {
    const { page } = await openStudy(browser);
    await page.click('#go-seed');
    await asks(page, 1);
    await press(page, 'Enter');
    assert.equal(await page.getByRole('status').innerText(), 'Choose an answer first.');
    await press(page, 'ArrowDown');
    assert.ok(await page.getByRole('radio').nth(1).isChecked());
    assert.equal(await page.getByRole('status').innerText(), '');
    await page.close();
  });

  test('a verdict says in words what is right, and why each answer is right or wrong', async () => {
    const { page } = await openStudy(browser);
    await page.click('#go-seed');
    await page.getByText('S3 bucket policies').click();
    await page.getByRole('button', { name: 'Check' }).click();
    assert.equal(await page.getByRole('heading', { level: 2 }).innerText(), 'Not right');
    assert.match(await page.getByRole('status').innerText(), /The answer is S3 Lifecycle rules\./);
    assert.equal(await page.locator('.why').count(), 4);
    assert.match(await page.locator('.option.mistaken').innerText(), /Your answer\s+A policy says who may do what/);
    assert.match(await page.locator('.option.correct').innerText(), /Right answer/);
    await page.close();
  });

  test('a run goes on where it was after the page was hidden: the draft, the order, the verdict', async () => {
    const world: World = { shelf: shelf() };
    const first = await openStudy(browser, { world });
    await first.page.click('#go-seed');
    await asks(first.page, 1);
    const order = await first.page.getByRole('radio').evaluateAll((all) => all.map(({ id }) => id));
    await press(first.page, '3');
    await first.page.close();

    const second = await openStudy(browser, { world });
    assert.deepEqual(await second.page.getByRole('radio').evaluateAll((all) => all.map(({ id }) => id)), order);
    assert.ok(await second.page.getByRole('radio').nth(2).isChecked());
    await press(second.page, 'Enter');
    await second.page.locator('#verdict').waitFor();
    await second.page.close();

    const third = await openStudy(browser, { world });
    await third.page.locator('#verdict').waitFor();
    await press(third.page, 'Enter');
    await asks(third.page, 2);
    await third.page.close();

    // All that VS Code keeps of the page may be gone as well: the run is not.
    const fourth = await openStudy(browser, { world: { shelf: world.shelf } });
    assert.equal(await fourth.page.locator('#go-seed').innerText(), 'Continue');
    await fourth.page.click('#go-seed');
    await asks(fourth.page, 2);
    await fourth.page.close();
  });

  test('two windows on one record: what is done in one is shown in the other, and a late click changes nothing', async () => {
    const shared = shelf();
    const [here, there] = [await openStudy(browser, { world: { shelf: shared } }), await openStudy(browser, { world: { shelf: shared } })];
    for (const { page } of [here, there]) {
      await page.click('#go-seed');
      await asks(page, 1);
    }
    await press(here.page, '1', 'Enter');
    await here.page.locator('#verdict').waitFor();
    await press(there.page, '2', 'Enter');
    await there.page.locator('#verdict').waitFor();
    const chosen = (page: Page) => page.locator('input:checked').getAttribute('id');
    assert.equal(await chosen(there.page), await chosen(here.page));
    await press(here.page, 'Enter');
    await asks(here.page, 2);
    there.host.tell('changed');
    await asks(there.page, 2);
    await here.page.close();
    await there.page.close();
  });

  test('a damaged record is said, and can be looked at', async () => {
    const { page, done } = await openStudy(browser, { world: { shelf: shelf({ [recordKey]: { version: 1, answers: 3 } }) } });
    assert.match(await page.getByRole('status').innerText(), /could not be read, so a new one was begun/);
    await page.getByRole('button', { name: 'Open the old record' }).click();
    await until(() => done.length > 0);
    assert.deepEqual(done, ['value {"version":1,"answers":3}']);
    await page.close();
  });

  test('a note opens its links outside, copies its machine, and opens it in an editor', async () => {
    const { page, done, complaints } = await openStudy(browser);
    await page.getByRole('button', { name: 'AWS Step Functions' }).click();
    await page.getByRole('heading', { level: 1, name: 'AWS Step Functions' }).waitFor();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Open in editor' }).click();
    await page.locator('.mark').first().click();
    assert.equal(await focused(page), 'source-1');
    await page.locator('#source-1 a').click();
    await until(() => done.length === 3);
    assert.match(done[0] ?? '', /^copy \{\s+"Comment"/);
    assert.equal(done[1]?.replace('machine ', ''), done[0]?.replace('copy ', ''));
    assert.match(done[2] ?? '', /^open https:\/\/docs\.aws\.amazon\.com\/step-functions\//);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('a note that was opened from a question leads back to it', async () => {
    const { page } = await openStudy(browser);
    await page.click('#go-seed');
    for (let number = 1; number <= 4; number++) {
      await asks(page, number);
      await press(page, '1', 'Enter');
      await page.locator('#verdict').waitFor();
      if (number < 4) {
        await press(page, 'Enter');
      }
    }
    await page.getByRole('button', { name: 'Read the note: AWS Step Functions' }).click();
    await page.locator('.note').waitFor();
    await press(page, 'Escape');
    await page.locator('#verdict').waitFor();
    await asks(page, 4);
    await page.close();
  });

  test('axe finds nothing on any screen, and nothing is cut off in a narrow side bar or at 200 % zoom', async () => {
    for (const width of [300, 150]) {
      const { page } = await openStudy(browser, { width });
      const check = async (screen: string) => {
        await page.evaluate(axe.source);
        const found = await page.evaluate<string[]>(`axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`);
        assert.deepEqual(found, [], `${screen} at ${width}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, `${screen} is wider than ${width}`);
        const small = await page.locator('button, label').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML));
        assert.deepEqual(small, [], `${screen}: too small to hit`);
      };
      await check('home');
      await page.click('#note-step-functions');
      await page.locator('.note').waitFor();
      await check('note');
      await press(page, 'Escape');
      await page.click('#go-seed');
      for (let number = 1; number <= 5; number++) {
        await asks(page, number);
        await check('question');
        await press(page, '2', 'Enter');
        await page.locator('#verdict').waitFor();
        await check('verdict');
        await press(page, 'Enter');
      }
      await page.locator('#result').waitFor();
      await check('summary');
      await page.close();
    }
  });

  test('what a deck or record says is shown as text, and no address but a web address is opened', async () => {
    const { page, host, done } = await openStudy(browser);
    for (const url of ['command:workbench.action.quit', 'file:///etc/passwd', 'javascript:alert(1)', 'http://plain.test/']) {
      await host.receive({ wire: 'stepwise/1', kind: 'tell', name: 'openLink', value: { url } });
    }
    assert.deepEqual(done, []);
    await page.close();
  });
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

const asks = (page: Page, number: number) => page.getByText(`Question ${number} of 5`).waitFor();

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
