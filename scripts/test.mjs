// `npm test`: types, lint, build, unit and protocol tests, in-editor tests. Every stage runs even if an earlier one failed;
// the last line counts the tests of all of them, types, lint and build being one each.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { testEditor } from './test/editor.mjs';
import { countTests, oneTest, printFailures, sum } from './test/results.mjs';
import { root } from './vscode/paths.mjs';
import { runMain } from './vscode/trouble.mjs';

const node = process.execPath;
const bin = (/** @type {string} */ path) => join(root, 'node_modules', ...path.split('/'));

/** @type {[title: string, run: () => Promise<import('./test/results.mjs').Result>][]} */
const stages = [
  ['types', () => oneTest('types', [node, bin('typescript/bin/tsc'), '-b'])],
  ['lint', () => oneTest('lint', [node, bin('eslint/bin/eslint.js'), '.'])],
  ['build', () => oneTest('build', [node, join(root, 'esbuild.mjs')])],
  ['unit and protocol tests', () => countTests('unit and protocol', [node, bin('mocha/bin/mocha.js'), '--reporter', 'json-stream'])],
  ['in-editor tests', testEditor],
];

await runMain(async () => {
  const results = [];
  for (const [index, [title, run]] of stages.entries()) {
    console.log(`[${index + 1}/${stages.length}] ${title} …`);
    const started = Date.now();
    const result = await run().catch((error) => ({ passed: 0, failures: [{ title, detail: error.stack ?? String(error) }] }));
    results.push(result);
    printFailures(result);
    console.log(`    ${result.passed} passed, ${result.failures.length} failed, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  }
  if (!existsSync(process.env.ASL_CORPUS ?? join(root, '..', 'shared', 'corpus'))) {
    console.log('Skipped: what reads the corpus of real definitions. There is none here; ASL_CORPUS can name its folder.\n');
  }
  const { passed, failures } = sum(results);
  for (const { title } of failures) {
    console.log(`✗ ${title}`);
  }
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 || passed === 0 ? 1 : 0;
});
