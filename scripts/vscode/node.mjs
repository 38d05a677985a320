// Finds a Node that VS Code's server runs on: it needs `registerHooks`, which Node 20 does not have.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { Trouble } from './trouble.mjs';

const packaged = join(root, 'node_modules', 'node');
const binary = join(packaged, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * The path of a new enough Node: the one that runs this script, else the one that `npm ci` brought.
 * @returns {string}
 */
export function findNode() {
  if ('registerHooks' in nodeModule) {
    return process.execPath;
  }
  if (!existsSync(binary) && existsSync(packaged)) {
    // Where npm is set to skip install scripts, the package is there without its binary.
    spawnSync(process.execPath, ['installArchSpecificPackage'], { cwd: packaged, stdio: 'ignore' });
  }
  if (!existsSync(binary)) {
    throw new Trouble(
      `VS Code needs a newer Node than this one (${process.version}), and the one in node_modules is missing.\n` +
        'Run "npm ci", or "npm rebuild node --ignore-scripts=false" if your npm skips install scripts.',
    );
  }
  return binary;
}
