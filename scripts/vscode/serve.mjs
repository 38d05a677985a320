// Starts and stops the installed VS Code's server.
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findNode } from './node.mjs';
import { cache, vscodeHome } from './paths.mjs';
import { Trouble } from './trouble.mjs';

/**
 * @typedef {object} Server
 * @property {string} address what it listens on: with a port, without a path; or the socket's path
 * @property {Promise<number | null>} exited
 * @property {() => Promise<void>} stop ends the server and everything that it started
 */

/**
 * Starts the server and waits until it answers.
 * @param {{ profile: string, socketPath?: string, args?: string[], smokeTest?: boolean }} options
 *   without `socketPath` the server picks a free port of this machine;
 *   `smokeTest` lets the page's address name an extension under development and a suite to run in it,
 *   and silences dialogs: right for tests, wrong for people
 * @returns {Promise<Server>}
 */
export async function serve({ profile, socketPath, args = [], smokeTest = false }) {
  const child = spawn(findNode(), [
    join(vscodeHome, 'out', 'server-main.js'),
    ...(socketPath ? ['--socket-path', socketPath] : ['--host', '127.0.0.1', '--port', '0']),
    '--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust', '--server-data-dir', profile,
    ...(smokeTest ? ['--enable-smoke-test-driver'] : []), ...args,
  ], { stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment(), detached: process.platform !== 'win32' });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    killTree(child);
    await exited;
  };
  // Whatever ends this process ends the server.
  process.once('exit', () => killTree(child));

  const bound = await new Promise((resolve, reject) => {
    let output = '';
    const read = (/** @type {Buffer} */ data) => {
      output += data;
      const [, where] = /Extension host agent listening on (.+)/.exec(output) ?? [];
      if (where) {
        // From here on the output is read only so that its pipe does not fill up.
        output = '';
        resolve(where.trim());
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Trouble(
      `VS Code's server did not start (exit code ${code}):\n${output.trim()}\n\nIf its cache is damaged, delete ${cache} and run the command again.`,
    )));
  });
  return { address: socketPath ?? `http://127.0.0.1:${bound}`, exited, stop };
}

/**
 * Installs a packaged extension into a profile.
 * @param {string} profile
 * @param {string} file
 */
export function installExtension(profile, file) {
  const { status, stdout, stderr } = spawnSync(
    findNode(),
    [join(vscodeHome, 'out', 'server-main.js'), '--install-extension', file, '--server-data-dir', profile, '--accept-server-license-terms'],
    { encoding: 'utf8', env: cleanEnvironment() },
  );
  if (status !== 0) {
    throw new Error(`${file} could not be installed:\n${stdout}${stderr}`);
  }
}

/** A VS Code started from a terminal of VS Code must not believe that it is the outer one's child. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|NODE_OPTIONS$|PORT$)/.test(name)),
  );
}

/** @param {import('node:child_process').ChildProcess} child */
function killTree(child) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended between the check and the signal.
  }
}
