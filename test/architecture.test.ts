// Who may import whom. The table is the house's plan; this reads every import line and holds it against the table.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '..');

/** A floor of the house: the folder, the floors it may use, and the packages. */
interface Floor {
  readonly folder: string;
  readonly uses: readonly string[];
  readonly packages?: readonly string[];
}

const lspTypes = 'vscode-languageserver-types';

const floors: readonly Floor[] = [
  { folder: 'server/src/text', uses: [] },
  { folder: 'server/src/spec', uses: [] },
  { folder: 'server/src/protocol', uses: [] },
  { folder: 'server/src/syntax', uses: ['text'], packages: ['jsonc-parser', 'yaml'] },
  { folder: 'server/src/expressions', uses: ['text', 'spec'], packages: ['jsonata'] },
  { folder: 'server/src/services', uses: ['server/data', 'spec', 'text'] },
  { folder: 'server/src/model', uses: ['syntax', 'expressions', 'spec', 'text'] },
  { folder: 'server/src/conversion', uses: ['model', 'syntax', 'expressions', 'spec', 'text'] },
  { folder: 'server/src/analysis', uses: ['model', 'services', 'syntax', 'expressions', 'spec', 'text'], packages: ['vscode-languageserver-textdocument'] },
  { folder: 'server/src/workspace', uses: ['analysis', 'model', 'services', 'syntax', 'expressions', 'spec', 'text'] },
  { folder: 'server/src/rules', uses: ['analysis', 'model', 'services', 'syntax', 'expressions', 'spec', 'text'], packages: ['picomatch'] },
  { folder: 'server/src/mocks', uses: ['analysis', 'model', 'services', 'simulator', 'syntax', 'expressions', 'spec', 'text'], packages: ['vscode-languageserver-textdocument'] },
  { folder: 'server/src/simulator', uses: ['model', 'expressions', 'services', 'spec', 'syntax', 'text'] },
  {
    folder: 'server/src/features',
    uses: ['rules', 'workspace', 'protocol', 'mocks', 'analysis', 'conversion', 'model', 'services', 'syntax', 'expressions', 'spec', 'text'],
    packages: [lspTypes],
  },
  {
    folder: 'server/src/lsp',
    uses: ['features', 'rules', 'workspace', 'mocks', 'analysis', 'services', 'spec', 'syntax', 'protocol'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument', lspTypes],
  },
  { folder: 'server/src/node', uses: ['lsp'], packages: ['vscode-languageserver', 'node:fs', 'node:path', 'node:url', 'node:v8'] },
  { folder: 'server/src/cli', uses: ['rules', 'mocks', 'handlers', 'simulator', 'analysis', 'model', 'services', 'syntax', 'expressions', 'spec', 'text'], packages: ['tinyglobby', 'sarif', 'node:buffer', 'node:fs', 'node:path', 'node:url', 'node:util'] },
  { folder: 'server/src/handlers', uses: ['simulator', 'expressions', 'spec'], packages: ['node:child_process', 'node:fs', 'node:path'] },
  { folder: 'server/src/browser', uses: ['lsp', 'protocol'], packages: ['vscode-languageserver'] },
  // The session runs machines: it knows the simulator and what is below. Only `activate.ts` and its like know VS Code.
  {
    folder: 'client/src/debug',
    uses: ['simulator', 'model', 'syntax', 'expressions', 'spec', 'text', 'client/src'],
    packages: ['vscode', 'vscode-languageclient', '@vscode/debugprotocol'],
  },
  // Cases are run here, too.
  {
    folder: 'client/src/testing',
    uses: ['mocks', 'simulator', 'model', 'syntax', 'expressions', 'spec', 'text', 'client/src'],
    packages: ['vscode', 'vscode-languageserver-textdocument'],
  },
  { folder: 'client/src/node', uses: ['handlers', 'simulator', 'client/src'], packages: ['vscode', 'vscode-languageclient', 'node:path'] },
  // What is in a history is read without VS Code; only the page's host knows it.
  { folder: 'client/src/history', uses: ['simulator', 'expressions', 'text', 'protocol', 'client/src/webviews'] },
  { folder: 'client/src', uses: ['protocol', 'mocks', 'analysis', 'simulator', 'spec', 'media/study'], packages: ['vscode', 'vscode-languageclient', 'js-yaml', 'papaparse', 'ts-fsrs'] },
  { folder: 'media', uses: ['client/src/webviews', 'protocol'], packages: ['@hpcc-js/wasm-graphviz', 'worker:.'] },
];

/** The files of the extension itself; scripts and tests may use anything. */
const sources = ['server/src', 'client/src', 'media'].flatMap(typescriptFiles);

function typescriptFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(join(root, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName);
}

function floorOf(file: string): Floor | undefined {
  return floors.find(({ folder }) => file === folder || file.startsWith(`${folder}/`));
}

/** What is wrong with one import; `undefined` where nothing is. */
function complaint(file: string, specifier: string): string | undefined {
  const floor = floorOf(file);
  if (!floor) {
    return `${file} stands on no floor of the table`;
  }
  if (!specifier.startsWith('.')) {
    const allowed = floor.packages?.some((name) => specifier === name || specifier.startsWith(`${name}/`));
    return allowed ? undefined : `${file} imports ${specifier}`;
  }
  const target = relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/');
  const isInside = target === floor.folder || target.startsWith(`${floor.folder}/`);
  const isAllowed = floor.uses.some((use) => [use, `server/src/${use}`].some((folder) => target === folder || target.startsWith(`${folder}/`)));
  return isInside || isAllowed ? undefined : `${file} imports ${target}`;
}

suite('the house', () => {
  test('every import goes the way of the table', () => {
    const complaints = sources.flatMap((file) => importsOf(file).flatMap((specifier) => complaint(file, specifier) ?? []));
    assert.deepEqual(complaints, []);
  });

  test('the table would notice', () => {
    assert.equal(complaint('server/src/text/span.ts', '../spec/field'), 'server/src/text/span.ts imports server/src/spec/field');
    assert.equal(complaint('server/src/rules/rule.ts', 'yaml'), 'server/src/rules/rule.ts imports yaml');
    assert.equal(complaint('client/src/client.ts', '../../server/src/features/hover'), 'client/src/client.ts imports server/src/features/hover');
    assert.equal(complaint('media/study/main.ts', 'vscode'), 'media/study/main.ts imports vscode');
    assert.equal(complaint('server/src/attic/old.ts', './x'), 'server/src/attic/old.ts stands on no floor of the table');
  });

  test('features do not reach into one another', () => {
    const inside = sources
      .filter((file) => file.startsWith('server/src/features/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => relative(join(root, 'server/src/features'), resolve(root, dirname(file), specifier)))
          .filter((target) => !target.startsWith('..') && dirname(target) !== relative('server/src/features', dirname(file)))
          .map((target) => `${file} → ${target}`),
      );
    assert.deepEqual(inside, []);
  });

  test('pages import nothing of the extension but the wire and its contracts', () => {
    const others = sources
      .filter((file) => file.startsWith('media/'))
      .flatMap((file) => importsOf(file).filter((specifier) => /client\/src/.test(specifier) && !/webviews\/(channel|[\w-]+\/messages)$/.test(specifier)));
    assert.deepEqual(others, []);
  });

  test('nothing outside the tests imports a test', () => {
    assert.deepEqual(sources.filter((file) => importsOf(file).some((specifier) => /(^|\/)test\//.test(specifier))), []);
  });

  test('core code can name neither Node nor the browser', () => {
    for (const folder of ['server', 'client']) {
      const { compilerOptions } = ts.readConfigFile(join(root, folder, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')).config as {
        compilerOptions: { types?: string[]; lib?: string[] };
      };
      assert.equal(compilerOptions.lib, undefined, `${folder}: no lib beside es2023`);
      assert.ok(!compilerOptions.types?.includes('node'), `${folder}: no Node types`);
    }
  });
});
