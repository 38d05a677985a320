// A profile is the folder where the server keeps settings, state and installed extensions.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Nothing asks for attention that is not about the work at hand. */
export const calm = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Writes settings that the user's own (kept in `data/User`) override.
 * @param {string} profile
 * @param {Record<string, unknown>} settings
 */
export async function writeSettings(profile, settings) {
  const folder = join(profile, 'data', 'Machine');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ ...calm, ...settings }, undefined, 2));
}

/**
 * Makes an unpacked extension, a checkout say, an installed one. It is read where it lies, so a rebuild
 * and a reload of the window show a change.
 * @param {string} profile
 * @param {string} folder
 */
export async function linkExtension(profile, folder) {
  const { publisher, name, version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const path = decodeURIComponent(pathToFileURL(folder).pathname);
  const list = join(profile, 'extensions', 'extensions.json');
  const others = JSON.parse(await readFile(list, 'utf8').catch(() => '[]'))
    .filter(({ identifier }) => identifier.id !== `${publisher}.${name}`);
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await writeFile(list, JSON.stringify([
    ...others,
    { identifier: { id: `${publisher}.${name}` }, version, location: { $mid: 1, path, scheme: 'file' }, relativeLocation: undefined },
  ]));
}
