// What others have made, installed beside the project when it is to be measured.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';

/** A checker: takes a text, gives how much it found. */
export interface Peer {
  readonly name: string;
  check(text: string): number | Promise<number>;
}

/** An interpreter: takes a definition and an input, gives the output and the milliseconds; rejects where the run fails or comes to no end. */
export interface RunningPeer {
  readonly name: string;
  run(definition: string, input: unknown): Promise<{ output: unknown; took: number }>;
}

/** The peers that could be installed; none, with a line that says so, where the registry can't be reached. */
export function peers(): { checkers: Peer[]; interpreters: RunningPeer[] } {
  const wanted = join(import.meta.dirname, 'peer-packages');
  const folder = join(import.meta.dirname, '../../.vscode-test/bench-peers');
  if (!isInstalled(wanted, folder)) {
    mkdirSync(folder, { recursive: true });
    cpSync(wanted, folder, { recursive: true });
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
    if (status !== 0) {
      console.log('The peers could not be installed, so only our own figures follow.');
      return { checkers: [], interpreters: [] };
    }
  }
  const manifest = join(folder, 'package.json');
  const require = createRequire(manifest);
  return { checkers: [languageService(require), validator(require)], interpreters: [localStepFunctions(manifest)] };
}

function isInstalled(wanted: string, folder: string): boolean {
  const lock = (at: string): string => readFileSync(join(at, 'package-lock.json'), 'utf8');
  return existsSync(join(folder, 'node_modules/.package-lock.json')) && lock(folder) === lock(wanted);
}

interface LanguageService {
  getLanguageService(options: object): {
    parseJSONDocument(document: TextDocument): unknown;
    doValidation(document: TextDocument, parsed: unknown): Promise<Diagnostic[]>;
  };
}

function languageService(require: NodeJS.Require): Peer {
  const { getLanguageService } = require('amazon-states-language-service') as LanguageService;
  const service = getLanguageService({});
  return {
    name: 'amazon-states-language-service',
    async check(text) {
      const document = TextDocument.create('file:///bench.asl', 'asl', 1, text);
      return (await service.doValidation(document, service.parseJSONDocument(document))).length;
    },
  };
}

function validator(require: NodeJS.Require): Peer {
  const validate = require('asl-validator') as (definition: unknown) => { errors: unknown[] };
  return { name: 'asl-validator', check: (text) => validate(JSON.parse(text)).errors.length };
}

/** Where a peer hangs, it is told so after this many seconds. */
const patience = 20;

function localStepFunctions(manifest: string): RunningPeer {
  return {
    name: 'aws-local-stepfunctions',
    run(definition, input) {
      const worker = new Worker(join(import.meta.dirname, 'peer-run.mjs'), { workerData: { manifest, definition, input }, resourceLimits: { maxOldGenerationSizeMb: 2048 } });
      const timer = setTimeout(() => void worker.terminate(), patience * 1000);
      return new Promise<{ output: unknown; took: number }>((resolve, reject) => {
        worker.once('message', resolve);
        worker.once('error', reject);
        worker.once('exit', () => {
          clearTimeout(timer);
          reject(new Error(`no end after ${patience} s`));
        });
      });
    },
  };
}
