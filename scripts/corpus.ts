// `npm run corpus`: how the diagnostics fare on real definitions, and on real rejections.
// The folder is `$ASL_CORPUS`, or `corpus` in a folder `shared` beside the checkout; without it there is nothing to measure.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AslDocument } from '../server/src/analysis/document';
import { services } from '../test/support/services';
import { diagnostics } from '../server/src/features/diagnostics';
import type { WorkflowType } from '../server/src/spec/workflow-types';
import { corpusFolder, jsonFiles } from '../test/support/corpus';
import { reportConversions } from './corpus/conversions';
import { reportEdits, type Sample } from './corpus/edits';
import { reportRuns } from './corpus/executions';
import { reportInsertions } from './corpus/insertions';
import { reportIntegrations } from './corpus/integrations';
import { reportNotations } from './corpus/notations';
import { reportRandomRuns } from './corpus/random-runs';
import { reportRefactorings } from './corpus/refactorings';
import { reportRenames } from './corpus/renames';
import { reportTestStates } from './corpus/test-states';
import type { Original } from './corpus/misses';
import { places, type Expected } from './corpus/places';
import { reportSeeding, type Real } from './corpus/seeding';

interface ValidEntry {
  readonly file: string;
  readonly format: 'json' | 'yaml';
  readonly type: WorkflowType;
  readonly evidence: string;
}

interface InvalidEntry extends ValidEntry {
  readonly authority: string;
  readonly expected: readonly Expected[];
}

/** Labels of other validators that the service's recorded answers contradict, with the answer. */
const disputed: ReadonlyMap<string, string> = new Map([
  [
    'aslvalidator-tests-valid-map-with-item-batcher-jsonata-83e980ad.asl.json',
    'says JSONPath inside a JSONata machine, which ValidateStateMachineDefinition was recorded to refuse',
  ],
  [
    'aslvalidator-tests-invalid-jsonata-surround-syntax-no-spaces-1f7eac2f.asl.json',
    'wants blanks inside {% %}; all that the service asks for, in its own words, is that the text starts with {% and ends with %}',
  ],
  [
    'aslvalidator-tests-invalid-json-surround-syntax-extra-spaces-0d1bc607.asl.json',
    'wants one blank inside {% %}; white space and line breaks mean nothing in JSONata, and stand in expressions that the service ran',
  ],
]);

const folder = corpusFolder();
if (folder === undefined) {
  console.log('Skipped: no corpus here. Set ASL_CORPUS to the folder that holds it.');
} else {
  const verbose = process.argv.includes('--verbose');
  reportValid(folder, verbose);
  reportExecutions(folder, verbose);
  reportInvalid(folder, verbose);
  reportIntegrations(definitions(folder), verbose);
  reportSeeding(definitions(folder), verbose);
  reportEdits(sample(folder), verbose);
  reportNotations(validOnes(folder), verbose);
  reportRenames(validOnes(folder), verbose);
  reportRefactorings(validOnes(folder), 2, verbose);
  reportInsertions(validOnes(folder), verbose);
  void reportOfRuns(folder, verbose).then(() => console.log(verbose ? '' : '\nnpm run corpus -- --verbose lists each document.'));
}

/** What the simulator makes of all that is there. */
async function reportOfRuns(folder: string, verbose: boolean): Promise<void> {
  await reportRuns(folder, verbose);
  await reportTestStates(folder);
  await reportConversions(folder);
  await reportRandomRuns(folder, { valid: entries<ValidEntry>(folder, 'valid'), invalid: entries<InvalidEntry>(folder, 'invalid') }, 3);
}

/** The errors that we report on a text, as `code: message`. */
function errorsOf(text: string, format: 'json' | 'yaml', workflowType: WorkflowType): string[] {
  const document = new AslDocument(text, format, { workflowType, services });
  const found = diagnostics(document, 'corpus:', (rule, error) => {
    throw new Error(`rule ${rule.code} threw`, { cause: error });
  });
  return found.filter(({ severity }) => severity === 1).map(({ code, message }) => `${String(code)}: ${message}`);
}

function entries<T>(folder: string, kind: string): T[] {
  return JSON.parse(readFileSync(join(folder, kind, 'manifest.json'), 'utf8')) as T[];
}

