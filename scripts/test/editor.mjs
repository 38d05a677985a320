// The in-editor tests: suites inside both extension hosts, and the page driven as a person does, all at the same time.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../vscode/browser.mjs';
import { installServer } from '../vscode/install.mjs';
import { root } from '../vscode/paths.mjs';
import { countTests, sum } from './results.mjs';

const mocha = [process.execPath, '--import', 'tsx', join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--no-config', '--ui', 'tdd'];

/**
 * Runs them all; the extension has to be built.
 * @returns {Promise<import('./results.mjs').Result>}
 */
export async function testEditor() {
  // Once, before several processes want it.
  await installServer();
  await findBrowser();
  return sum(await Promise.all([
    page(),
    host('node'),
    // A desktop VS Code has no web extension host of its own.
    ...(process.env.STEPWISE_VSCODE ? [] : [host('web')]),
  ]));
}

/** @param {'node' | 'web'} kind */
async function host(kind) {
  const folder = await mkdtemp(join(tmpdir(), 'stepwise-'));
  try {
    await cp(join(root, 'examples'), folder, { recursive: true });
    return await timed(`inside the ${kind === 'node' ? 'Node' : 'web'} extension host`, (title) =>
      countTests(title, [process.execPath, join(root, 'scripts', 'test', 'host.mjs'), folder], { env: { STEPWISE_HOST: kind } }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function page() {
  return timed('on the page', (title) => countTests(title, [...mocha, '--reporter', 'json-stream', '--timeout', '60000', 'test/editor/page/**/*.test.ts']));
}

/**
 * @param {string} title
 * @param {(title: string) => Promise<import('./results.mjs').Result>} work
 */
async function timed(title, work) {
  const started = Date.now();
  const result = await work(title);
  console.log(`    ${title}: ${result.passed} passed, ${result.failures.length} failed, ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
