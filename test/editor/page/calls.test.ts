import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { exactly, goTo, openFile, picture, problems, save, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const file = 'call.asl.json';
const text = `{
  "StartAt": "Train",
  "States": {
    "Train": {
      "Type": "Task",
      "Resource": "",
      "TimeoutSeconds": 3600,
      "End": true
    }
  }
}
`;

/** One story: a task is written from what is offered. */
suite('a task from what is offered, on the page', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    await editor.write(file, text);
    await openFile(page, file);
    // The server is there once it says what is wrong: nobody offers anything before.
    await page.locator('.squiggly-error').waitFor();
  });

  const focused = (label: string): Promise<void> => page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name', { hasText: exactly(label) }).waitFor();

  test('a service and then its action, with nothing pressed but Enter in between', async () => {
    await goTo(page, 6, 20);
    await page.keyboard.type('aws-sdk:sagem');
    await focused('aws-sdk:sagemaker:');
    await page.keyboard.press('Enter');
    await page.locator('.suggest-widget.visible .label-name', { hasText: exactly('addAssociation') }).waitFor();
    await picture(editor, page, 'call-actions');
    await page.keyboard.press('Escape');
  });

  test('an integration by the letters of its action takes the place of it', async () => {
    for (let letter = 0; letter < 'arn:aws:states:::aws-sdk:sagemaker:'.length; letter++) {
      await page.keyboard.press('Backspace');
    }
    await page.keyboard.type('createTrain');
    // Who trains mostly waits for the end of it.
    await focused('sagemaker:createTrainingJob.sync');
    await picture(editor, page, 'call-resource');
    await page.keyboard.press('Enter');
  });

  test('its arguments come with what is required, and nothing is wrong', async () => {
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('"Param');
    await focused('Parameters');
    await page.keyboard.press('Enter');
    await page.keyboard.type('nightly');
    await picture(editor, page, 'call-arguments');
    await page.keyboard.press('Escape');
    await problems(page);
    await page.locator('.markers-panel').getByText('No problems have been detected in the workspace.').waitFor();
    await save(page);
    const { States: states } = JSON.parse(await editor.read(file)) as { States: { Train: { Resource: string; Parameters: object } } };
    assert.equal(states.Train.Resource, 'arn:aws:states:::sagemaker:createTrainingJob.sync');
    assert.deepEqual(states.Train.Parameters, { TrainingJobName: 'nightly', RoleArn: 'arn:aws:iam::123456789012:role/name', OutputDataConfig: { S3OutputPath: 's3://bucket/prefix' } });
  });
});