function reportValid(folder: string, verbose: boolean): void {
  const wrong = new Map<string, string[]>();
  const all = entries<ValidEntry>(folder, 'valid');
  for (const { file, format, type } of all) {
    const errors = errorsOf(readFileSync(join(folder, 'valid', file), 'utf8'), format, type);
    if (errors.length > 0 && !disputed.has(file)) {
      wrong.set(file, errors);
    }
  }
  report('Valid definitions', 'false errors on', wrong, all.length, verbose);
  byGroup(all, ({ evidence }) => evidence, ({ file }) => wrong.has(file));
  reportDisputes(all);
}

function reportDisputes(all: readonly ValidEntry[]): void {
  for (const { file } of all) {
    const reason = disputed.get(file);
    if (reason !== undefined) {
      console.log(`  disputed: ${file} ${reason}`);
    }
  }
}

function reportExecutions(folder: string, verbose: boolean): void {
  const wrong = new Map<string, string[]>();
  const index = join(folder, 'executions');
  const files = existsSync(index) ? jsonFiles(index) : [];
  for (const file of files) {
    const { definition, type } = JSON.parse(readFileSync(join(index, file), 'utf8')) as { definition: unknown; type: WorkflowType };
    const errors = errorsOf(JSON.stringify(definition, undefined, 2), 'json', type);
    if (errors.length > 0) {
      wrong.set(file, errors);
    }
  }
  report('Definitions of recorded executions', 'false errors on', wrong, files.length, verbose);
}

function reportInvalid(folder: string, verbose: boolean): void {
  const missed = new Map<string, string[]>();
  const all = entries<InvalidEntry>(folder, 'invalid');
  const elsewhere = new Map<string, string[]>();
  let recorded = 0;
  for (const { file, format, type, expected } of all) {
    const text = readFileSync(join(folder, 'invalid', file), 'utf8');
    if (errorsOf(text, format, type).length === 0) {
      if (!disputed.has(file)) {
        missed.set(file, ['no error']);
      }
      continue;
    }
    const at = places(text, format, type, expected);
    recorded += at.recorded.length;
    if (at.missed.length > 0) {
      elsewhere.set(file, at.missed);
    }
  }
  report('Rejected definitions', 'missed', missed, all.length, verbose);
  byGroup(all, ({ authority }) => authority, ({ file }) => missed.has(file));
  reportDisputes(all);
  report('Recorded places of those rejections', 'no error of ours there, in documents', elsewhere, recorded, verbose);
}

/** Every definition that is valid, or that ran. */
function definitions(folder: string): Real[] {
  const index = join(folder, 'executions');
  return [
    ...entries<ValidEntry>(folder, 'valid').map(({ file, format, type }): Real => ({ file, text: readFileSync(join(folder, 'valid', file), 'utf8'), notation: format, workflowType: type })),
    ...(existsSync(index) ? jsonFiles(index) : []).map((file): Real => {
      const { definition, type } = JSON.parse(readFileSync(join(index, file), 'utf8')) as { definition: unknown; type: WorkflowType };
      return { file, text: JSON.stringify(definition, undefined, 2), notation: 'json', workflowType: type };
    }),
  ];
}

function validOnes(folder: string): Original[] {
  return entries<ValidEntry>(folder, 'valid').map(({ file, format, type }) => ({ file, text: readFileSync(join(folder, 'valid', file), 'utf8'), notation: format, workflowType: type }));
}

/** Some of the valid definitions, of every kind that there is. */
function sample(folder: string): Sample[] {
  return entries<ValidEntry>(folder, 'valid')
    .filter((_entry, index) => index % 10 === 0)
    .map(({ file, format }) => ({ file, text: readFileSync(join(folder, 'valid', file), 'utf8'), notation: format }));
}

function report(title: string, what: string, found: ReadonlyMap<string, string[]>, total: number, verbose: boolean): void {
  console.log(`\n${title}: ${what} ${String(found.size)} of ${String(total)}`);
  if (verbose) {
    for (const [file, errors] of found) {
      console.log(`  ${file}\n${errors.map((error) => `    ${error}`).join('\n')}`);
    }
  }
}

function byGroup<T>(all: readonly T[], group: (entry: T) => string, counts: (entry: T) => boolean): void {
  for (const name of [...new Set(all.map(group))].sort()) {
    const members = all.filter((entry) => group(entry) === name);
    console.log(`  ${String(members.filter(counts).length).padStart(4)} of ${String(members.length).padStart(4)}  ${name}`);
  }
}
