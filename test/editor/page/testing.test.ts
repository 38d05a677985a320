import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openFile, picture, runCommand, type Editor } from '../../support/page';
import { emptyWindow } from '../../support/window';

const definition = `StartAt: Charge
QueryLanguage: JSONata
States:
  Charge:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Arguments: { FunctionName: charge }
    Catch:
      - ErrorEquals: [NoCard]
        Next: Sorry
    Next: Large?
  Large?:
    Type: Choice
    Choices:
      - Condition: "{% $states.input.amount > 100 %}"
        Next: Approve
    Default: Ship
  Approve:
    Type: Pass
    Next: Ship
  Ship:
    Type: Succeed
  Sorry:
    Type: Fail
    Error: Sorry
`;

/** The second case says what was so before there were approvals. */
const mocks = `mocks:
  Charge: { return: { amount: 7 } }
cases:
  small order:
    expect:
      path: [Charge, Large?, Ship]
  no card:
    mocks:
      Charge: { throw: { error: NoCard } }
    expect:
      path: [Charge, Ship]
      error: Sorry
`;

suite('testing on the page', () => {
  let editor: Editor;
  let page: Page;

  suiteSetup(async function () {
    ({ editor, page } = await emptyWindow(this));
    await editor.write('order.asl.yaml', definition);
    await editor.write('order.asl.mocks.yaml', mocks);
  });

  test('each case can be run where it is written, and all of them at their heading; they are in the Test Explorer', async () => {
    await openFile(page, 'order.asl.mocks.yaml');
    await page.locator('.testing-run-glyph').nth(2).waitFor();
    assert.equal(await page.locator('.testing-run-glyph').count(), 3);
    await runCommand(page, 'Testing: Focus on Test Explorer View');
    await page.locator('.test-explorer').getByText('order.asl.mocks.yaml').waitFor();
  });

  test('what differs stands where it is expected, step by step', async () => {
    await runCommand(page, 'Test: Run Tests in Current File');
    await page.locator('.test-output-peek-tree').getByText('path is another one from step 2 on: "Sorry", and not "Ship"').first().waitFor();
    await page.locator('.test-explorer .monaco-list-row', { hasText: 'order.asl.mocks.yaml' }).locator('.monaco-tl-twistie').click();
    await page.locator('.test-explorer').getByText('no card').waitFor();
    await picture(editor, page, 'testing-cases');
  });

  test('coverage is in the gutter of the state machine: what no case went through stands out', async () => {
    await runCommand(page, 'Test: Run Tests with Coverage in Current File');
    await openFile(page, 'order.asl.yaml');
    await page.locator('.coverage-deco-gutter.coverage-deco-miss').first().waitFor();
    await runCommand(page, 'Test: Toggle Inline Coverage');
    await page.locator('.coverage-deco-inline.coverage-deco-miss').first().waitFor();
    await picture(editor, page, 'testing-coverage');
  });
});
