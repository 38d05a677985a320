// Which files are meant: by name, by folder, by glob.
import { statSync, type Stats } from 'node:fs';
import { relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { looksLikeTemplate } from '../../model/hosts';
import { globTest } from '../../rules/glob';
import { readText } from '../read';

export interface FoundFile {
  readonly absolute: string;
  /** Nobody named it: it was found in a folder because state machines are among what its template describes. */
  readonly isTemplate: boolean;
}

const definitions = ['**/*.asl', '**/*.asl.{json,yaml,yml}'];
const perhapsTemplates = ['**/*.{json,template,yaml,yml}'];
const nobodys = ['node_modules', '.git'];
/** What is in these folders is a copy of what is checked anyway. */
const built = ['.aws-sam', '.serverless', 'build', 'cdk.out', 'coverage', 'dist', 'out', 'target'];

/** The files, each once, in the order of the arguments; and what could not be found. */
export async function findFiles(wanted: readonly string[], cwd: string, ignore: readonly string[]): Promise<{ files: FoundFile[]; troubles: string[] }> {
  const files = new Map<string, FoundFile>();
  const troubles: string[] = [];
  for (const each of wanted) {
    const found = await find(each, cwd);
    if (typeof found === 'string') {
      troubles.push(found);
    } else {
      for (const file of found) {
        files.set(file.absolute, { ...file, isTemplate: file.isTemplate && files.get(file.absolute)?.isTemplate !== false });
      }
    }
  }
  // A folder stands for all that is in it.
  const isIgnored = globTest(ignore.map((pattern) => slashes(pattern).replace(/\/$/, '')).flatMap((pattern) => [pattern, `${pattern}/**`]));
  const left = [...files.values()].filter(({ absolute }) => !isIgnored(slashes(relative(cwd, absolute))));
  return { files: left, troubles: left.length === 0 && files.size > 0 ? [...troubles, 'There is nothing left to check: every file is ignored.'] : troubles };
}

/** The files that one argument means, or the trouble with it. */
async function find(wanted: string, cwd: string): Promise<FoundFile[] | string> {
  const path = resolve(cwd, wanted);
  let stats: Stats | undefined;
  try {
    stats = statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return `${wanted} can't be read: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (stats?.isDirectory()) {
    const found = await inFolder(path);
    return found.length > 0 ? found : `${wanted} has no state machine in it: no .asl, .asl.json, .asl.yaml or .asl.yml file, and no template with one.`;
  }
  if (stats) {
    return [{ absolute: path, isTemplate: false }];
  }
  const pattern = slashes(wanted);
  if (!isDynamicPattern(pattern)) {
    return `${wanted} does not exist.`;
  }
  const found = await globbed(pattern, cwd, { expandDirectories: false }, pattern.includes('node_modules') ? [] : nobodys);
  return found.length > 0 ? found.map((absolute) => ({ absolute, isTemplate: false })) : `${wanted} matches no file.`;
}

/** All state machines in a folder. A template can have any name, so its text decides. */
async function inFolder(cwd: string): Promise<FoundFile[]> {
  const options = { caseSensitiveMatch: false };
  const ours = new Set(await globbed(definitions, cwd, options, [...nobodys, ...built]));
  const others = await globbed(perhapsTemplates, cwd, options, [...nobodys, ...built]);
  const templates = others.filter((file) => !ours.has(file) && looksLikeTemplate(readText(file).text ?? ''));
  return [...ours, ...templates].sort().map((absolute) => ({ absolute, isTemplate: !ours.has(absolute) }));
}

async function globbed(patterns: string | readonly string[], cwd: string, options: { caseSensitiveMatch?: boolean; expandDirectories?: boolean }, folders: readonly string[]): Promise<string[]> {
  const found = await glob(patterns, { cwd, absolute: true, dot: true, followSymbolicLinks: false, ignore: folders.map((name) => `**/${name}/**`), ...options });
  return found.map((file) => resolve(file)).sort();
}

/** On Windows people write their own separator, which a glob takes for an escape. */
function slashes(path: string): string {
  return process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
}
