// The graph page as a person meets it: by mouse and by keys.
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { stringify } from 'yaml';
import { useBrowser } from '../study/drive';
import { openGraph, type OpenGraph } from './open';
import { chain, everything, machine } from './samples';

suite('the graph page', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const box = (page: Page, name: string): Locator => page.locator(`.box[data-id="${name}"]`);

  /** Opens, uses, and makes sure that nothing went wrong. */
  async function using(text: string, options: Parameters<typeof openGraph>[2], use: (opened: OpenGraph) => Promise<void>): Promise<void> {
    const opened = await openGraph(browser(), text, options);
    await use(opened);
    assert.deepEqual(opened.complaints, []);
    await opened.page.close();
  }

  const middle = async (of: Locator): Promise<{ x: number; y: number }> => {
    const { x, y, width, height } = (await of.boundingBox()) ?? assert.fail();
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  };

  test('draws every state once, with what its box shows; YAML alike', async () => {
    const words: string[][] = [];
    for (const [text, yaml] of [[everything, false], [stringify(JSON.parse(everything)), true]] as const) {
      await using(text, { yaml, width: 1000, height: 1400 }, async ({ page }) => {
        words.push((await page.locator('.box[data-id]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))).sort());
        const arrows = page.locator('.arrow:not(.ways > .arrow)');
        assert.equal(await arrows.count(), 14);
        assert.deepEqual(await arrows.locator('.label').allTextContents(), ['States.Timeout', 'States.TaskFailed', 'States.ALL', '$.score > 0.9', '$.tries < 3 and $.status is', '"RETRY"', 'Default']);
      });
    }
    assert.deepEqual(words[1], words[0]);
    assert.equal(words[0]?.length, 14);
    assert.ok(words[0].includes('Generate dataset, Task, Lambda: invoke, tried again 5 times at most'), words[0].join('\n'));
  });

  test('a click shows the state in the text, a second one opens it; so does Enter', async () => {
    await using(everything, {}, async ({ page, done }) => {
      await box(page, 'Train model').click();
      await box(page, 'Pause').dblclick();
      await page.keyboard.press('Enter');
      const [train, pause] = ['Train model', 'Pause'].map((name) => String(everything.slice(0, everything.indexOf(`"${name}": {`)).split('\n').length - 1));
      assert.deepEqual(done, [`reveal ${train ?? ''}`, `reveal ${pause ?? ''}`, `open ${pause ?? ''}`, `open ${pause ?? ''}`]);
    });
  });

  test('the cursor’s state is set off and brought into view', async () => {
    await using(chain(120), { height: 500 }, async ({ page, cursor }) => {
      const text = chain(120);
      const line = text.slice(0, text.indexOf('"Step 90": {')).split('\n').length;
      assert.equal(await box(page, 'Step 90').count(), 0);
      cursor({ line, character: 6 });
      await page.locator('.box.current[data-id="Step 90"]').waitFor();
      const { y } = await middle(box(page, 'Step 90'));
      assert.ok(y > 0 && y < 500, String(y));
    });
  });

  test('of a template is that of the definition that the cursor is in', async () => {
    const resource = (state: string): object => ({ Type: 'AWS::Serverless::StateMachine', Properties: { Definition: { StartAt: state, States: { [state]: { Type: 'Succeed' } } } } });
    const text = JSON.stringify({ Resources: { First: resource('A'), Second: resource('B') } }, undefined, 1);
    const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length - 1;
    await using(text, {}, async ({ page, cursor }) => {
      assert.equal(await box(page, 'A').count(), 1);
      cursor({ line: lineOf('"B": {'), character: 8 });
      await page.locator('.box.current[data-id="B"]').waitFor();
      assert.equal(await box(page, 'A').count(), 0);
      cursor({ line: lineOf('"First"'), character: 4 });
      await box(page, 'A').waitFor();
    });
  });

  test('broken text leaves the picture as it was, and says so; mended text is drawn', async () => {
    await using(everything, {}, async ({ page, edit }) => {
      const count = await page.locator('.box').count();
      await edit(everything.replace('"Type": "Wait",', '"Type": "Wait" "'));
      await page.getByText('The text can’t be read as it stands.').waitFor();
      assert.equal(await page.locator('.box').count(), count);
      await edit(everything.replaceAll('Pause', 'Cool down'));
      await box(page, 'Cool down').waitFor();
      assert.equal(await page.locator('.stale').count(), 0);
      assert.ok(await page.locator('.notice').isHidden());
    });
  });

  test('an edit moves only what it must: what stands above stays, element by element', async () => {
    const text = chain(300);
    await using(text, { motion: true }, async ({ page, edit }) => {
      await page.evaluate(() => document.querySelectorAll('.box').forEach((one) => (one.setAttribute('data-before', ''))));
      const before = await middle(box(page, 'Step 2'));
      await edit(text.replace('"Step 200": {', '"Step 200": { "Comment": "x",').replaceAll('"Step 201"', '"Step 201 with a much longer name"'));
      assert.deepEqual(await middle(box(page, 'Step 2')), before);
      assert.ok(await page.evaluate(() => [...document.querySelectorAll('.box')].every((one) => one.hasAttribute('data-before'))));
    });
  });

  test('arrow keys walk the arrows, in and out of what is inside others', async () => {
    await using(everything, { height: 1000 }, async ({ page }) => {
      const way = async (...keys: string[]): Promise<string[]> => {
        const ids: string[] = [];
        for (const key of keys) {
          await page.keyboard.press(key);
          ids.push(await page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? ''));
        }
        return ids;
      };
      await page.keyboard.press('Home');
      assert.deepEqual(await way('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'), ['Generate dataset', 'Train model', 'Good enough?', 'Both']);
      assert.deepEqual(await way('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp'), ['Both/0/Register', 'Both/0/Notify', 'Score all', 'Both', 'Good enough?']);
      assert.deepEqual(await way('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft'), ['Both', 'Both/0/Register', 'Both/1/Report', 'Both/0/Register']);
    });
  });

  test('Tab goes on from a state to its arrows, which are read out, lead to the code, and are walked along', async () => {
    await using(everything, {}, async ({ page, done }) => {
      const focused = (): Promise<string | null> => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
      await box(page, 'Good enough?').click();
      done.length = 0;
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'to Both if $.score > 0.9');
      await page.getByRole('tooltip').getByText('If $.score > 0.9').waitFor();
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'to Pause if $.tries < 3 and $.status is "RETRY"');
      await page.keyboard.press('Enter');
      const line = everything.split('\n').findIndex((text) => text.includes('"And"')) - 1;
      assert.deepEqual(done, [`open ${String(line)}`]);
      await page.keyboard.press('ArrowRight');
      assert.equal(await focused(), 'to Failed by default');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowUp');
      assert.match((await focused()) ?? '', /^Good enough\?, Choice/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      assert.match((await focused()) ?? '', /^Both, Parallel/);
      // Out of the drawing again, past the one arrow of this state.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      assert.ok(!((await focused()) ?? '').startsWith('to '));
    });
  });

  test('an arrow keeps the focus while the text changes around it', async () => {
    await using(everything, {}, async ({ page, edit }) => {
      await box(page, 'Good enough?').click();
      await page.keyboard.press('Tab');
      await edit(everything.replace('0.9', '0.95'));
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'to Both if $.score > 0.95');
    });
  });

  test('a click on an arrow shows its rule in the text, and under the mouse it says the rule in words', async () => {
    await using(everything, { height: 1400 }, async ({ page, done }) => {
      const label = page.locator('.arrow > .label', { hasText: 'States.Timeout' }).first();
      await label.hover();
      await page.getByRole('tooltip').getByText('When it fails with States.Timeout, States.TaskFailed').waitFor();
      await label.click();
      assert.deepEqual(done, [`reveal ${String(everything.split('\n').findIndex((text) => text.includes('"Catch"')) + 1)}`]);
    });
  });

  test('a state with others in it folds and unfolds, by mouse and by Space, and is as it was after a reload', async () => {
    let state: unknown;
    await using(everything, { height: 1000 }, async ({ page, state: kept }) => {
      await page.locator('[data-fold="Both"]').click();
      await box(page, 'Both/0/Register').waitFor({ state: 'detached' });
      await box(page, 'Score all').click({ position: { x: 80, y: 14 } });
      await page.keyboard.press('Space');
      await box(page, 'Score all/0/Fine').waitFor({ state: 'detached' });
      await page.keyboard.press('Space');
      await box(page, 'Score all/0/Fine').waitFor();
      assert.match((await box(page, 'Both').getAttribute('aria-label')) ?? '', /, folded$/);
      await page.keyboard.press('+');
      const scale = await page.locator('.world').evaluate((world) => new DOMMatrix(getComputedStyle(world).transform).a);
      while ((kept() as { view: { scale: number } } | undefined)?.view.scale.toFixed(4) !== scale.toFixed(4)) {
        await page.waitForTimeout(10);
      }
      state = kept();
    });
    await using(everything, { height: 1000, state }, async ({ page }) => {
      assert.match((await box(page, 'Both').getAttribute('aria-label')) ?? '', /, folded$/);
      assert.equal(await box(page, 'Both/0/Register').count(), 0);
      const { scale } = (state as { view: { scale: number } }).view;
      assert.equal((await page.locator('.world').evaluate((world) => new DOMMatrix(getComputedStyle(world).transform).a)).toFixed(4), scale.toFixed(4));
    });
  });

  test('a state is found by its name, type or service, and Escape leaves the focus on it', async () => {
    await using(chain(200), {}, async ({ page }) => {
      await page.keyboard.press('/');
      await page.keyboard.type('step 15');
      await page.getByText('1 of 12').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('2 of 12').waitFor();
      assert.equal(await page.locator('.found').count() > 0, true);
      await page.keyboard.press('Escape');
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-id')), 'Step 115');
      await page.keyboard.press('Control+f');
      await page.keyboard.type('glue');
      await page.getByText('1 of 159').waitFor();
    });
  });

  test('zooms around the mouse, pans, fits, and turns', async () => {
    await using(everything, {}, async ({ page, done }) => {
      const scale = (): Promise<number> => page.locator('.world').evaluate((world) => new DOMMatrix(getComputedStyle(world).transform).a);
      const before = await middle(box(page, 'Train model'));
      const large = await scale();
      await page.mouse.move(before.x, before.y);
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -200);
      await page.keyboard.up('Control');
      await page.waitForFunction((before) => new DOMMatrix(getComputedStyle(document.querySelector('.world') as Element).transform).a > before, large);
      assert.ok((await scale()) > large);
      const there = await middle(box(page, 'Train model'));
      assert.ok(Math.abs(there.x - before.x) <= 2 && Math.abs(there.y - before.y) <= 2);
      await page.mouse.move(20, 400);
      await page.mouse.down();
      await page.mouse.move(60, 430, { steps: 4 });
      await page.mouse.up();
      const moved = await middle(box(page, 'Train model'));
      assert.deepEqual([moved.x - there.x, moved.y - there.y], [40, 30]);
      await page.keyboard.press('0');
      await page.getByRole('button', { name: 'Turn: down or right' }).click();
      await page.waitForFunction(() => document.querySelector('main')?.dataset['drawn'] === '2');
      assert.deepEqual(done, ['turn right']);
      const [first, second] = [await middle(box(page, 'Generate dataset')), await middle(box(page, 'Train model'))];
      assert.ok(second.x > first.x + 50);
    });
  });

  test('tells what a state is beside it, with its problems', async () => {
    await using(machine({ A: { Type: 'Pass', Comment: 'The first of all.', Next: 'Gone' } }), {}, async ({ page }) => {
      await box(page, 'A').hover();
      await page.getByRole('tooltip').waitFor();
      assert.match(await page.getByRole('tooltip').innerText(), /A\nPass\n+The first of all\.\n+There is no state "Gone"/);
    });
  });

  test('arrows that would run past the whole machine are lines in their boxes, which lead where they say', async () => {
    await using(chain(120), {}, async ({ page }) => {
      const line = page.locator('.line').first();
      assert.equal(await line.textContent(), 'States.ALL → Failed');
      await line.click();
      await box(page, 'Failed').waitFor();
    });
  });

  test('saves SVG that stands by itself, and PNG; copies Mermaid', async () => {
    await using(everything, {}, async ({ page, done, saved }) => {
      await page.getByRole('button', { name: 'Save as SVG' }).click();
      await page.getByRole('button', { name: 'Save as PNG' }).click();
      await page.waitForFunction(() => document.querySelector('#said')?.textContent === '');
      await page.getByRole('button', { name: 'Copy as Mermaid' }).click();
      while (done.length < 3) {
        await page.waitForTimeout(10);
      }
      assert.deepEqual([...done].sort(), ['mermaid', 'save png', 'save svg']);
      const [svg, png] = [saved.find(({ kind }) => kind === 'svg')?.data ?? '', saved.find(({ kind }) => kind === 'png')?.data ?? ''];
      assert.ok(svg.includes('>Generate dataset</text>') && svg.includes('>Forgotten</text>') && !/ (class|style)=|var\(/.test(svg));
      const opened = await browser().newPage();
      await opened.setContent(`<img id="svg" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}"><img id="png" src="data:image/png;base64,${png}">`);
      const sizes = await opened.locator('img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      assert.ok((sizes[0] ?? 0) > 300 && sizes[1] === 2 * (sizes[0] ?? 0), sizes.join(' '));
      await opened.close();
    });
  });

  test('what is saved has the theme’s own paper, so that it can be read on any page', async () => {
    const papers = { light: 'rgb(255, 255, 255)', dark: 'rgb(31, 31, 31)', contrast: 'rgb(0, 0, 0)' };
    for (const theme of Object.keys(papers) as (keyof typeof papers)[]) {
      await using(stringify(JSON.parse(everything)), { yaml: true, theme }, async ({ page, done, saved }) => {
        await page.getByRole('button', { name: 'Save as SVG' }).click();
        while (done.length < 1) {
          await page.waitForTimeout(10);
        }
        assert.ok(saved[0]?.data.includes(`<rect width="100%" height="100%" fill="${papers[theme]}"/>`));
      });
    }
  });

  test('of a machine of a thousand states only what is seen is in the page', async () => {
    await using(chain(1000), {}, async ({ page }) => {
      assert.ok((await page.locator('.box').count()) < 80);
      assert.ok(await page.locator('.minimap').isVisible());
      assert.equal(await page.locator('#outline li').count(), 1000);
    });
  });

  test('while it is chosen from a list, all of it is seen beside the list, with its caption and without tools', async () => {
    const caption = { name: 'Everything', text: 'One of everything.' };
    for (const [width, height] of [[920, 700], [1600, 900]] as const) {
      await using(everything, { caption, width, height }, async ({ page, edit }) => {
        assert.match(await page.locator('aside').innerText(), /^Everything\n+One of everything\.$/);
        assert.equal(await page.getByRole('toolbar').isVisible(), false);
        for (const text of [everything, chain(12)]) {
          await edit(text);
          const { x, y, width: wide, height: high } = (await page.locator('.world').boundingBox()) ?? assert.fail();
          assert.ok(x > 0 && x + wide < width && y > 0 && y + high < height, 'all of it is seen');
          assert.ok(y > 0.45 * height || x > width / 2 + 300, 'nothing is below the list');
          assert.ok(x > 260 + 24, 'nor upon the caption');
        }
      });
    }
  });

  test('says where there is nothing to draw', async () => {
    await using('{ "StartAt": "A", "States": {} }', {}, async ({ page, edit }) => {
      await page.getByText('No states yet.').waitFor();
      assert.ok(await page.getByRole('button', { name: 'Save as SVG' }).isDisabled());
      await edit(machine({ A: { Type: 'Succeed' } }));
      await box(page, 'A').waitFor();
    });
  });
});
