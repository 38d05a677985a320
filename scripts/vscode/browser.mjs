// Finds a browser for the tests: the system's, else the one from the npm registry, with what that one needs to start anywhere.
import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPackage, exists, installChromium } from './install.mjs';
import { cache } from './paths.mjs';
import { Trouble } from './trouble.mjs';

const flags = ['--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'];

/**
 * Finds or installs a browser.
 * @returns {Promise<{ executablePath: string, env: Record<string, string | undefined> }>}
 */
export async function findBrowser() {
  const executablePath = await findSystemBrowser();
  return executablePath ? { executablePath, env: process.env } : await unpackedBrowser();
}

/**
 * Starts a browser without a window.
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  const { executablePath, env } = await findBrowser();
  // Chromium's sandbox does not work for root, nor in most containers; the page is our own.
  // A signal is to end the whole process, which takes the browser along.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return await chromium.launch({ executablePath, env, args: [...flags, '--no-sandbox'], headless: true, ...signals });
}

/** @returns {Promise<string | undefined>} */
async function findSystemBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!(await isExecutable(named))) {
      throw new Trouble(`CHROME_PATH says ${named}, which is no program that can be started.`);
    }
    return named;
  }
  for (const candidate of candidates()) {
    // A launcher that only says where to install the browser is no browser. (Windows' Chrome does not answer.)
    if (await isExecutable(candidate) && (process.platform === 'win32' || answers(candidate))) {
      return candidate;
    }
  }
  return undefined;
}

function candidates() {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)));
    case 'win32':
      return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
        folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : []);
    default:
      return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder).flatMap((folder) =>
        ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map((name) => join(folder, name)));
  }
}

/** @param {string} path */
const isExecutable = (path) => access(path, constants.X_OK).then(() => true, () => false);

/** @param {string} path */
const answers = (path) => spawnSync(path, ['--version'], { timeout: 10_000, stdio: 'ignore' }).status === 0;

async function unpackedBrowser() {
  if (process.platform !== 'linux') {
    throw new Trouble('The in-editor tests need Chrome, Chromium or Edge. Install one, or say where it is with CHROME_PATH.');
  }
  await installChromium();
  const home = join(cache, 'chromium', 'unpacked');
  if (!(await exists(home))) {
    await unpack(home);
  }
  await writeFile(join(home, 'fonts', 'fonts.conf'), fontSettings(home));
  return {
    executablePath: join(home, 'chromium'),
    env: {
      ...process.env,
      // The libraries and fonts that a system with a browser would have. Without fonts the workbench hangs, silently.
      LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: join(home, 'fonts'),
    },
  };
}

/**
 * The settings that come with the fonts name places outside the cache. Written at each start: the project may have been moved.
 * @param {string} home
 */
const fontSettings = (home) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`.replaceAll('&', '&amp;');

/**
 * Unpacks beside the final place first, so that a stop half-way leaves nothing that looks whole.
 * @param {string} home
 */
async function unpack(home) {
  const partial = `${home}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  // The package unpacks to the temporary folder, and its libraries only where this variable is set.
  const script = `await (await import(${JSON.stringify(pathToFileURL(join(chromiumPackage, 'build', 'index.js')).href)})).default.executablePath();`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  });
  if (status !== 0) {
    await rm(partial, { recursive: true, force: true });
    throw new Trouble(`The browser could not be unpacked to ${home}:\n${stderr}`);
  }
  await rename(partial, home).catch(async (error) => {
    await rm(partial, { recursive: true, force: true });
    // Another run was quicker.
    if (!(await exists(home))) {
      throw error;
    }
  });
}
