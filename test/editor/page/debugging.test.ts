import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { goBehind, openFile, picture, runCommand, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const file = 'debugged.asl.json';
const training = 'Train model (XGBoost)';

/** The first job finds no machine and is tried again, the second one fails for good. */
const mocks = `
mocks:
  Generate dataset: { return: { Payload: { trainUri: s3://data/train.csv, validationUri: s3://data/validation.csv, batchUri: s3://data/batch.csv } } }
  ${training}:
    - { attempt: 0, throw: { error: SageMaker.ResourceLimitExceededException, cause: no ml.m5.xlarge is free } }
    - { delay: 5400, throw: { error: States.TaskFailed, cause: the validation channel is empty } }
`;

interface Definition {
  States: Record<string, { Catch?: object[] }>;
}

/** One story: a training job that is tried again, and then caught. */
suite('debugging on the page', () => {
  let editor: Editor;
  let page: Page;
  let text: string;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    const machine = JSON.parse(await editor.read('train-model.asl.json')) as Definition;
    const state = machine.States[training];
    assert.ok(state);
    state.Catch = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Save model' }];
    text = JSON.stringify(machine, undefined, 2);
    await editor.write(file, text);
    await editor.write('debugged.asl.mocks.yaml', mocks);
    await editor.write('debugged.input.json', '{ "run": 7 }');
  });

  const stopsAt = (state: string): Promise<void> => page.locator('.debug-call-stack .stack-frame').getByText(`${state} (Task`).waitFor();
  const said = (text: string): Promise<void> => page.locator('.repl').getByText(text).first().waitFor();

  test('a breakpoint inside a state holds the run where the state is entered, with its data beside the text', async () => {
    await openFile(page, file);
    await goBehind(page, text, '"Comment": "With .sync');
    await page.keyboard.press('F9');
    await page.locator('.codicon-debug-breakpoint').first().waitFor();
    await runCommand(page, 'Debug: Start Debugging');
    await stopsAt(training);
    await page.locator('.debug-variables .scope').getByText('Input').waitFor();
    await goBehind(page, text, '"$.dataset.trainUri');
    await page.locator('.view-lines').getByText('= "s3://data/train.csv"').first().waitFor();
    await picture(editor, page, 'debug-breakpoint');
  });

  test('the job is tried again, fails for good, and is caught; hours pass at once', async () => {
    await page.locator('.debug-toolbar .codicon-debug-step-over').click();
    await stopsAt('Save model');
    await said(`before "${training}" is tried again.`);
    await said(`1 h 30 min passed in "${training}".`);
    await picture(editor, page, 'debug-caught');
  });

  test('and back', async () => {
    await page.locator('.debug-toolbar .codicon-debug-step-back').click();
    await stopsAt(training);
    await page.locator('.debug-variables').getByText('failure').waitFor({ state: 'hidden' });
    await picture(editor, page, 'debug-back');
    await page.locator('.debug-toolbar .codicon-debug-stop').click();
    await page.locator('.debug-toolbar').waitFor({ state: 'hidden' });
    assert.equal(await page.locator('.debug-call-stack .stack-frame').count(), 0);
  });

  test('a task without a mock asks the person: what is typed is the answer, and the text stays as it is', async () => {
    await editor.write('asked.asl.json', '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } }');
    await editor.write('asked.input.json', '{}');
    await openFile(page, 'asked.asl.json');
    await runCommand(page, 'Debug: Start Debugging');
    await stopsAt('Ask');
    await page.locator('.quick-input-list').getByText('Return a value…').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message').getByText('What it gives, as JSON').waitFor();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await said('SUCCEEDED 7');
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });
});
