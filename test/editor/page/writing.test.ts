import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { goBehind, openFile, picture, problems, runCommand, save, type Editor } from '../../support/page';
import { studyOn, type Study } from '../../support/study';
import { emptyWindow } from '../../support/window';

const file = 'team.deck.yaml';

const half = `deck: team
title: What our team knows
items:
  - id: stages
    kind: ordering
    ask: In which order does a model come to life?
    steps: [Train, Register, Deploy]
  - id: seconds
    kind: numeric
    ask: How long may a Wait at the gate last?
    answer: 90
    unit: seconds
  - id: owner
    kind: recal`;

/** One story, told in steps: a deck is written while the Study view is open, and answered by keyboard; a note gives a state machine its task. */
suite('the Study view beside an editor', () => {
  let editor: Editor;
  let page: Page;
  let view: Study;
  let study: FrameLocator;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    view = studyOn(page);
    study = view.page;
    await view.open();
    await study.getByRole('heading', { name: 'The five course questions' }).waitFor();
  });

  test('a deck that is new in the folder, and broken, is told of: on the page, and in the Problems panel at its place', async () => {
    await editor.write(file, `${half}\n    ask: Who owns the gate?\n    answer: Release\n`);
    await study.locator('.notice', { hasText: `${file} is not used: 1 problem, told in the Problems panel.` }).waitFor();
    await (await problems(page)).filter({ hasText: 'The kind of a question is one of' }).filter({ hasText: 'Ln 14, Col 5' }).waitFor();
    await picture(editor, page, 'study-broken-deck');
  });

  test('saved without the mistake, it stands among the decks, and nothing is wrong any more', async () => {
    await openFile(page, file);
    await goBehind(page, half, 'kind: recal');
    await page.keyboard.type('l');
    await save(page);
    await study.locator('.deck', { hasText: 'What our team knows' }).getByText('3 questions').waitFor();
    assert.equal(await study.locator('.notice').count(), 0);
    await page.locator('.markers-panel').getByText('No problems have been detected in the workspace.').waitFor();
  });

  test('its steps are put in order, its number typed and its card turned, by keyboard', async () => {
    await study.locator('#go-team').focus();
    await page.keyboard.press('Enter');
    await view.asked(1, 3);
    await putInOrder(['Train', 'Register', 'Deploy']);
    await next('Right', study.getByText('Question 2 of 3'));
    await page.keyboard.type('90');
    await next('Right', study.getByText('Question 3 of 3'));
    await page.keyboard.press('Space');
    await study.getByText('Release').waitFor();
    await view.press('1', study.locator('#verdict'));
    await view.press('Enter', study.locator('#result'));
    assert.equal(await study.locator('#result').innerText(), '3 of 3 right');
    await page.keyboard.press('Escape');
    await study.locator('.deck', { hasText: 'What our team knows' }).getByText('3 right').waitFor();
  });

  test('a question added to it is counted, and a title changed is shown', async () => {
    await editor.write(file, (await editor.read(file)).replace('our team', 'we all') + '  - { id: gate, kind: recall, ask: Where is the gate?, answer: Before Deploy }\n');
    await study.locator('.deck', { hasText: 'What we all know' }).getByText('3 right, 1 open').waitFor();
  });

  test('the task of a note goes into the state machine beside it, in which nothing is wrong then', async () => {
    await editor.write('gate.asl.json', '{\n  "StartAt": "Arrived",\n  "States": {\n    "Arrived": { "Type": "Pass", "Next": "Look at picture" }\n  }\n}\n');
    await openFile(page, 'gate.asl.json');
    await (await problems(page)).filter({ hasText: 'There is no state "Look at picture"' }).waitFor();
    await study.getByRole('searchbox').fill('deeplens');
    await study.locator('#found').getByText('AWS DeepLens').first().click();
    await study.getByRole('button', { name: 'Insert into editor' }).click();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await page.locator('.markers-panel').getByText('No problems have been detected in the workspace.').waitFor();
    await picture(editor, page, 'study-inserted-task');
    await page.keyboard.press('Escape');
    await save(page);
    const { States: states } = JSON.parse(await editor.read('gate.asl.json')) as { States: Record<string, { Resource?: string }> };
    assert.deepEqual(Object.keys(states), ['Arrived', 'Look at picture']);
    assert.match(states['Look at picture']?.Resource ?? '', /rekognition:detectLabels$/);
    await runCommand(page, 'View: Close All Editors');
  });

  async function next(verdict: string, sign: ReturnType<FrameLocator['locator']>): Promise<void> {
    await view.press('Enter', study.locator('#verdict'));
    assert.equal(await study.locator('#verdict').innerText(), verdict);
    await view.press('Enter', sign);
  }

  async function putInOrder(steps: readonly string[]): Promise<void> {
    for (const [place, step] of steps.entries()) {
      const at = (await study.locator('.ordering .text').allInnerTexts()).indexOf(step);
      await view.press(String(at + 1), study.locator(`.ordering li:nth-child(${at + 1}):focus`));
      for (let up = at; up > place; up--) {
        await page.keyboard.press('Alt+ArrowUp');
      }
      await study.locator(`.ordering li:nth-child(${place + 1})`, { hasText: step }).waitFor();
    }
  }
});
