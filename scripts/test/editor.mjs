// The in-editor tests: suites inside both extension hosts, and the page driven as a person does.
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../vscode/browser.mjs';
import { installServer } from '../vscode/install.mjs';
import { root } from '../vscode/paths.mjs';
import { countTests, oneTest, sum } from './results.mjs';

/**
 * Runs them all; the extension has to be built.
 * @returns {Promise<import('./results.mjs').Result>}
 */
export async function testEditor() {
  // Once, before several processes want it.
  await installServer();
  await findBrowser();
  // What is tested is what is shipped: packaging leaves the bundles as they are in the package.
  await mkdir(join(root, 'out'), { recursive: true });
  const packaged = await timed('package', (title) => oneTest(title, ['npm', 'run', 'package'], { shell: process.platform === 'win32' }));
  // Two at a time: a window keeps more than one core busy.
  return sum([packaged, ...await Promise.all([page(), hosts()])]);
}

async function hosts() {
  const node = await host('node');
  // A desktop VS Code has no web extension host of its own.
  return process.env.STEPWISE_VSCODE ? node : sum([node, await host('web')]);
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
  const mocha = [process.execPath, '--import', 'tsx', join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'), '--no-config', '--ui', 'tdd'];
  return timed('on the page', (title) => countTests(title, [...mocha, '--reporter', 'json-stream', '--timeout', '60000', '--sort', '--extension', 'ts', 'test/editor/page']));
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
