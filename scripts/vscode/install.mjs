// Brings a real VS Code, and a browser where the system has none, from the npm registry into the cache.
// Versions are those of the lock files beside this file. A stamp, written last, tells a finished install from a broken one.
import { createHash } from 'node:crypto';
import { access, copyFile, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npmCi } from './npm.mjs';
import { cache, vscodeHome } from './paths.mjs';
import { Trouble } from './trouble.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Installs VS Code, or finds it installed. */
export async function installServer() {
  await install('code-server', 'Fetching VS Code (about 100 MB, once)', join(vscodeHome, 'out', 'server-main.js'), async (folder) => {
    const home = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
    // The page asks for packages by their path below the server's home.
    // (Windows wants the whole path, and that of the place where the folder will be in the end.)
    const packages = process.platform === 'win32' ? join(cache, 'code-server', 'node_modules') : '../../..';
    await symlink(packages, join(home, 'node_modules'), 'junction');
    // Half of the start-up time, and of no use without an account.
    await rm(join(home, 'extensions', 'copilot'), { recursive: true, force: true });
  });
  await standInForLogs();
}

/** Not part of the install proper: a cache that was made before has to get it, too. */
async function standInForLogs() {
  const [from, to] = [join(here, 'spdlog'), join(cache, 'code-server', 'node_modules', '@vscode', 'spdlog')];
  for (const file of await readdir(from)) {
    const text = await readFile(join(from, file), 'utf8');
    if ((await readFile(join(to, file), 'utf8').catch(() => '')) !== text) {
      await mkdir(to, { recursive: true });
      // Renamed into its place: a VS Code that starts meanwhile must not find half of it.
      await writeFile(join(to, `${file}.${process.pid}`), text);
      await rename(join(to, `${file}.${process.pid}`), join(to, file));
    }
  }
}

/** Installs the packed browser, or finds it installed; `browser.mjs` unpacks it. */
export async function installChromium() {
  await install('chromium', 'Fetching a browser (about 75 MB, once)', join(chromiumPackage, 'bin', 'chromium.br'));
}

/** The package that holds the packed browser. */
export const chromiumPackage = join(cache, 'chromium', 'node_modules', '@sparticuz', 'chromium');

/**
 * @param {string} name a folder beside this file, and of the cache
 * @param {string} title
 * @param {string} proof a file without which the install cannot be whole
 * @param {(folder: string) => Promise<void>} [finish]
 */
async function install(name, title, proof, finish) {
  const home = join(cache, name);
  const lock = await readFile(join(here, name, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const isInstalled = async () => (await readFile(join(home, 'installed'), 'utf8').catch(() => '')) === wanted && (await exists(proof));
  if (await isInstalled()) {
    return;
  }
  try {
    await clear(home);
    // Beside its place until it is whole, so that two installs at once do not mix.
    const partial = `${home}.partial-${process.pid}`;
    await mkdir(partial, { recursive: true });
    await copyFile(join(here, name, 'package.json'), join(partial, 'package.json'));
    await writeFile(join(partial, 'package-lock.json'), lock);
    await npmCi(partial, title);
    await finish?.(partial);
    await writeFile(join(partial, 'installed'), wanted);
    await rename(partial, home).catch(async (error) => {
      await rm(partial, { recursive: true, force: true });
      // Another install of the same thing was quicker.
      if (!(await isInstalled())) {
        throw error;
      }
    });
  } catch (error) {
    throw explain(error);
  }
}

/**
 * Removes what an earlier install left behind, finished or not.
 * @param {string} home
 */
async function clear(home) {
  await rm(home, { recursive: true, force: true });
  for (const entry of await readdir(dirname(home)).catch(() => [])) {
    const pid = Number(/\.partial-(\d+)$/.exec(entry)?.[1]);
    if (pid && !isRunning(pid)) {
      await rm(join(dirname(home), entry), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {string} path */
export const exists = (path) => access(path).then(() => true, () => false);

/** @param {NodeJS.ErrnoException} error */
function explain(error) {
  switch (error.code) {
    case 'ENOSPC':
      return new Trouble(`The disk is full: ${cache} needs about 700 MB.`);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Trouble(`${cache} cannot be written (${error.code}). Check the permissions of the project folder.`);
    default:
      return error;
  }
}
