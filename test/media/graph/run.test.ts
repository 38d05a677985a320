// A run on the graph: what each state has come to is said by a picture and in words, and the reader goes through its events.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { suite, suiteSetup, test } from 'mocha';
import type { Page } from 'playwright-core';
import { GraphNames, pictureAt } from '../../../client/src/history/moment';
import type { Tracker } from '../../../client/src/history/tracker';
import { AslDocument } from '../../../server/src/analysis/document';
import { graph } from '../../../server/src/features/graph/graph';
import { fails, returns } from '../../support/story';
import { services } from '../../support/services';
import { trackerOf } from '../../client/history/samples';
import { useBrowser } from '../study/drive';
import { openGraph, type OpenGraph } from './open';
import { themes, type ThemeName } from './themes';

const definition = JSON.stringify({
  StartAt: 'Load',
  States: {
    'Load': { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', ResultPath: '$.rows', Retry: [{ ErrorEquals: ['Busy'] }], Next: 'Score' },
    'Score': { Type: 'Map', ItemsPath: '$.rows', ResultPath: '$.scores', ItemProcessor: { StartAt: 'One', States: { One: { Type: 'Pass', End: true } } }, Next: 'Train' },
    'Train': { Type: 'Task', Resource: 'arn:aws:states:::sagemaker:createTrainingJob.sync', Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.why', Next: 'Clean up' }], Next: 'Save' },
    'Save': { Type: 'Succeed' },
    'Clean up': { Type: 'Fail', Error: 'Gone' },
  },
}, undefined, 2);

suite('a run on the graph', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  let tracker: Tracker;
  const names = new GraphNames(graph(new AslDocument(definition, 'json', { services }), () => undefined) ?? assert.fail());

  suiteSetup(async () => {
    tracker = await trackerOf(definition, { Load: [fails('Busy'), returns([1, 2, 3])], Train: [fails('Broken')] });
  });

  async function using(options: Parameters<typeof openGraph>[2], use: (opened: OpenGraph & { show(at: number): Promise<void> }) => Promise<void>): Promise<void> {
    const opened = await openGraph(browser(), definition, { width: 800, height: 900, ...options });
    const show = async (at: number): Promise<void> => {
      const run = pictureAt(tracker, names, at, 'Run on this machine', false);
      opened.run(run);
      await opened.page.getByText(`${String(at + 1)} of ${String(tracker.events.length)}`).first().waitFor();
    };
    await use({ ...opened, show });
    assert.deepEqual(opened.complaints, []);
    await opened.page.close();
  }

  const label = (page: Page, id: string): Promise<string> => page.locator(`.box[data-id="${id}"]`).getAttribute('aria-label').then((words) => /in the run: (.*)$/.exec(words ?? '')?.[1] ?? 'not come to');
  const last = (): number => tracker.events.length - 1;

  test('every state says what it has come to, and the arrows that were taken are set off', async () => {
    await using({}, async ({ page, show }) => {
      await show(last());
      const said = Object.fromEntries(await Promise.all(['Load', 'Score', 'Score/0/One', 'Train', 'Save', 'Clean up'].map(async (id) => [id, await label(page, id)] as const)));
      assert.deepEqual(said, {
        'Load': 'succeeded, tried again 1 time',
        'Score': 'succeeded, 3 of 3 items done',
        'Score/0/One': 'succeeded, 3 visits',
        'Train': 'error caught',
        'Save': 'not come to',
        'Clean up': 'failed',
      });
      assert.deepEqual(await page.locator('.box .marks text').allTextContents().then((all) => all.sort()), ['3/3', '×3', '↻1']);
      assert.equal(await page.locator('.arrow.taken').count(), 4);
      assert.equal(await page.locator('.arrow.catch.taken').count(), 1);
    });
  });

  test('at each moment, back to before its first state; and taken off again', async () => {
    await using({}, async ({ page, show, run }) => {
      await show(3);
      assert.equal(await label(page, 'Load'), 'running, the event is here');
      assert.equal(await label(page, 'Train'), 'not come to');
      await show(0);
      assert.equal(await label(page, 'Load'), 'not come to');
      assert.equal(await page.locator('.marks, .taken').count(), 0);
      await show(last());
      run(undefined);
      await page.locator('.run').waitFor({ state: 'hidden' });
      assert.equal(await page.locator('.marks, .taken, .ran, .has-run').count(), 0);
    });
  });

  test('a slider, buttons and keys go through the events', async () => {
    await using({}, async ({ page, show, done }) => {
      await show(5);
      const slider = page.getByRole('slider', { name: 'Event of the run' });
      assert.match((await slider.getAttribute('aria-valuetext')) ?? '', /^6 of \d+: TaskScheduled, Load, lambda:invoke/);
      const moments = async (use: () => Promise<void>): Promise<string[]> => {
        const before = done.length;
        await use();
        await page.waitForFunction(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
        return done.slice(before);
      };
      assert.deepEqual(await moments(() => page.getByRole('button', { name: 'Next event' }).click()), ['moment 6']);
      assert.deepEqual(await moments(() => page.getByRole('button', { name: 'Event before' }).click()), ['moment 4']);
      assert.deepEqual(await moments(() => slider.press('Home')), ['moment 0']);
      await show(5);
      await page.locator('.box[data-id="Load"]').focus();
      assert.deepEqual(await moments(() => page.keyboard.press('.')), ['moment 6']);
      await show(6);
      assert.match(await page.locator('#said').innerText(), /^7 of \d+: TaskStarted, Load/);
      await show(5);
      assert.deepEqual(await moments(() => page.keyboard.press(',')), ['moment 4']);
      assert.deepEqual(await moments(() => page.getByRole('button', { name: 'History' }).click()), ['history']);
      assert.deepEqual(await moments(() => page.getByRole('button', { name: 'Clear Run' }).click()), ['leave run']);
    });
  });

  test('plays to its end by itself, and stands still when it is told to', async () => {
    await using({}, async ({ page, show, done }) => {
      await show(2);
      await page.getByRole('button', { name: 'Play' }).click();
      await page.waitForFunction(() => document.querySelector('#run-play')?.getAttribute('aria-label') === 'Pause');
      while (!done.includes('moment 3')) {
        await page.waitForTimeout(20);
      }
      await show(last());
      await page.getByRole('button', { name: 'Play' }).waitFor();
    });
  });

  test('of another state machine says so', async () => {
    await using({}, async ({ page, run }) => {
      run({ ...pictureAt(tracker, names, 3, 'old-history.json', false), unknown: ['Fit', 'Predict'] });
      await page.getByText('This is another state machine than was run: it has no "Fit" and 1 other.').waitFor();
    });
  });

  test('stays when the text changes, with what the state is called now', async () => {
    await using({}, async ({ page, show, edit }) => {
      await show(last());
      await edit(definition.replaceAll('"Save"', '"Keep"'));
      await page.locator('.box[data-id="Keep"]').waitFor();
      await page.locator('.box.ran[data-id="Train"] > .marks').waitFor();
    });
  });

  for (const theme of [...Object.keys(themes), 'forced'] as (ThemeName | 'forced')[]) {
    test(`axe finds nothing ${theme === 'forced' ? 'with the system’s own colors' : `in the ${theme} theme`}`, async () => {
      await using(theme === 'forced' ? { forcedColors: true } : { theme }, async ({ page, show }) => {
        await show(last());
        await page.evaluate(axe.source);
        const found: string[] = await page.evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
        assert.deepEqual(found, []);
      });
    });
  }
});
