import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { shelf } from '../../client/study/samples';
import { answerAnyhow, asks, focused, press, tabTo, until, useBrowser, verdict } from './drive';
import { openStudy, type World } from './open';

suite('the questions of the Study page', function () {
  this.timeout(30_000);
  const browser = useBrowser();

  test('each kind by keyboard alone, to the result', async () => {
    const { page, complaints } = await openStudy(browser());
    await tabTo(page, 'go-kinds');
    await press(page, 'Enter');

    await asks(page, 1);
    assert.equal(await focused(page), 'question');
    await press(page, await numberOf(page, 'A'), 'Enter');
    assert.equal(await verdict(page), 'Right');
    assert.equal(await focused(page), 'verdict');
    await press(page, 'Enter');

    await asks(page, 2);
    await press(page, await numberOf(page, 'A'), await numberOf(page, 'C'), 'Enter');
    assert.equal(await verdict(page), 'Right');
    await press(page, 'Enter');

    await asks(page, 3);
    for (const [place, text] of ['First', 'Second', 'Third'].entries()) {
      const at = (await page.locator('.ordering .text').allInnerTexts()).indexOf(text);
      await press(page, String(at + 1), ...Array<string>(at - place).fill('Alt+ArrowUp'));
    }
    assert.deepEqual(await page.locator('.ordering .text').allInnerTexts(), ['First', 'Second', 'Third']);
    await press(page, 'Enter');
    assert.equal(await verdict(page), 'Right');
    await press(page, 'Enter');

    await asks(page, 4);
    for (const [index, value] of ['1', '2', '2'].entries()) {
      await press(page, index === 0 ? '1' : 'Tab');
      await page.keyboard.type(value);
    }
    await press(page, 'Enter');
    assert.equal(await verdict(page), 'Right');
    await press(page, 'Enter');

    await asks(page, 5);
    await page.keyboard.type('3,2');
    assert.equal(await page.locator('#read-as').innerText(), 'Read as 3.2 shards');
    await press(page, 'Enter');
    assert.equal(await verdict(page), 'Right');
    assert.match(await page.locator('.numeric').innerText(), /Exactly: 3 shards/);
    await press(page, 'Enter');

    await asks(page, 6);
    assert.ok(await page.locator('#answer').isHidden());
    await press(page, 'Space');
    assert.equal(await focused(page), 'answer');
    assert.match(await page.locator('#answer').innerText(), /Back/);
    await press(page, '1');
    assert.equal(await verdict(page), 'You knew it');
    await press(page, 'Enter');

    await asks(page, 7);
    await press(page, await numberOf(page, 'B'), 'n', 'Enter');
    assert.equal(await verdict(page), 'Not right');
    await press(page, 'Enter');

    await page.locator('#result').waitFor();
    assert.equal(await page.locator('#result').innerText(), '6 of 7 right');
    assert.equal(await focused(page), 'result');
    await press(page, 'Escape');
    await page.locator('#go-kinds').waitFor();
    assert.equal(await page.locator('#go-kinds').innerText(), 'Start over');
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('each kind with the mouse, answered wrongly, with the right answer beside the given one', async () => {
    const { page, complaints } = await openStudy(browser());
    await page.click('#go-kinds');
    const check = () => page.getByRole('button', { name: 'Check' }).click();
    const next = () => page.getByRole('button', { name: /^(Next|Show the result)$/ }).click();

    await asks(page, 1);
    await page.locator('.option').filter({ hasText: 'B' }).click();
    await check();
    assert.equal(await verdict(page), 'Not right');
    assert.match(await page.locator('.option.mistaken').innerText(), /Your answer\s*It is not\./);
    assert.match(await page.locator('.option.correct').innerText(), /Right answer\s*It is\./);
    assert.match(await page.locator('.verdict').innerText(), /Asked again in/);
    await next();

    await asks(page, 2);
    await page.locator('.option').filter({ hasText: 'A' }).click();
    await page.locator('.option').filter({ hasText: 'B' }).click();
    await check();
    assert.equal(await verdict(page), 'Not right');
    assert.deepEqual(await page.locator('.option [class*=mark-]').allInnerTexts().then((all) => all.sort()), ['Not right, your answer', 'Right, and left out', 'Right, your answer']);
    await next();

    await asks(page, 3);
    const given = await page.locator('.ordering .text').allInnerTexts();
    await check();
    assert.equal(await verdict(page), 'Not right');
    const [mine, right] = [page.locator('.compared ol').first(), page.locator('.compared ol').last()];
    assert.deepEqual(await mine.locator('.text').allInnerTexts(), given);
    assert.deepEqual(await right.locator('.text').allInnerTexts(), ['First', 'Second', 'Third']);
    await next();

    await asks(page, 4);
    for (const left of ['a', 'b', 'c']) {
      await page.getByLabel(left, { exact: true }).selectOption('1');
    }
    await check();
    assert.equal(await verdict(page), 'Not right');
    assert.match(await page.locator('.pair').nth(0).innerText(), /^a\s+Right: 1$/);
    assert.match(await page.locator('.pair').nth(1).innerText(), /^b\s+Your answer: 1\s+Right answer: 2$/);
    await next();

    await asks(page, 5);
    await page.locator('#number').fill('4 shards');
    await check();
    assert.equal(await verdict(page), 'Not right');
    assert.match(await page.locator('.numeric').innerText(), /Your answer: 4 shards\s+Right answer: 3 shards/);
    await next();

    await asks(page, 6);
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: 'I did not' }).click();
    assert.equal(await verdict(page), 'You did not know it yet');
    await next();

    await asks(page, 7);
    await page.locator('.option').filter({ hasText: 'A' }).click();
    await page.getByRole('button', { name: 'Not sure' }).click();
    await check();
    assert.equal(await verdict(page), 'Right, though you were not sure');
    await next();

    assert.equal(await page.locator('#result').innerText(), '1 of 7 right');
    assert.match(await page.locator('section[aria-labelledby=lucky]').innerText(), /RIGHT, BUT NOT SURE \(1\)/i);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('Enter without an answer says what is missing, kind by kind', async () => {
    const { page } = await openStudy(browser());
    await page.click('#go-kinds');
    for (const [number, words] of [[1, 'Choose an answer first.'], [4, 'Choose one for each first.'], [5, 'Type a number first.']] as const) {
      await goTo(page, number);
      await press(page, 'Enter');
      assert.equal(await page.locator('.status').innerText(), words);
    }
    await page.close();
  });

  test('steps move by buttons, which say where they went', async () => {
    const { page } = await openStudy(browser());
    await page.click('#go-kinds');
    await goTo(page, 3);
    const [first = '', second = ''] = await page.locator('.ordering .text').allInnerTexts();
    await page.getByRole('button', { name: `Move down: ${first}` }).click();
    assert.deepEqual((await page.locator('.ordering .text').allInnerTexts()).slice(0, 2), [second, first]);
    assert.equal(await page.locator('#said').innerText(), `${first}: 2 of 3`);
    assert.match(await focused(page), /^down-/);
    await page.close();
  });

  test('a state machine is colored, copied and opened in an editor', async () => {
    const { page, done } = await openStudy(browser());
    await page.click('#go-kinds');
    await goTo(page, 7);
    assert.equal(await page.locator('#machine .name').first().innerText(), '"StartAt"');
    assert.equal(await page.locator('#machine .string').first().innerText(), '"A"');
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Open in editor' }).click();
    await until(() => done.filter((each) => /^(copy|machine)/.test(each)).length === 2);
    const text = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }';
    assert.deepEqual(done.slice(-2), [`copy ${text}`, `machine ${text}`]);
    await page.close();
  });

  test('a draft of any kind, the order and the verdict are there again after a reload', async () => {
    const world: World = { shelf: shelf() };
    let { page } = await openStudy(browser(), { world });
    const reload = async () => {
      await page.close();
      ({ page } = await openStudy(browser(), { world }));
    };
    await page.click('#go-kinds');
    await asks(page, 1);
    const options = await page.locator('.option .text').allInnerTexts();
    await press(page, '2', 'n');
    await reload();
    await asks(page, 1);
    assert.deepEqual(await page.locator('.option .text').allInnerTexts(), options);
    assert.ok(await page.getByRole('radio').nth(1).isChecked());
    assert.equal(await page.locator('#unsure').getAttribute('aria-pressed'), 'true');
    await press(page, 'Enter');
    await verdict(page);
    await reload();
    await verdict(page);

    await goTo(page, 3);
    await press(page, '1', 'Alt+ArrowDown', 'Alt+ArrowDown');
    const order = await page.locator('.ordering .text').allInnerTexts();
    await reload();
    assert.deepEqual(await page.locator('.ordering .text').allInnerTexts(), order);

    await goTo(page, 4);
    await page.getByLabel('b', { exact: true }).selectOption('2');
    await reload();
    assert.match(await page.getByLabel('b', { exact: true }).inputValue(), /^[12]$/);

    await goTo(page, 5);
    await page.locator('#number').fill('2.');
    await reload();
    assert.equal(await page.locator('#number').inputValue(), '2.');
    assert.equal(await focused(page), 'number');

    await goTo(page, 6);
    await press(page, 'Space');
    await reload();
    assert.ok(await page.locator('#answer').isVisible());
    await page.close();
  });

  test('two windows on one record: what is done in one is shown in the other, and a late click changes nothing', async () => {
    const shared = shelf();
    const [here, there] = [await openStudy(browser(), { world: { shelf: shared } }), await openStudy(browser(), { world: { shelf: shared } })];
    await here.page.click('#go-small');
    await asks(here.page, 1);
    there.host.tell('changed');
    await there.page.getByRole('button', { name: 'Continue: Small' }).click();
    await asks(there.page, 1);
    await press(here.page, '1', 'Enter');
    await verdict(here.page);
    await press(there.page, '2', 'Enter');
    await verdict(there.page);
    const chosen = (page: typeof here.page) => page.locator('input:checked').getAttribute('id');
    assert.equal(await chosen(there.page), await chosen(here.page));
    await press(here.page, 'Enter');
    await asks(here.page, 2);
    there.host.tell('changed');
    await asks(there.page, 2);
    await here.page.close();
    await there.page.close();
  });
});

type Page = Awaited<ReturnType<typeof openStudy>>['page'];

/** The key of an option. */
async function numberOf(page: Page, text: string): Promise<string> {
  return String((await page.locator('.option .text').allInnerTexts()).indexOf(text) + 1);
}

/** Answers whatever comes until the question of that number is asked. */
async function goTo(page: Page, number: number): Promise<void> {
  for (;;) {
    await page.locator('#question').waitFor();
    const at = Number(/Question (\d+)/.exec(await page.locator('.quiz-top').innerText())?.[1]);
    if (at === number) {
      return;
    }
    if (!(await page.locator('#verdict').isVisible())) {
      await answerAnyhow(page);
      await verdict(page);
    }
    await page.locator('#go').click();
    await asks(page, at + 1);
  }
}
