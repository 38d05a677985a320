import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';
import { asAwsPrints, eventsOf } from '../../client/history/samples';
import { fails, returns } from '../../support/story';
import { openFile, picture, reloadByCommand, runCommand, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const file = 'recorded.asl.json';
const history = 'nightly-history.json';
const scoring = 'Batch transform';

interface Definition {
  States: Record<string, { Type?: string; End?: boolean; Catch?: object[] }>;
}

/** One story: a history that came from AWS is looked at, on its graph too, and replayed. */
suite('a history on the page', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    const machine = JSON.parse(await editor.read('train-model.asl.json')) as Definition;
    (machine.States[scoring] ?? assert.fail()).Catch = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Clean up' }];
    machine.States['Clean up'] = { Type: 'Pass', End: true };
    const text = JSON.stringify(machine, undefined, 2);
    const dataset = { Payload: { trainUri: 's3://data/train.csv', validationUri: 's3://data/validation.csv', batchUri: 's3://data/batch.csv' } };
    const events = await eventsOf(text, {
      'Generate dataset': [returns(dataset, { after: 40 })],
      'Train model (XGBoost)': [fails('SageMaker.ResourceLimitExceededException', 'no ml.m5.xlarge is free', { after: 60 }), returns({ TrainingJobName: 'xgboost-7', ModelArtifacts: { S3ModelArtifacts: 's3://models/7.tar.gz' } }, { after: 3600 })],
      'Save model': [returns({ ModelArn: 'arn:aws:sagemaker:us-east-1:111122223333:model/xgboost' }, { after: 40 })],
      [scoring]: [fails('States.TaskFailed', '{"FailureReason":"the batch is empty"}', { after: 1300 })],
    }, { input: { run: 7 } });
    await editor.write(file, text);
    await editor.write(history, asAwsPrints(events));
  });

  /** The page with that in it. */
  async function frameWith(selector: string): Promise<FrameLocator> {
    for (const until = Date.now() + 25_000; Date.now() < until; ) {
      const count = await page.locator('iframe.webview').count();
      for (let index = 0; index < count; index++) {
        const frame = page.frameLocator(`iframe.webview >> nth=${String(index)}`).frameLocator('#active-frame');
        if (await frame.locator(selector).first().isVisible().catch(() => false)) {
          return frame;
        }
      }
      await page.waitForTimeout(100);
    }
    throw new Error(`No page has ${selector}.`);
  }

  const historyFrame = (): Promise<FrameLocator> => frameWith('#tab-states');
  const graphFrame = (): Promise<FrameLocator> => frameWith('#run-slider');

  test('opens from the icon above a file that is one, with what became of each state', async () => {
    await openFile(page, history);
    await page.locator('.editor-actions').getByRole('button', { name: 'Open Execution History…' }).click();
    const frame = await historyFrame();
    await frame.getByText(`State machine: ${file}`).waitFor();
    await frame.locator('.rows > .row', { hasText: scoring }).click();
    await frame.locator('.details').getByText('the batch is empty').first().waitFor();
    assert.match(await frame.locator('.rows > .row.chosen').innerText(), /Error caught/);
    await check(frame);
    await picture(editor, page, 'history-states', () => check(frame));
  });

  test('is read again when its file is written', async () => {
    const whole = await editor.read(history);
    const { events } = JSON.parse(whole) as { events: object[] };
    await editor.write(history, JSON.stringify({ events: events.slice(0, -3) }));
    const frame = await historyFrame();
    await frame.locator('#status', { hasText: 'Running' }).waitFor();
    await editor.write(history, whole);
    await frame.locator('#status', { hasText: 'Succeeded' }).waitFor();
  });

  test('over time', async () => {
    const frame = await historyFrame();
    await frame.getByRole('tab', { name: 'Timeline' }).click();
    await frame.locator('.bar', { hasText: scoring }).waitFor();
    await picture(editor, page, 'history-timeline', () => check(frame));
  });

  test('on the graph, whose slider leads the history, and the other way round', async () => {
    const frame = await historyFrame();
    await frame.getByRole('tab', { name: 'States' }).click();
    await frame.getByRole('button', { name: 'Show on Graph' }).click();
    const graph = await graphFrame();
    await graph.locator(`.box.ran-caught[data-id="${scoring}"]`).waitFor();
    await frame.locator('.rows > .row', { hasText: 'Save model' }).click();
    await graph.locator('.box.here[data-id="Save model"]').waitFor();
    await picture(editor, page, 'history-graph');
    const slider = graph.getByRole('slider', { name: 'Event of the run' });
    await slider.focus();
    await slider.press('Home');
    await slider.press('ArrowRight');
    await frame.locator('.rows > .row.chosen', { hasText: 'Generate dataset' }).waitFor();
    await graph.locator('.box.ran-running.here[data-id="Generate dataset"]').waitFor();
  });

  test('is there again after a reload', async () => {
    await reloadByCommand(page);
    const frame = await historyFrame();
    await frame.getByText(`State machine: ${file}`).waitFor();
    await frame.locator('.rows > .row.chosen', { hasText: 'Generate dataset' }).waitFor();
  });

  test('is replayed in the debugger, with the graph going along, and that run has a history too', async () => {
    await (await historyFrame()).getByRole('button', { name: 'Replay in Debugger' }).click();
    await page.locator('.debug-top-stack-frame-line').first().waitFor();
    await (await graphFrame()).locator('.box.ran-running.here[data-id="Generate dataset"]').waitFor();
    await picture(editor, page, 'history-replay');
    await page.locator('.debug-toolbar .codicon-debug-continue').click();
    await page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
    await page.locator('.repl').getByText('The replay came out as recorded.').first().waitFor();
    await (await graphFrame()).locator(`.box.ran-caught[data-id="${scoring}"]`).waitFor();
    await runCommand(page, 'Stepwise: Show History of Last Run');
    const frame = await frameWith('#tab-states');
    await frame.getByRole('heading', { name: 'recorded.history.json' }).waitFor();
    await runCommand(page, 'View: Close All Editors');
  });

  /** What axe finds inside VS Code's own frame and colors. */
  async function check(frame: FrameLocator): Promise<void> {
    await frame.locator('body').evaluate(axe.source);
    const found: string[] = await frame.locator('body').evaluate(`axe.run().then(({ violations }) => violations.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => html + ' ' + failureSummary)))`);
    assert.deepEqual(found, []);
  }
});
