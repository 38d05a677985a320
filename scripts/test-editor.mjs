// `npm run test:editor`: the in-editor tests alone.
import { testEditor } from './test/editor.mjs';
import { printFailures } from './test/results.mjs';
import { runMain } from './vscode/trouble.mjs';

await runMain(async () => {
  const result = await testEditor();
  printFailures(result);
  console.log(`${result.passed} passed, ${result.failures.length} failed`);
  return result.failures.length > 0 ? 1 : 0;
});
