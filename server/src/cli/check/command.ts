// `stepwise check`: the diagnostics of the editor for files, as text for people and as data for machines.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ExpressionCache } from '../../analysis/expression-cache';
import { levelProblem, type Level, type Levels } from '../../rules/config';
import type { WorkflowType } from '../../spec/workflow-types';
import { isMockFile } from '../../mocks/names';
import { notationOf } from '../../syntax/notation';
import { exitCodes, UsageError, type Command, type Host } from '../command';
import { servicesFromDisk } from '../services';
import { ConfigFiles } from './config';
import { findFiles } from './files';
import { formats, isFormat, type Format } from './formats';
import { decode, readText, shownPath } from '../read';
import { checkText, count, type CheckedFile, type FoundText, type Report } from './report';

const help = `Usage: stepwise check [OPTIONS] FILE…

Checks state machines in Amazon States Language, as JSON or YAML.
FILE is a file, a folder (its .asl, .asl.json, .asl.yaml and .asl.yml files, and its templates of CloudFormation
and SAM with state machines), a glob, or - for standard input.

Options:
  --format FORMAT         pretty (default), json, sarif or github
  --quiet                 show errors only
  --max-warnings N        more than N warnings are a failure too
  --rule CODE=SEVERITY    error, warning, info, hint or off; may be repeated
  --workflow-type TYPE    STANDARD or EXPRESS, for rules that go by it
  --config FILE           instead of the nearest stepwise.config.json in a file's folder or above
  --ignore GLOB           leave out files; may be repeated
  --stdin-filename NAME   what to call standard input; tells JSON from YAML, and where to look for the configuration
  -h, --help              this text

Exit codes:
  0  no errors, and no more warnings than --max-warnings
  1  errors, or too many warnings
  2  wrong usage, or a file that could not be read

Colors are used on a terminal; NO_COLOR turns them off.
`;

interface Options {
  readonly files: readonly string[];
  readonly format: Format;
  readonly quiet: boolean;
  readonly maxWarnings: number;
  readonly rules: Levels;
  readonly workflowType: WorkflowType | undefined;
  readonly config: string | undefined;
  readonly ignore: readonly string[];
  readonly stdinName: string | undefined;
}

export const check: Command = {
  summary: 'finds what is wrong in state machines',
  help,
  async run(argv, host) {
    const options = readOptions(argv);
    const report = await makeReport(options, host);
    const shown = options.quiet ? errorsOnly(report) : report;
    host.write(formats[options.format](shown, host));
    for (const trouble of report.troubles) {
      host.complain(trouble);
    }
    if (report.troubles.length > 0) {
      return exitCodes.trouble;
    }
    const { errors, warnings } = count(report);
    if (errors === 0 && warnings > options.maxWarnings) {
      host.complain(`${String(warnings)} warnings, and at most ${String(options.maxWarnings)} are allowed (--max-warnings).`);
    }
    return errors > 0 || warnings > options.maxWarnings ? exitCodes.findings : exitCodes.fine;
  },
};

function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  const { format = 'pretty' } = values;
  if (!isFormat(format)) {
    throw new UsageError(`--format can be ${Object.keys(formats).join(', ')}, not "${format}".`);
  }
  const most = values['max-warnings'];
  if (most !== undefined && !/^\d+$/.test(most)) {
    throw new UsageError(`--max-warnings takes a number, not "${most}".`);
  }
  if (positionals.length === 0) {
    throw new UsageError('Nothing to check: name a file, a folder, a glob, or - for standard input. stepwise check --help tells more.');
  }
  return {
    files: positionals,
    format,
    quiet: values.quiet ?? false,
    maxWarnings: most === undefined ? Infinity : Number(most),
    rules: Object.fromEntries((values.rule ?? []).map(readRule)),
    workflowType: readWorkflowType(values['workflow-type']),
    config: values.config,
    ignore: values.ignore ?? [],
    stdinName: values['stdin-filename'],
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'format': { type: 'string' },
        'quiet': { type: 'boolean' },
        'max-warnings': { type: 'string' },
        'rule': { type: 'string', multiple: true },
        'workflow-type': { type: 'string' },
        'config': { type: 'string' },
        'ignore': { type: 'string', multiple: true },
        'stdin-filename': { type: 'string' },
      },
    });
  } catch (error) {
    const [told = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${told.replace(/\.$/, '')}. stepwise check --help tells more.`);
  }
}

function readWorkflowType(written: string | undefined): WorkflowType | undefined {
  const type = written?.toUpperCase();
  if (type !== undefined && type !== 'STANDARD' && type !== 'EXPRESS') {
    throw new UsageError(`--workflow-type can be STANDARD or EXPRESS, not "${String(written)}".`);
  }
  return type;
}

function readRule(written: string): [string, Level] {
  const [code = '', level = ''] = written.split('=', 2);
  const problem = written.includes('=') ? levelProblem(code, level) : `It takes a code and a severity, such as unreachable-state=warning, not "${written}".`;
  if (problem !== undefined) {
    throw new UsageError(`--rule: ${problem}`);
  }
  return [code, level as Level];
}

async function makeReport(options: Options, host: Host): Promise<Report> {
  const { cwd } = host;
  const troubles: string[] = [];
  const files: CheckedFile[] = [];
  const readers = { expressions: new ExpressionCache(), services: servicesFromDisk((trouble) => troubles.push(trouble)) };
  const configs = new ConfigFiles(cwd, options.config, (trouble) => troubles.push(trouble));

  function add(found: FoundText): void {
    const { levels, workflowType } = configs.of(found.absolute);
    const config = { levels: { ...levels, ...options.rules }, workflowType: options.workflowType ?? workflowType };
    files.push(checkText(found, config, readers, (trouble) => troubles.push(trouble)));
  }

  const fromDisk = options.files.filter((file) => file !== '-');
  const found = await findFiles(fromDisk, cwd, options.ignore);
  troubles.push(...found.troubles);
  for (const { absolute, isTemplate } of found.files) {
    const path = shownPath(cwd, absolute);
    if (isMockFile(path)) {
      troubles.push(`${path} is a file with mocks, which stepwise test checks and runs.`);
      continue;
    }
    const read = readText(absolute);
    if (read.text === undefined) {
      troubles.push(`${path} ${read.trouble}`);
    } else {
      add({ path, absolute, text: read.text, notation: notationOf(path, read.text), isTemplate });
    }
  }
  if (options.files.includes('-')) {
    const name = options.stdinName;
    const read = decode(await host.readStdin());
    if (read.text === undefined) {
      troubles.push(`${name ?? 'standard input'} ${read.trouble}`);
    } else {
      const absolute = resolve(cwd, name ?? 'stdin');
      add({ path: name === undefined ? '<stdin>' : shownPath(cwd, absolute), absolute, text: read.text, notation: notationOf(name, read.text), isTemplate: false });
    }
  }
  return { files, troubles };
}

function errorsOnly({ files, troubles }: Report): Report {
  return { files: files.map((file) => ({ ...file, problems: file.problems.filter(({ severity }) => severity === 'error') })), troubles };
}
