import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import { recordKey } from '../../../client/src/study/store';
import { shelf, soundDeck } from '../../client/study/samples';
import { answerAnyhow, asks, focused, press, until, useBrowser, verdict } from './drive';
import { smallLibrary } from './library';
import { openStudy, type World } from './open';

suite('the sessions of the Study page', function () {
  this.timeout(30_000);
  const browser = useBrowser();

  test('a deck called as members that every object has is asked, answered and shown as any other', async () => {
    const options = [{ text: '<b>constructor</b>', correct: true, why: '__proto__' }, { text: '__proto__', why: 'constructor' }];
    const deck = soundDeck({ deck: 'constructor', title: '__proto__', items: ['constructor', 'name'].map((id) => ({ id, kind: 'single', ask: `${id}?`, options })) });
    const { page, complaints } = await openStudy(browser(), { library: { ...smallLibrary, decks: [deck] } });
    await page.click('#go-constructor');
    for (const number of [1, 2]) {
      await asks(page, number);
      await page.locator('.option').filter({ hasText: '<b>constructor</b>' }).click();
      await press(page, 'Enter');
      assert.equal(await verdict(page), 'Right');
      await press(page, 'Enter');
    }
    assert.equal(await page.locator('#result').innerText(), '2 of 2 right');
    await press(page, 'Escape');
    await page.locator('#go-constructor').waitFor();
    assert.match(await page.locator('.deck').innerText(), /__proto__/);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('the first thing on the start page is the review, and it goes on after a break', async () => {
    const world: World = { shelf: shelf() };
    const first = await openStudy(browser(), { world });
    assert.match(await first.page.locator('.today-card').innerText(), /0 due\s+9 new/);
    await press(first.page, 'Tab', 'Enter');
    await asks(first.page, 1);
    await first.page.close();

    // All that VS Code keeps of the page may be gone as well: the session is not.
    const { page, host, done, complaints } = await openStudy(browser(), { world: { shelf: world.shelf } });
    await page.getByRole('button', { name: 'Continue the review' }).click();
    let number = 1;
    for (; !(await page.locator('#result').isVisible()); number++) {
      await asks(page, number);
      await answerAnyhow(page);
      await verdict(page);
      await page.locator('#go').click();
      await page.locator('#result, .quiz:not(.answered)').waitFor();
    }
    assert.ok(number > 9, 'what was missed is asked again in the same session');
    // News from elsewhere do not take the result away.
    host.tell('changed');
    await until(() => done.includes('ready'));
    assert.match(await page.locator('#result').innerText(), /right$/);
    await page.getByRole('button', { name: 'To the start page' }).click();
    await page.locator('.today-card').waitFor();
    assert.match(await page.locator('.home-top').innerText(), /1 day/);
    assert.deepEqual(complaints, []);
    await page.close();
  });

  test('with nothing due it says so, and offers practice', async () => {
    const { page } = await openStudy(browser(), { library: { notes: [], decks: [], own: new Set(), broken: [] } });
    assert.match(await page.locator('.today-card').innerText(), /All done for today/);
    await page.close();

    
    const now = Math.floor(Date.now() / 1000);
    const reviews = Object.fromEntries(smallLibrary.decks.map(({ deck, items }) => [deck, Object.fromEntries(items.map(({ id }) => [id, [[now, 4, 50]]]))]));
    const sessions = { due: { id: 'x', kind: 'due', title: 'Due today', startedAt: 1, steps: [], answers: {}, at: 0, spent: 0, flagged: [] } };
    const known = await openStudy(browser(), { world: { shelf: shelf({ [recordKey]: { version: 2, reviews, sessions, exams: [], resetAt: 0 } }), state: { place: { at: 'quiz', place: 'due' } } } });
    assert.equal(await known.page.locator('h1').innerText(), 'All done for now');
    assert.match(await known.page.locator('.calm').innerText(), /The next question is due on \d+ \w+/);
    await known.page.getByRole('button', { name: 'Practice the weakest' }).click();
    await asks(known.page, 1);
    await known.page.close();
  });

  test('practice of one service, chosen by keyboard', async () => {
    const { page } = await openStudy(browser());
    await page.locator('#way-practise summary').focus();
    await press(page, 'Enter', 'Tab');
    assert.equal(await focused(page), 'topic');
    await page.keyboard.type('AWS');
    await press(page, 'Tab', 'Enter');
    await asks(page, 1);
    assert.match(await page.locator('.quiz-top').innerText(), /AWS Glue/);
    await press(page, '1', 'Enter');
    await verdict(page);
    await page.getByRole('button', { name: 'Read the note: AWS Glue' }).click();
    await page.locator('.note').waitFor();
    await press(page, 'Escape');
    await verdict(page);
    assert.equal(await focused(page), 'read');
    await page.close();
  });

  test('a command leads to a note, to a session, to the progress, and the page says that it arrived', async () => {
    const { page, host, done } = await openStudy(browser());
    assert.deepEqual(done, ['ready']);
    host.tell('show', { at: 'note', id: 's3' });
    await page.getByRole('heading', { level: 1, name: 'Amazon S3' }).waitFor();
    host.tell('show', { at: 'quiz', place: 'practise', start: { place: 'practise', topic: 'glue' } });
    await asks(page, 1);
    assert.match(await page.locator('.quiz-top').innerText(), /AWS Glue/);
    host.tell('show', { at: 'progress' });
    await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
    await until(() => done.filter((each) => each === 'arrived').length === 3);
    await page.close();
  });

  test('a damaged record is said, and can be looked at', async () => {
    const { page, done } = await openStudy(browser(), { world: { shelf: shelf({ [recordKey]: { version: 2, reviews: 3 } }) } });
    assert.match(await page.locator('.notice').first().innerText(), /could not be read, so a new one was begun/);
    await page.getByRole('button', { name: 'Open the old record' }).click();
    await until(() => done.some((each) => each.startsWith('value')));
    assert.deepEqual(done.filter((each) => each.startsWith('value')), ['value {"version":2,"reviews":3}']);
    await page.close();
  });

  test('own decks are marked, and a broken one is told of', async () => {
    const { page } = await openStudy(browser());
    assert.match(await page.locator('.deck').filter({ hasText: 'Small' }).innerText(), /yours/);
    assert.match(await page.locator('#decks ~ .notice').innerText(), /decks\/half\.deck\.yaml is not used: 2 problems/);
    await page.close();
  });
});
