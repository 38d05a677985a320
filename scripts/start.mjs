// `npm start`: builds the extension and opens VS Code with it on `examples/`.
// The desktop VS Code if `code` is on the PATH, else one for the browser. Options: `--web`, `--port N` (implies `--web`).
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openGate } from './vscode/gate.mjs';
import { installServer } from './vscode/install.mjs';
import { cache, root } from './vscode/paths.mjs';
import { linkExtension, writeSettings } from './vscode/profile.mjs';
import { serve } from './vscode/serve.mjs';
import { runMain, Trouble } from './vscode/trouble.mjs';

// Always the same, as the browser keeps the window's layout by address.
const usualPort = 7837;
const examples = join(root, 'examples');

await runMain(async () => {
  const { web, port } = readOptions();
  build();
  if (!web && openDesktop()) {
    return;
  }
  await installServer();
  await openWeb(port);
});

function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({ options: { web: { type: 'boolean', default: false }, port: { type: 'string' } } }));
  } catch (error) {
    throw new Trouble(`${error.message}\nUsage: npm start -- [--web] [--port N]`);
  }
  const asked = values.port ?? (process.env.PORT || undefined);
  const port = asked === undefined ? undefined : Number(asked);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Trouble(`"${asked}" is no port: a number from 1 to 65535 is.`);
  }
  return { web: values.web || values.port !== undefined, port };
}

function build() {
  console.log('Building the extension …');
  if (spawnSync(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root, stdio: 'inherit' }).status !== 0) {
    throw new Trouble('The extension does not build; see above.');
  }
}

/** @returns {boolean} whether there is a desktop VS Code and it took the call */
function openDesktop() {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples];
  const isWindows = process.platform === 'win32';
  const { status, error } = spawnSync('code', isWindows ? args.map((arg) => `"${arg}"`) : args, { stdio: 'inherit', shell: isWindows });
  if (status === 0) {
    console.log('Opened examples/ in VS Code.');
    return true;
  }
  if (error?.code !== 'ENOENT' && !isWindows) {
    console.log('The desktop VS Code did not start; serving one for the browser instead.');
  }
  return false;
}

/** @param {number | undefined} asked */
async function openWeb(asked) {
  // Kept between starts, and with it what Study remembers.
  const profile = join(cache, 'start');
  await mkdir(profile, { recursive: true });
  await writeSettings(profile, {});
  await linkExtension(profile, root);

  // A socket's path must be short.
  const folder = await mkdtemp(join(tmpdir(), 'stepwise-'));
  const socketPath = process.platform === 'win32' ? `\\\\.\\pipe\\stepwise-${process.pid}` : join(folder, 'vscode');
  const gate = await listen(socketPath, asked);
  try {
    const server = await serve({ profile, socketPath, args: ['--default-folder', examples] });
    console.log(`\nVS Code with Stepwise is ready. Open this address in a browser:\n\n  http://127.0.0.1:${gate.address().port}/\n`);
    console.log('Ctrl-C stops it.');
    if ((await Promise.race([stopAsked(), server.exited.then(() => 'ended')])) === 'ended') {
      throw new Trouble('VS Code\'s server ended by itself. Run "npm start" again.');
    }
    await server.stop();
  } finally {
    gate.closeAllConnections();
    gate.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} socketPath
 * @param {number | undefined} asked
 */
async function listen(socketPath, asked) {
  const ports = asked === undefined ? [...Array(20).keys()].map((i) => usualPort + i) : [asked];
  for (const port of ports) {
    try {
      return await openGate(socketPath, port);
    } catch (error) {
      if (error.code === 'EACCES') {
        throw new Trouble(`Port ${port} may not be used by this account. Pick one above 1023: npm start -- --port ${usualPort}`);
      }
      if (error.code !== 'EADDRINUSE') {
        throw error;
      }
    }
  }
  throw new Trouble(
    asked === undefined
      ? `The ports ${usualPort} to ${usualPort + ports.length - 1} are all in use. Name a free one: npm start -- --port N`
      : `Port ${asked} is in use. Stop what listens there, or name another one: npm start -- --port N`,
  );
}

/** Resolves when somebody wants this to end: Ctrl-C, a signal, or the end of the process that started it. */
function stopAsked() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.once(signal, () => resolve(signal));
    }
    // npm stopped by force takes only itself along.
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) {
        resolve('orphan');
      }
    }, 1000).unref();
  });
}
