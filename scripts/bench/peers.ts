// Other checkers, installed beside the project when they are to be measured.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';

/** A checker: takes a text, gives how much it found. */
export interface Peer {
  readonly name: string;
  check(text: string): number | Promise<number>;
}

/** The peers that could be installed; none, with a line that says so, where the registry can't be reached. */
export function peers(): Peer[] {
  const folder = join(import.meta.dirname, '../../.vscode-test/bench-peers');
  if (!existsSync(join(folder, 'node_modules/.package-lock.json'))) {
    mkdirSync(folder, { recursive: true });
    cpSync(join(import.meta.dirname, 'peers'), folder, { recursive: true });
    const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
    if (status !== 0) {
      console.log('The peers could not be installed, so only our own figures follow.');
      return [];
    }
  }
  const require = createRequire(join(folder, 'package.json'));
  return [languageService(require), validator(require)];
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
