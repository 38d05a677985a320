// What tests leave out of VS Code: the login shell's environment, what moves or is drawn for the eye alone, and those built-in extensions
// that start with every window and have no say in a state machine. All languages and themes stay.
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { vscodeHome } from './paths.mjs';

/** Settings of a window that nobody looks at. */
export const leanSettings = { 'editor.cursorBlinking': 'solid', 'editor.minimap.enabled': false, 'workbench.reduceMotion': 'on' };

/**
 * Has the page skip what moves: fading scrollbars and wiggling icons would have it drawn all the time.
 * @param {import('playwright-core').Page} page not yet at its address
 */
export async function still(page) {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('*, *::before, *::after { animation: none !important; transition: none !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

// Only such as run in Node: of the others the page has a list of its own, and complains about each that is not there.
const idle = new Set([
  'debug-auto-launch', 'debug-server-ready', 'git', 'github', 'grunt', 'gulp', 'jake', 'microsoft-authentication', 'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion', 'terminal-suggest', 'tunnel-forwarding',
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
