// What tests leave out of VS Code: the login shell's environment, and those built-in extensions that start with every window and have
// no say in a state machine. All languages, themes and settings stay.
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { vscodeHome } from './paths.mjs';

const idle = new Set([
  'debug-auto-launch', 'debug-server-ready', 'emmet', 'git', 'git-base', 'github', 'github-authentication', 'grunt', 'gulp', 'jake', 'merge-conflict',
  'microsoft-authentication', 'ms-vscode.js-debug', 'ms-vscode.js-debug-companion', 'npm', 'terminal-suggest', 'tunnel-forwarding', 'typescript-language-features',
]);

/**
 * The arguments for `serve` that leave them out.
 * @param {string} profile keeps the list of what is left
 */
export async function leanArguments(profile) {
  const all = join(vscodeHome, 'extensions');
  const left = join(profile, 'built-in');
  await mkdir(left, { recursive: true });
  const entries = await readdir(all, { withFileTypes: true });
  await Promise.all(entries
    .filter((entry) => entry.isDirectory() && !idle.has(entry.name))
    .map(({ name }) => symlink(join(all, name), join(left, name), 'junction')));
  return ['--force-disable-user-env', '--builtin-extensions-dir', left];
}
