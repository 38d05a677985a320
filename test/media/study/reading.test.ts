import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { recordKey } from '../../../client/src/study/store';
import { shelf } from '../../client/study/samples';
import { asks, focused, press, until, useBrowser } from './drive';
import { openStudy } from './open';

suite('notes and progress on the Study page', function () {
  this.timeout(30_000);
  const browser = useBrowser();

  test('a note opens its sources outside, copies its machine and its task, and puts the task into the editor', async () => {
    const { page, done, complaints } = await openStudy(browser());
    await page.getByText('ETL', { exact: true }).click();
    await page.getByRole('button', { name: /AWS Glue/ }).click();
    await page.getByRole('heading', { level: 1, name: 'AWS Glue' }).waitFor();
    await page.locator('.task').getByRole('button', { name: 'Insert into editor' }).click();
    await page.locator('.task').getByRole('button', { name: 'Copy' }).click();
    await page.locator('.machine').getByRole('button', { name: 'Open in editor' }).click();
    await page.getByRole('button', { name: 'Previous Amazon S3' }).click();
    await page.locator('.mark').click();
    assert.equal(await focused(page), 'source-1');
    await page.locator('#source-1 a').click();
    await until(() => done.length === 5);
    assert.deepEqual(done.slice(1), ['task { "Run": { "Type": "Task" } }', 'copy { "Run": { "Type": "Task" } }', 'machine { "StartAt": "A" }', 'open https://docs.aws.amazon.com/s3/']);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('a link leads to another note and back, to where one was', async () => {
    const { page } = await openStudy(browser());
    await page.getByText('Data stores', { exact: true }).click();
    await page.getByRole('button', { name: /Amazon S3/ }).click();
    await page.getByRole('link', { name: 'Glue' }).click();
    await page.getByRole('heading', { level: 1, name: 'AWS Glue' }).waitFor();
    await page.getByRole('button', { name: 'Quiz me on this' }).click();
    await asks(page, 1);
    await press(page, 'Escape');
    await page.getByRole('heading', { level: 1, name: 'AWS Glue' }).waitFor();
    await press(page, 'Escape');
    await page.getByRole('heading', { level: 1, name: 'Amazon S3' }).waitFor();
    await press(page, 'Escape');
    await page.locator('.today-card').waitFor();
    assert.equal(await focused(page), 'note-s3');
    await page.close();
  });

  test('the search finds notes as one types, and its results are reached by the arrow', async () => {
    const { page } = await openStudy(browser());
    await page.locator('#search').pressSequentially('lifecycle');
    await page.locator('#found li').waitFor();
    assert.equal(await page.locator('mark').innerText(), 'Lifecycle');
    assert.ok(await page.locator('.chapters').isHidden());
    await press(page, 'ArrowDown', 'Enter');
    await page.getByRole('heading', { level: 1, name: 'Amazon S3' }).waitFor();
    await press(page, 'Escape');
    await page.locator('#search').fill('lifecycle rules on Mars');
    await page.getByText('No note has all these words.').waitFor();
    await page.locator('#search').fill('');
    await page.locator('.chapters').waitFor();
    await page.close();
  });

  test('the progress in words and in tables, and practice from there', async () => {
    const day = 86_400;
    const now = Math.floor(Date.now() / 1000);
    const reviews = { kinds: { single: [[now - 9 * day, 3, 50], [now - 3 * day, 3, 50], [now, 1, 50]] } };
    const record = { version: 2, reviews, sessions: {}, exams: [{ id: 'x', at: Date.now(), right: 7, count: 10, domains: {} }], resetAt: 0 };
    const { page, done, complaints } = await openStudy(browser(), { world: { shelf: shelf({ [recordKey]: record }) } });
    await page.getByRole('button', { name: 'Progress' }).click();
    await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
    assert.match(await page.locator('.lead').innerText(), /^1 answer today, 0 right\./);
    assert.equal(await page.getByRole('img', { name: /1 answer, 0\s% right$/ }).count(), 1);
    assert.equal(await page.locator('.day').count(), 26 * 7);
    await page.locator('#data-calendar summary').click();
    assert.equal(await page.locator('#data-calendar tbody tr').count(), 3);
    for (const [id, rows] of [['data-retention', 12], ['data-forecast', 30], ['data-forgetting', 31]] as const) {
      await page.locator(`#${id} summary`).click();
      assert.equal(await page.locator(`#${id} tbody tr`).count(), rows, id);
    }
    assert.match(await page.locator('section[aria-labelledby=exams]').innerText(), /7 of 10 right, 70\s%/);
    for (const name of ['Export', 'Import', 'Reset…']) {
      await page.getByRole('button', { name }).click();
    }
    await until(() => done.length === 4);
    assert.deepEqual(done.slice(1), ['export', 'import', 'reset']);
    await page.getByRole('button', { name: /^AWS Glue/ }).click();
    await asks(page, 1);
    await press(page, 'Escape');
    await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('no address but a web address is opened', async () => {
    const { page, host, done } = await openStudy(browser());
    for (const url of ['command:workbench.action.quit', 'file:///etc/passwd', 'javascript:alert(1)', 'http://plain.test/']) {
      await host.receive({ wire: 'stepwise/1', kind: 'tell', name: 'openLink', value: { url } });
    }
    assert.deepEqual(done, ['ready']);
    await page.close();
  });
});
