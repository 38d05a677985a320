// Runs `npm ci` for one of the folders beside this file, with a sign of life while it works and a plain word when it fails.
import { spawn } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename, delimiter, dirname } from 'node:path';
import { Trouble } from './trouble.mjs';

/** What npm says, and what it means to the person who waits. First match wins. */
const meanings = [
  [/ENOSPC/, 'The disk is full. Free about 700 MB and run the command again.'],
  [/EACCES|EPERM|EROFS/, 'A file could not be written. Check the permissions of the project folder, ".vscode-test" and npm\'s cache.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED/,
    'The npm registry cannot be reached. This download is needed once only: check the network or npm\'s proxy setting and run the command again.',
  ],
  [/E404|ETARGET|EINTEGRITY/, 'The npm registry answered, but not with the package asked for. Check the registry that npm is set to.'],
];

/**
 * Installs what the folder's lock file says, running no script of any package.
 * @param {string} folder
 * @param {string} title said while it works
 * @returns {Promise<void>}
 */
export async function npmCi(folder, title) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  console.log(`${title} …`);
  const sign = setInterval(() => console.log(`  still at it, ${seconds()}`), 5000);
  try {
    // npm takes a folder behind a symbolic link for one that is missing from the lock file.
    const place = await realpath(folder);
    const { code, output } = await run(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retries=2',
      '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000', '--prefix', place], place);
    if (code !== 0) {
      const meaning = meanings.find(([pattern]) => pattern.test(output))?.[1] ?? '';
      throw new Trouble(`${firstLines(output)}\n\n${title}: npm failed. ${meaning}`);
    }
  } finally {
    clearInterval(sign);
  }
  console.log(`  done in ${seconds()}`);
}

/**
 * npm can be long-winded, and begins with the reason.
 * @param {string} output
 */
const firstLines = (output) => output.trim().split('\n').slice(0, 12).join('\n');

/**
 * Runs npm: the one that runs this script if there is one, else the one on the PATH.
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(args, cwd) {
  const cli = process.env.npm_execpath;
  const own = cli !== undefined && basename(cli) === 'npm-cli.js';
  // The running Node first: npm complains less where it is the one that packages ask for.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` };
  const child = own
    ? spawn(process.execPath, [cli, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    : spawn('npm', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Trouble(`npm cannot be started: ${error.message}`)));
    child.on('close', (code) => resolve({ code, output }));
  });
}
