#!/usr/bin/env node
// Looks like the VS Code program from outside: it understands the part of its command line that `@vscode/test-electron` uses,
// runs the suite in the installed VS Code, prints the extension host's console, and ends with the suite's exit code.
// `STEPWISE_HOST=web` runs extension and suite in the web extension host.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './browser.mjs';
import { installServer } from './install.mjs';
import { leanArguments, leanSettings, still } from './lean.mjs';
import { writeSettings } from './profile.mjs';
import { serve } from './serve.mjs';
import { runMain, Trouble } from './trouble.mjs';

// Far more than a suite takes; a page that hangs must not hang the run.
const patience = 120_000;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // What was started is stopped as the process exits.
  process.once(signal, () => process.exit(130));
}

await runMain(async () => {
  const { extension, tests, folder } = readArguments(process.argv.slice(2));
  await installServer();
  const profile = await mkdtemp(join(tmpdir(), 'stepwise-'));
  const { publisher, name } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
  await writeSettings(profile, {
    ...leanSettings,
    ...(process.env.STEPWISE_HOST === 'web' ? { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } } : {}),
  });
  /** @type {(() => Promise<void>)[]} */
  const cleanups = [() => rm(profile, { recursive: true, force: true, maxRetries: 3 })];
  try {
    const server = await serve({ profile, smokeTest: true, args: await leanArguments(profile) });
    cleanups.unshift(server.stop);
    const browser = await launchBrowser();
    cleanups.unshift(() => browser.close());
    return await runSuite(await browser.newPage(), server.address, { extension, tests, folder });
  } finally {
    for (const cleanup of cleanups) {
      await cleanup();
    }
  }
});

/** @param {string[]} args */
function readArguments(args) {
  const value = (/** @type {string} */ name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const extension = value('extensionDevelopmentPath');
  const tests = value('extensionTestsPath');
  const folder = args.find((arg) => !arg.startsWith('--'));
  if (!extension || !tests || !folder) {
    throw new Trouble('Usage: launcher.mjs --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE FOLDER');
  }
  return { extension, tests, folder };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} address
 * @param {{ extension: string, tests: string, folder: string }} paths
 * @returns {Promise<number>} the exit code
 */
async function runSuite(page, address, { extension, tests, folder }) {
  const remote = (/** @type {string} */ path) => `vscode-remote://${new URL(address).host}${path}`;
  const payload = [['extensionDevelopmentPath', remote(extension)], ['extensionTestsPath', remote(tests)], ['skipWelcome', 'true']];
  /** @type {Promise<number>} */
  const exit = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Trouble(`The suite did not end within ${patience / 1000} s.`)), patience);
    const settle = (/** @type {number} */ code) => {
      clearTimeout(timer);
      resolve(code);
    };
    page.once('crash', () => settle(1));
    void page.exposeFunction('codeAutomationExit', settle);
    void page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) =>
      console[type === 'error' ? 'error' : 'log'](...args));
  });
  await still(page);
  await page.goto(`${address}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  return await exit;
}
