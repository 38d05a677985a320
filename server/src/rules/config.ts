// Which rules apply to a file, and how loud they are. The editor's settings and the configuration file of `stepwise check` say it alike.
import type { WorkflowType } from '../spec/workflow-types';
import { nearest } from '../text/nearest';
import { listed } from '../text/words';
import { globTest } from './glob';
import { rules } from './index';
import type { Severity } from './rule';

/** A rule's severity, or `off` for a rule that should say nothing. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'info', 'hint', 'off'];

/** The level of each rule, by its code; a rule that is not named keeps its own severity. */
export type Levels = Readonly<Partial<Record<string, Level>>>;

/** The type that a definition is deployed with; `auto` is what the text around it tells, if anything. */
export type WorkflowChoice = WorkflowType | 'auto';

export const workflowChoices: readonly WorkflowChoice[] = ['auto', 'STANDARD', 'EXPRESS'];

/** What counts for some files only. */
export interface Override {
  /** Globs. One without a slash is about the file's name in whichever folder. */
  readonly files: readonly string[];
  readonly rules: Levels;
  readonly workflowType?: WorkflowChoice;
}

/** What is configured. Later overrides win over earlier ones, and all of them over what is said for every file. */
export interface RuleConfig {
  readonly rules: Levels;
  readonly workflowType?: WorkflowChoice;
  readonly overrides: readonly Override[];
}

/** What counts for one file. */
export interface FileConfig {
  readonly levels: Levels;
  /** `undefined` where nobody says. */
  readonly workflowType: WorkflowType | undefined;
}

/** Every rule at its own severity. */
export const defaultConfig: RuleConfig = { rules: {}, overrides: [] };

/** What counts for one file, by its path with forward slashes, relative to where the globs are read from. */
export function configFor(config: RuleConfig, path: string): FileConfig {
  const fitting = config.overrides.filter(({ files }) => globTest(files)(path));
  const type = fitting.findLast(({ workflowType }) => workflowType !== undefined)?.workflowType ?? config.workflowType;
  return {
    levels: fitting.reduce<Levels>((levels, { rules }) => ({ ...levels, ...rules }), config.rules),
    workflowType: type === 'auto' ? undefined : type,
  };
}

/** A configuration as it was understood, and what in it was not, in words for the person who wrote it. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

/** Reads what a person wrote. What can't be understood is told and left out; the rest counts. */
export function readConfig(
  written: { readonly rules?: unknown; readonly workflowType?: unknown; readonly overrides?: unknown },
  names = { rules: 'rules', workflowType: 'workflowType', overrides: 'overrides' },
): Read<RuleConfig> {
  const problems: string[] = [];
  const config = {
    rules: readLevels(written.rules, names.rules, problems),
    ...readWorkflowType(written.workflowType, names.workflowType, problems),
    overrides: readOverrides(written.overrides, names.overrides, problems),
  };
  return { value: config, problems };
}

/** The name of the file that configures the rules for everybody who works on a project, in the editor and in CI. */
export const configFileName = 'stepwise.config.json';

/** Reads the text of a configuration file. */
export function readConfigFile(text: string): Read<RuleConfig> {
  let written: unknown;
  try {
    written = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { value: defaultConfig, problems: [`This is not JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  if (!isObject(written)) {
    return { value: defaultConfig, problems: ['A configuration is an object with "rules" and "overrides".'] };
  }
  const fields = ['$schema', 'rules', 'workflowType', 'overrides'];
  const unknown = Object.keys(written).filter((field) => !fields.includes(field));
  const { value, problems } = readConfig(written);
  return { value, problems: [...unknown.map((field) => unknownName('field', field, fields.slice(1))), ...problems] };
}

function readOverrides(written: unknown, name: string, problems: string[]): Override[] {
  if (written === undefined || written === null) {
    return [];
  }
  if (!Array.isArray(written)) {
    problems.push(`"${name}" has to be a list of objects with "files" and "rules".`);
    return [];
  }
  return written.flatMap((each: unknown, index) => {
    const place = `${name}[${String(index)}]`;
    const { files, rules: written, workflowType } = isObject(each) ? each : {};
    const globs: unknown[] = Array.isArray(files) ? files : [files];
    if (globs.length === 0 || !globs.every((glob) => typeof glob === 'string' && glob !== '')) {
      problems.push(`"${place}.files" has to be a glob or a list of globs, such as "test/**".`);
      return [];
    }
    const rules = readLevels(written, `${place}.rules`, problems);
    return [{ files: globs as string[], rules, ...readWorkflowType(workflowType, `${place}.workflowType`, problems) }];
  });
}

function readWorkflowType(written: unknown, name: string, problems: string[]): { workflowType?: WorkflowChoice } {
  if (written === undefined || written === null) {
    return {};
  }
  const choice = workflowChoices.find((each) => each === written);
  if (choice === undefined) {
    problems.push(`"${name}" can be ${listed(workflowChoices)}, not ${JSON.stringify(written)}.`);
    return {};
  }
  return { workflowType: choice };
}

function readLevels(written: unknown, name: string, problems: string[]): Levels {
  if (written === undefined || written === null) {
    return {};
  }
  if (!isObject(written)) {
    problems.push(`"${name}" has to be an object of codes and severities, such as { "unreachable-state": "warning" }.`);
    return {};
  }
  const read: Record<string, Level> = {};
  for (const [code, level] of Object.entries(written)) {
    const problem = levelProblem(code, level);
    if (problem === undefined) {
      read[code] = level as Level;
    } else {
      problems.push(`"${name}": ${problem}`);
    }
  }
  return read;
}

/** What is wrong with giving that rule that level; `undefined` where nothing is. */
export function levelProblem(code: string, level: unknown): string | undefined {
  const codes = rules.map((rule) => rule.code);
  if (!codes.includes(code)) {
    return unknownName('rule', code, codes);
  }
  return levels.includes(level as Level) ? undefined : `"${code}" can be ${listed(levels)}, not ${JSON.stringify(level)}.`;
}

function unknownName(kind: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return `There is no ${kind} "${name}".${near.length > 0 ? ` Did you mean ${listed(near)}?` : ''}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
