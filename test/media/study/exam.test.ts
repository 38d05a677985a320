import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Page } from 'playwright-core';
import { shelf } from '../../client/study/samples';
import { asks, focused, press, useBrowser } from './drive';
import { openStudy, type World } from './open';

suite('an exam on the Study page', function () {
  this.timeout(40_000);
  const browser = useBrowser();

  test('from its beginning to its score, by keyboard, with a reload in the middle', async () => {
    const world: World = { shelf: shelf() };
    let { page } = await openStudy(browser(), { world });
    await page.locator('#way-exam summary').focus();
    await press(page, 'Enter', 'Tab', 'Tab');
    assert.equal(await focused(page), 'time');
    await page.keyboard.type('No');
    await press(page, 'Tab', 'Enter');
    await asks(page, 1);
    assert.equal(await page.locator('#countdown').count(), 0);

    for (let number = 1; number <= 4; number++) {
      await asks(page, number);
      assert.equal(await focused(page), 'question');
      await giveRight(page);
      await leaveField(page);
      if (number === 2) {
        await press(page, 'f');
        await page.locator('#flag[aria-pressed=true]').waitFor();
      }
      if (number === 3) {
        await press(page, 'n');
      }
      await press(page, 'Enter');
    }
    await asks(page, 5);
    assert.equal(await page.locator('#verdict').count(), 0);
    await page.close();

    ({ page } = await openStudy(browser(), { world }));
    await asks(page, 5);
    await page.locator('#questions summary').click();
    assert.equal(await page.locator('#questions summary').innerText(), '4 of 9 answered, 1 flagged');
    assert.equal(await page.locator('#question-1').getAttribute('aria-label'), 'Question 2, answered, flagged');
    assert.equal(await page.locator('#question-8').getAttribute('aria-label'), 'Question 9, blank');
    // Back to the flagged one: its answer is still there.
    await page.locator('#question-1').click();
    await asks(page, 2);
    assert.ok(await isAnswered(page));
    await press(page, 'p');
    await asks(page, 1);

    await page.getByRole('button', { name: 'Hand in' }).click();
    const dialog = page.getByRole('dialog');
    assert.match(await dialog.innerText(), /5 questions are blank, and a blank counts as wrong. 1 flagged./);
    await press(page, 'Escape');
    await asks(page, 1);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await dialog.getByRole('button', { name: 'To the first blank' }).click();
    await asks(page, 5);
    await page.getByRole('button', { name: 'Hand in' }).click();
    await dialog.getByRole('button', { name: 'Hand in' }).click();

    await page.locator('#result').waitFor();
    assert.equal(await page.locator('#result').innerText(), '4 of 9 right');
    assert.match(await page.locator('section[aria-labelledby=domains]').innerText(), /\d of \d right/);
    assert.equal(await page.locator('section[aria-labelledby=lucky] li').count(), 1);
    assert.equal(await page.locator('section[aria-labelledby=wrong] li').count(), 5);
    assert.match(await page.locator('section[aria-labelledby=wrong] li').first().innerText(), /Left blank/);
    await page.close();
  });

  test('the clock can be hidden, is said at ten, five and one minutes, and hands in at zero', async () => {
    const { page, complaints } = await openStudy(browser(), { clock: true });
    await page.locator('#way-exam summary').click();
    await page.locator('#exam').click();
    await asks(page, 1);
    const clock = page.locator('#countdown');
    assert.equal(await clock.innerText(), '25:00');
    const said: string[] = [];
    await page.exposeFunction('hear', (text: string) => said.push(text));
    await page.evaluate(`new MutationObserver(([change]) => window.hear(change.target.textContent)).observe(document.querySelector('#said'), { childList: true, characterData: true, subtree: true })`);
    await page.clock.runFor(60_000);
    // The page looks at its clock once a second, and perhaps not yet since.
    await page.locator('#countdown', { hasText: /^\s*(?:23:5\d|24:00)\s*$/ }).waitFor();
    await clock.click();
    assert.equal(await clock.innerText(), 'Show time');
    for (let minute = 0; minute < 24; minute++) {
      await page.clock.runFor(60_000);
    }
    await page.locator('#result').waitFor();
    assert.deepEqual(said.filter((each) => /left$/.test(each)), ['10 minutes left', '5 minutes left', 'One minute left']);
    assert.match(await page.locator('.score').innerText(), /in 25 minutes/);
    assert.deepEqual(complaints, []);
    await page.close();
  });
});

/** In a field letters are text. */
async function leaveField(page: Page): Promise<void> {
  if (await page.locator('#number:focus').count()) {
    await press(page, 'Escape');
    assert.equal(await focused(page), 'question');
  } else if (await page.locator('.matching select:focus').count()) {
    await page.locator('#question').focus();
  }
}

async function isAnswered(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement | HTMLSelectElement>('#number, .matching select');
    return field ? field.value !== '' && field.value !== '-1' : document.querySelector('input:checked, [aria-pressed=true]#knew, .ordering') !== null;
  });
}

/** The right answer to each question of the small library. */
async function giveRight(page: Page): Promise<void> {
  const ask = await page.locator('#question').innerText();
  const choose = (text: string) => page.locator('.option').filter({ hasText: text }).locator('input').check();
  switch (ask) {
    case 'One?':
    case 'First?':
    case 'What runs first?':
      return choose('A');
    case 'Second?':
      return choose('D');
    case 'Which two?':
      await choose('A');
      return choose('C');
    case 'In which order?':
      for (const [place, text] of ['First', 'Second', 'Third'].entries()) {
        const at = (await page.locator('.ordering .text').allInnerTexts()).indexOf(text);
        await page.locator('.ordering li').nth(at).focus();
        await press(page, ...Array<string>(at - place).fill('Alt+ArrowUp'));
      }
      return;
    case 'What goes together?':
      for (const [left, right] of [['a', '1'], ['b', '2'], ['c', '2']] as const) {
        await page.getByLabel(left, { exact: true }).selectOption({ label: right });
      }
      return;
    case 'How many?':
      return page.locator('#number').fill('3');
    default:
      await press(page, 'Space', '1');
  }
}
