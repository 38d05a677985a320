// What a reader sees at the width of a side bar: where the page scrolls to, what looks settled, what is set apart.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Page } from 'playwright-core';
import { builtLibrary, soundDeck } from '../../client/study/samples';
import { asks, useBrowser, verdict } from './drive';
import { smallLibrary } from './library';
import { openStudy } from './open';

const lines = (count: number): string => Array<string>(count).fill('One more line of words that a reader has to read.').join(' ');

const deckWith = (words: string) =>
  soundDeck({
    deck: 'long',
    title: 'Long',
    items: [
      {
        id: 'one',
        kind: 'single',
        ask: 'Which one?',
        options: [{ text: 'Right', correct: true, why: words }, { text: 'Wrong', why: words }, { text: 'Neither', why: words }],
        explain: lines(30),
        today: 'It is so today, with `code`.',
      },
    ],
  });

suite('what the Study page looks like', function () {
  this.timeout(60_000);
  const browser = useBrowser();

  const answer = async (words: string): Promise<Page> => {
    const { page } = await openStudy(browser(), { library: { ...smallLibrary, decks: [deckWith(words)] } });
    await page.click('#go-long');
    await asks(page, 1);
    await page.locator('.option').filter({ hasText: 'Wrong' }).click();
    await page.getByRole('button', { name: 'Check' }).click();
    await verdict(page);
    return page;
  };

  const box = async (page: Page, selector: string) => (await page.locator(selector).boundingBox()) ?? assert.fail(selector);

  test('a verdict that fits below its question leaves the question where it is seen', async () => {
    const page = await answer('No.');
    const [question, told, bar] = [await box(page, '#question'), await box(page, '#verdict'), await box(page, '.quiz > .actions')];
    assert.ok(question.y >= 0, String(question.y));
    assert.ok(told.y + told.height <= bar.y, `${String(told.y)} of ${String(bar.y)}`);
    await page.close();
  });

  test('of a verdict far below its question the first line comes into view, and no more', async () => {
    const page = await answer(lines(6));
    const [told, bar] = [await box(page, '#verdict'), await box(page, '.quiz > .actions')];
    const room = bar.y - (told.y + told.height);
    assert.ok(room >= 0 && room < 40, String(room));
    await page.close();
  });

  test('the question comes back where the reader had scrolled past it and both fit', async () => {
    const { page } = await openStudy(browser(), { library: { ...smallLibrary, decks: [deckWith('No.')] }, height: 420 });
    await page.click('#go-long');
    await asks(page, 1);
    await page.locator('.option').filter({ hasText: 'Wrong' }).click();
    await page.evaluate(() => window.scrollTo(0, 1000));
    await page.setViewportSize({ width: 300, height: 800 });
    await page.getByRole('button', { name: 'Check' }).click();
    await verdict(page);
    assert.ok((await box(page, '#question')).y >= 0);
    await page.close();
  });

  test('answered options ask for no click, and tell by frame, ring and words which was chosen and which is right', async () => {
    const page = await answer('No.');
    const look = (text: string) =>
      page.locator('.option', { hasText: text }).evaluate((option) => {
        const [frame, ring] = [getComputedStyle(option), getComputedStyle(option.querySelector('input') ?? option)];
        const clear = 'rgba(0, 0, 0, 0)';
        return { cursor: getComputedStyle(option.querySelector('label') ?? option).cursor, framed: frame.borderTopColor !== clear, ringed: ring.borderTopColor !== clear, filled: frame.backgroundColor !== clear };
      });
    await page.locator('.option').filter({ hasText: 'Neither' }).hover();
    assert.deepEqual(await look('Neither'), { cursor: 'default', framed: false, ringed: false, filled: false });
    assert.deepEqual(await look('Wrong'), { cursor: 'default', framed: true, ringed: true, filled: false });
    assert.deepEqual(await look('Right answer'), { cursor: 'default', framed: true, ringed: false, filled: false });
    await page.close();
  });

  test('what holds today and code in a sentence have an edge where the theme gives them the color of the side bar', async () => {
    const page = await answer('No.');
    await page.evaluate(() => {
      for (const [name, color] of Object.entries({ 'foreground': '#3b3b3b', 'sideBar-background': '#f8f8f8', 'textBlockQuote-background': '#f8f8f8', 'textBlockQuote-border': '#f8f8f8', 'textPreformat-background': '#f8f8f8', 'textPreformat-foreground': '#3b3b3b' })) {
        document.documentElement.style.setProperty(`--vscode-${name}`, color);
      }
    });
    for (const selector of ['.today', '.today code']) {
      // As the browser mixes it: red, green, blue and how much of them covers what is behind.
      const [width, color] = await page.locator(selector).evaluate((element) => [getComputedStyle(element).borderTopWidth, getComputedStyle(element).borderTopColor]);
      assert.equal(width, '1px', selector);
      const cover = Number(/\/ ([\d.]+)\)$/.exec(color ?? '')?.[1] ?? 1);
      assert.ok(cover >= 0.3 && /^color\(srgb 0\.23/.test(color ?? ''), `${selector}: ${color ?? ''}`);
    }
    await page.close();
  });

  // A side bar, and the same at 200 % zoom.
  for (const width of [300, 150]) {
    test(`the pictures of all notes can be read without scrolling at ${String(width)} pixels`, async () => {
      const { page, host } = await openStudy(browser(), { library: await builtLibrary(), width });
      const pictured = (await builtLibrary()).notes.filter(({ html }) => html.includes('<figure class="flow"'));
      assert.ok(pictured.length > 20);
      for (const { id, title } of pictured) {
        host.tell('show', { at: 'note', id });
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
        await page.locator('.flow > [hidden]').first().waitFor({ state: 'attached' });
        const pictures = await page.locator('.flow').evaluateAll((figures) =>
          figures.map((figure) => {
            const [shown, ...others] = [...figure.children].filter((form) => !form.hasAttribute('hidden'));
            const scale = shown instanceof SVGSVGElement ? shown.getBoundingClientRect().width / shown.viewBox.baseVal.width : 1;
            return { forms: shown ? 1 + others.length : 0, size: scale * parseFloat(getComputedStyle(figure).fontSize), overflow: figure.scrollWidth - figure.clientWidth };
          }),
        );
        for (const { forms, size, overflow } of pictures) {
          assert.equal(forms, 1, id);
          assert.ok(size >= 10, `${id}: letters of ${String(size)} pixels`);
          assert.ok(overflow <= 0, `${id}: ${String(overflow)} pixels too wide`);
        }
      }
      await page.close();
    });
  }
});
