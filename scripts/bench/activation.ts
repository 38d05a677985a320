// How long the extension takes to activate, in the extension host's own figures, beside VS Code's own JSON support in the same window.
import { openFile, runCommand, startEditor } from '../../test/support/page';

/** Prints one line for each of the two. */
export async function benchActivation(): Promise<void> {
  const editor = await startEditor();
  try {
    await editor.write('other.json', '{}');
    const page = await editor.open();
    await openFile(page, 'train-model.asl.json');
    await openFile(page, 'other.json');
    await runCommand(page, 'Developer: Show Running Extensions');
    const rows = page.locator('.runtime-extensions-editor .extension');
    for (const name of ['Stepwise', 'JSON Language Features']) {
      const row = rows.filter({ hasText: name }).first();
      await row.waitFor();
      const [, time] = /Activation: (\d+)ms/.exec((await row.innerText()).replaceAll('\n', ' ')) ?? [];
      console.log(`activation of ${name}: ${time ?? '?'} ms`);
    }
  } finally {
    await editor.stop();
  }
}
