// `npm run screenshot`: takes the pictures that README.md shows, in the real VS Code of the tests.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './vscode/paths.mjs';
import { focusEditor, goBehind, openFile, problems, runCommand, startEditor } from '../test/support/page';

/** The graph beside its text, in a window of its own. */
async function takeGraph(page: Page, path: string): Promise<void> {
  const graph = page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await openFile(page, 'scored.asl.json');
  await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
  await runCommand(page, 'Stepwise: Open Graph');
  await graph.locator('.box[data-id="Good enough?"]').waitFor();
  await focusEditor(page);
  await goBehind(page, scored, '"Score all": {');
  await graph.locator('.box.current[data-id="Score all"]').waitFor();
  await page.mouse.move(760, 740);
  await page.locator('.monaco-hover').first().waitFor({ state: 'hidden' });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve))));
  await page.screenshot({ path });
}

/** A small pipeline in which a graph has something of everything to show. */
const scored = `{
  "StartAt": "Train model",
  "States": {
    "Train model": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",
      "Parameters": { "TrainingJobName.$": "$.job", "AlgorithmSpecification.$": "$.algorithm", "OutputDataConfig.$": "$.output",
        "ResourceConfig.$": "$.resources", "RoleArn.$": "$.role", "StoppingCondition": { "MaxRuntimeInSeconds": 3600 } },
      "Retry": [{ "ErrorEquals": ["SageMaker.AmazonSageMakerException"], "MaxAttempts": 3 }],
      "Catch": [{ "ErrorEquals": ["States.TaskFailed"], "Next": "Tell the team" }],
      "Next": "Good enough?"
    },
    "Good enough?": {
      "Type": "Choice",
      "Choices": [{ "Variable": "$.accuracy", "NumericGreaterThan": 0.9, "Next": "Score all" }],
      "Default": "Tell the team"
    },
    "Score all": {
      "Type": "Map",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Score one",
        "States": {
          "Score one": {
            "Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": { "FunctionName": "score", "Payload.$": "$" },
            "End": true
          }
        }
      },
      "Next": "Done"
    },
    "Done": { "Type": "Succeed" },
    "Tell the team": {
      "Type": "Task",
      "Resource": "arn:aws:states:::sns:publish",
      "Parameters": { "TopicArn": "arn:aws:sns:eu-west-1:123456789012:models", "Message": "The model is not good enough" },
      "Next": "Failed"
    },
    "Failed": { "Type": "Fail", "Error": "Model.Rejected" }
  }
}
`;

async function main(): Promise<void> {
  const editor = await startEditor();
  try {
    const folder = join(root, 'docs', 'images');
    await mkdir(folder, { recursive: true });
    await editor.write('scored.asl.json', scored);
    const other = await editor.open();
    await takeGraph(other, join(folder, 'graph.png'));
    await other.close();
    await rm(join(editor.folder, 'scored.asl.json'));
    const page = await editor.open();
    await openFile(page, 'train-model.asl.json');
    await goBehind(page, await editor.read('train-model.asl.json'), '"Next": "Save mo');
    await page.keyboard.type('e');
    await (await problems(page)).getByText('Did you mean').waitFor();
    await runCommand(page, 'Stepwise: Open Study');
    await page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('#go-seed').waitFor();
    await focusEditor(page);
    await page.keyboard.press('Control+.');
    await page.getByText('Change to "Save model"').waitFor();
    // The colors of brackets and the minimap are painted in idle time.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve))));
    await page.screenshot({ path: join(folder, 'editor.png') });
  } finally {
    await editor.stop();
  }
}

void main();
