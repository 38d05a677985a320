// Which files are meant: by name, by folder, by glob.
import { statSync, type Stats } from 'node:fs';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { globTest } from '../../rules/glob';

const inFolders = ['**/*.asl', '**/*.asl.{json,yaml,yml}'];
const nobodys = ['**/node_modules/**', '**/.git/**'];

/** The files as absolute paths, each once, in the order of the arguments; and what could not be found. */
export async function findFiles(wanted: readonly string[], cwd: string, ignore: readonly string[]): Promise<{ files: string[]; troubles: string[] }> {
  const files = new Set<string>();
  const troubles: string[] = [];
  for (const each of wanted) {
    const found = await find(each, cwd);
    if (typeof found === 'string') {
      troubles.push(found);
    } else {
      found.forEach((file) => files.add(file));
    }
  }
  // A folder stands for all that is in it.
  const isIgnored = globTest(ignore.map((pattern) => slashes(pattern).replace(/\/$/, '')).flatMap((pattern) => [pattern, `${pattern}/**`]));
  return { files: [...files].filter((file) => !isIgnored(slashes(relative(cwd, file)))), troubles };
}

/** The files that one argument means, or the trouble with it. */
async function find(wanted: string, cwd: string): Promise<string[] | string> {
  const path = resolve(cwd, wanted);
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return `${wanted} can't be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (stats?.isDirectory()) {
    const found = await glob(inFolders, { cwd: path, absolute: true, dot: true, caseSensitiveMatch: false, followSymbolicLinks: false, ignore: nobodys });
    return found.length > 0 ? found.map((file) => resolve(file)).sort() : `${wanted} has no .asl, .asl.json, .asl.yaml or .asl.yml file in it.`;
  }
  if (stats) {
    return [path];
  }
  const pattern = slashes(wanted);
  if (!isDynamicPattern(pattern)) {
    return `${wanted} does not exist.`;
  }
  const ignored = pattern.includes('node_modules') ? [] : nobodys;
  const found = await glob(pattern, { cwd, absolute: true, dot: true, expandDirectories: false, followSymbolicLinks: false, ignore: ignored });
  return found.length > 0 ? found.map((file) => resolve(file)).sort() : `${wanted} matches no file.`;
}

/** On Windows people write their own separator, which a glob takes for an escape. */
function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
