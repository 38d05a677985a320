// `npm run screenshot`: takes the picture that README.md shows, in the real VS Code of the tests.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './vscode/paths.mjs';
import { focusEditor, goBehind, openFile, problems, runCommand, startEditor } from '../test/support/page';

async function main(): Promise<void> {
  const editor = await startEditor();
  try {
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
    const folder = join(root, 'docs', 'images');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: join(folder, 'editor.png') });
  } finally {
    await editor.stop();
  }
}

void main();
