import assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { picture, reload, untilStored, type Editor } from '../../support/page';
import { studyOn, type Study } from '../../support/study';
import { emptyWindow } from '../../support/window';

/** One story, told in steps: each goes on where the one before it ended. From the third question on it needs no mouse. */
suite('the Study view', () => {
  let editor: Editor;
  let page: Page;
  let view: Study;
  let study: FrameLocator;
  /** What was answered rightly in the exam, and what was left blank. */
  const exam = { right: 0, blank: 0 };
  /** What the exam asked, which may be what the deck asks too. */
  const examined = new Set<string>();
  /** The question that is answered without knowing. */
  let guessed = '';

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    view = studyOn(page);
    study = view.page;
  });

  test('opens from the palette, with what is due, the notes and the five questions', async () => {
    await view.open();
    await study.getByText('15 new').waitFor();
    await study.getByRole('heading', { name: 'The five course questions' }).waitFor();
    await look('home');
  });

  test('a note is found by its words, read, and left again', async () => {
    await study.getByRole('searchbox').fill('hyperband');
    await study.locator('#found').getByText('Amazon SageMaker').first().click();
    await study.getByRole('heading', { level: 1 }).filter({ hasText: 'SageMaker' }).waitFor();
    await study.getByRole('button', { name: /Quiz me/ }).waitFor();
    await look('note');
    await page.keyboard.press('Escape');
    await study.locator('#go-seed').waitFor();
  });

  test('a question is answered with the mouse, and explained', async () => {
    await study.locator('#go-seed').click();
    await view.asked(1, 5);
    guessed = await study.locator('#question').innerText();
    await study.locator('.option label').first().click();
    await look('question');
    await study.getByRole('button', { name: 'Check' }).click();
    await study.locator('#verdict').waitFor();
    assert.equal(await study.locator('.why').count(), await study.locator('.option').count());
    await look('verdict');
    await study.getByRole('button', { name: 'Next' }).click();
  });

  test('the next is answered with the keyboard', async () => {
    await answer(2, 5);
    await view.asked(3, 5);
    await view.press('Escape', study.locator('#go-seed'));
  });

  test('practice on one topic is begun, and all of it known', async () => {
    await view.tabTo('#way-practise summary');
    await page.keyboard.press('Enter');
    await view.tabTo('#topic');
    await page.keyboard.type('Batch or Glue');
    await view.tabTo('#practise');
    await page.keyboard.press('Enter');
    for (let number = 1; number <= 3; number++) {
      await answer(number, 3);
    }
    assert.equal(await study.locator('#result').innerText(), '3 of 3 right');
    assert.match(await study.locator('.summary').innerText(), /All of them\./);
    await view.press('Escape', study.locator('#go-seed'));
  });

  test('an exam is begun, and says nothing of what is right', async () => {
    await view.tabTo('#way-exam summary');
    await page.keyboard.press('Enter');
    await view.tabTo('#exam');
    await page.keyboard.press('Enter');
    await view.asked(1, 10);
    assert.match(await study.locator('#countdown').innerText(), /^2[45]:\d\d$/);
    await page.keyboard.press('f');
    await study.locator('#flag[aria-pressed=true]').waitFor();
    await look('exam');
    for (let number = 1; number <= 4; number++) {
      await answerInExam(number);
    }
    await view.asked(5, 10);
    assert.equal(await study.locator('#verdict').count(), 0);
  });

  test('a reload keeps all three: the deck at its third question, the practice done, the exam at its fifth question', async () => {
    await untilStored(page, '"at":4,');
    await reload(page);
    await view.open();
    await study.getByText('question 3 is next').waitFor();
    await study.getByText('Question 5 of 10').waitFor();
    assert.equal(await study.locator('#left-practise').count(), 0);
  });

  test('the exam goes on, is handed in, and shows its score by domain', async () => {
    await view.tabTo('#left-exam');
    await page.keyboard.press('Enter');
    for (let number = 5; number <= 9; number++) {
      await answerInExam(number);
    }
    await view.asked(10, 10);
    exam.blank++;
    assert.match(await study.locator('#questions summary').innerText(), new RegExp(`^${10 - exam.blank} of 10 answered, 1 flagged`));
    await view.press('Enter', study.getByRole('dialog'));
    const blanks = exam.blank === 1 ? '1 question is blank' : `${exam.blank} questions are blank`;
    assert.match(await study.getByRole('dialog').innerText(), new RegExp(`${blanks}, and a blank counts as wrong. 1 flagged.`));
    await look('handing-in');
    // The key that asked does not hand in as well.
    await study.locator('#to-first:focus').waitFor();
    await page.keyboard.press('Shift+Tab');
    await view.press('Enter', study.locator('#result'));

    assert.equal(await study.locator('#result').innerText(), `${exam.right} of 10 right`);
    assert.match(await study.locator('.score').innerText(), new RegExp(`${exam.right * 10}\\s%`));
    const domains = await study.locator('section[aria-labelledby=domains] li').allInnerTexts();
    const [right, count] = [/(\d+) of/, /of (\d+)/].map((part) => domains.reduce((total, domain) => total + Number(part.exec(domain)?.[1]), 0));
    assert.deepEqual([right, count], [exam.right, 10]);
    assert.equal(await study.locator('section[aria-labelledby=wrong] li').filter({ hasText: 'Left blank' }).count(), exam.blank);
    await look('exam-review');
    await view.press('Escape', study.locator('#go-seed'));
  });

  test('the deck goes on, and the progress knows every answer', async () => {
    await study.locator('#go-seed').focus();
    await page.keyboard.press('Enter');
    for (let number = 3; number <= 5; number++) {
      await answer(number, 5);
    }
    const [right] = /^\d(?= of 5 right$)/.exec(await study.locator('#result').innerText()) ?? [];
    await look('result');
    await view.press('Escape', study.locator('#go-seed'));
    const deck = study.locator('.deck', { hasText: 'The five course questions' });
    await deck.getByRole('button', { name: 'Start over' }).waitFor();
    const words = await deck.innerText();
    const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(words)?.[1] ?? 0);
    // The last answer to a question counts, wherever it was asked; the exam knew the right one.
    const now = examined.has(guessed) ? 5 : Number(right);
    assert.deepEqual([count('right'), count('wrong')], [now, 5 - now]);
    await view.tabTo('#progress');
    await page.keyboard.press('Enter');
    await study.getByText(`${5 + 3 + 10 - exam.blank} answers today`).waitFor();
    await look('progress');
    await view.press('Escape', study.locator('#go-seed'));
  });

  /** Has axe look at what is shown, and people too. */
  async function look(screen: string): Promise<void> {
    await view.check();
    await picture(editor, page, `study-${screen}`, view.check);
  }

  async function answer(number: number, count: number): Promise<void> {
    await view.asked(number, count);
    assert.ok(await view.chooseRight());
    await view.press('Enter', study.locator('#verdict'));
    assert.match(await study.locator('#verdict').innerText(), /^Right/);
    await view.press('Enter', study.getByText(`Question ${number + 1} of ${count}`, { exact: true }).or(study.locator('#result')));
  }

  /** Only where there are options; the rest stays blank. */
  async function answerInExam(number: number): Promise<void> {
    await view.asked(number, 10);
    examined.add(await study.locator('#question').innerText());
    exam[(await view.chooseRight()) ? 'right' : 'blank']++;
    await view.press('Enter', study.getByText(`Question ${number + 1} of 10`, { exact: true }));
  }
});
