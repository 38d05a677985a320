// Everybody can use the graph: axe finds nothing in any theme, and what the picture shows is there in words.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { suite, test } from 'mocha';
import type { Page } from 'playwright-core';
import { useBrowser } from '../study/drive';
import { openGraph } from './open';
import { everything } from './samples';
import { themes, type ThemeName } from './themes';

suite('access to the graph', function () {
  this.timeout(60_000);
  const browser = useBrowser();

  async function check(page: Page): Promise<void> {
    await page.evaluate(axe.source);
    const found: string[] = await page.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
    assert.deepEqual(found, []);
  }

  for (const theme of Object.keys(themes) as ThemeName[]) {
    test(`axe finds nothing in the ${theme} theme: with a tip, while searching, with a notice`, async () => {
      const { page, edit, complaints } = await openGraph(browser(), everything, { theme });
      await page.locator('.box[data-id="Train model"]').hover();
      await page.getByRole('tooltip').waitFor();
      await check(page);
      await page.keyboard.press('/');
      await page.keyboard.type('task');
      await edit(everything.slice(0, -20));
      await page.locator('.notice').waitFor();
      await check(page);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  /** How well two colors are told apart, as WCAG reckons it. */
  const contrast = (one: readonly number[], other: readonly number[]): number => {
    const light = (color: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const [dark = 0, bright = 0] = [light(one), light(other)].sort((first, second) => first - second);
    return (bright + 0.05) / (dark + 0.05);
  };

  for (const theme of Object.keys(themes) as ThemeName[]) {
    test(`words can be read and arrows be seen in the ${theme} theme, of which axe can't tell in a drawing`, async () => {
      const { page } = await openGraph(browser(), everything, { theme, width: 1000, height: 1400 });
      const colors = (selector: string, name: 'fill' | 'stroke'): Promise<number[][]> =>
        page.locator(selector).evaluateAll((all, property) => {
          // Painted, so that mixed colors are told in red, green and blue.
          const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
          return all.filter((one) => one.closest('.dimmed') === null).map((one) => {
            context.fillStyle = getComputedStyle(one).getPropertyValue(property);
            context.fillRect(0, 0, 1, 1);
            return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)].map((part) => part / 255);
          });
        }, name);
      const [paper = []] = await colors('.behind', 'fill');
      const [box = []] = await colors('.task > .outline', 'fill');
      for (const [selector, name, behind, least] of [['.box:not(.terminal) > .name', 'fill', box, 4.5], ['.detail', 'fill', box, 4.5], ['.arrow > .label', 'fill', paper, 4.5], ['.way', 'stroke', paper, 3], ['.icon', 'stroke', box, 3]] as const) {
        const found = await colors(selector, name);
        assert.ok(found.length > 0, selector);
        for (const color of found) {
          assert.ok(contrast(color, behind) >= least, `${selector}: ${contrast(color, behind).toFixed(2)} (${color.join(' ')})`);
        }
      }
      await page.close();
    });
  }

  test('where the system forces its colors, nothing has any other', async () => {
    const { page } = await openGraph(browser(), everything, { theme: 'contrast', forcedColors: true, width: 1000, height: 1400 });
    await page.keyboard.press('/');
    await page.keyboard.type('fail');
    const others = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const allowed = new Set(['none', 'transparent', 'rgba(0, 0, 0, 0)']);
      for (const name of ['Canvas', 'CanvasText', 'Highlight', 'HighlightText']) {
        probe.style.color = name;
        allowed.add(getComputedStyle(probe).color);
      }
      return [...document.querySelectorAll('.world path, .world rect, .world text')].flatMap((one) => {
        const { fill, stroke } = getComputedStyle(one);
        return [fill, stroke].filter((color) => !allowed.has(color)).map((color) => `${one.parentElement?.getAttribute('class') ?? ''} > ${one.getAttribute('class') ?? ''}: ${color}`);
      });
    });
    assert.deepEqual(others, []);
    await page.close();
  });

  test('the same is there as a list, with what leads where', async () => {
    const { page, edit } = await openGraph(browser(), everything);
    const items = await page.locator('#outline > ol > li').evaluateAll((all) => all.map((one) => one.firstChild?.textContent ?? ''));
    assert.equal(items[0], 'Generate dataset, Task, Lambda: invoke, tried again 5 times at most. The first. Leads to Train model; to Failed on States.Timeout, States.TaskFailed.');
    assert.equal(items[2], 'Good enough?, Choice, 2 rules. Leads to Both if $.score > 0.9; to Pause if $.tries < 3 and $.status is "RETRY"; to Failed by default.');
    assert.match(await page.locator('#outline').innerText(), /Branch 2:\s*Report, Pass\. The first\. Ends here\./);
    await edit(everything.replaceAll('Report', 'Tell'));
    await page.locator('#outline li', { hasText: /^Tell, Pass/ }).waitFor({ state: 'attached' });
    await page.close();
  });

  test('nothing glides where less motion is wanted', async () => {
    const { page, edit } = await openGraph(browser(), everything, { motion: false });
    await edit(everything.replaceAll('Generate dataset', 'Make'));
    assert.equal(await page.locator('.moving').count(), 0);
    await page.close();
  });
});
