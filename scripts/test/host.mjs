// Runs the suites of `test/editor/host` in a VS Code: the installed one, or a desktop one if `STEPWISE_VSCODE` holds the path of its
// program (or `download`, where its download host can be reached). Called as `host.mjs FOLDER`, the folder being opened.
import { runTests } from '@vscode/test-electron';
import { join } from 'node:path';
import { root } from '../vscode/paths.mjs';
import { runMain, Trouble } from '../vscode/trouble.mjs';

await runMain(async () => {
  const [folder] = process.argv.slice(2);
  if (!folder) {
    throw new Trouble('Usage: host.mjs FOLDER');
  }
  const desktop = process.env.STEPWISE_VSCODE;
  const vscodeExecutablePath = desktop ?? join(root, 'scripts', 'vscode', 'launcher.mjs');
  return await runTests({
    ...(desktop === 'download' ? {} : { vscodeExecutablePath }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'test', 'host.js'),
    launchArgs: [folder],
  });
});
