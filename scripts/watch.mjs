// `npm run watch`: esbuild and `tsc -b` side by side, until Ctrl-C. Both print what the problem matchers in `.vscode/tasks.json` read.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './vscode/paths.mjs';

const watchers = [
  [join(root, 'esbuild.mjs'), '--watch'],
  [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', '--watch', '--preserveWatchOutput', '--pretty', 'false'],
].map((command) => spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }));

/** @param {number} code */
function stop(code) {
  for (const watcher of watchers) {
    watcher.kill();
  }
  process.exit(code);
}

for (const watcher of watchers) {
  // One watcher alone would look like both.
  watcher.once('exit', (code) => stop(code ?? 1));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => stop(0));
}
