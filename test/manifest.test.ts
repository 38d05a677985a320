// package.json agrees with the code and with the files that it names.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon?: string;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly contributes: {
    readonly commands: { command: string; title: string; category?: string }[];
    readonly languages: { id: string; configuration?: string; icon?: { light: string; dark: string } }[];
    readonly grammars: { path: string; scopeName: string }[];
    readonly snippets: { path: string; language: string }[];
    readonly configuration: { properties: Record<string, { description?: string; markdownDescription?: string }> };
  };
}

const root = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;

function sourcesIn(folder: string): string {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'))
    .join('\n');
}

suite('the manifest', () => {
  const client = sourcesIn('client/src');
  const server = readFileSync(join(root, 'server/src/lsp/settings.ts'), 'utf8');

  test('every command is registered, and every registered command is in the palette', () => {
    const registered = [...client.matchAll(/registerCommand\(\s*'([^']+)'/g)].map(([, id]) => id);
    assert.deepEqual(contributes.commands.map(({ command }) => command).sort(), registered.sort());
  });

  test('commands are found under one name', () => {
    assert.deepEqual(contributes.commands.filter(({ category }) => category !== 'Stepwise'), []);
  });

  test('every setting says what it does, and is read somewhere', () => {
    for (const [name, { description, markdownDescription }] of Object.entries(contributes.configuration.properties)) {
      assert.ok(description ?? markdownDescription, name);
      // The language client reads its trace setting by itself, under the client's id; the server asks for the others.
      const key = name.replace('stepwise.', '');
      assert.ok(name === 'stepwise.trace.server' || client.includes(`'${key}'`) || server.includes(`'${key}'`) || new RegExp(`\\b${key}\\b.* = written`).test(server), `nobody reads ${name}`);
    }
  });

  test('every file that it names is there', () => {
    const named = [
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon?.light, icon?.dark]),
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.snippets.map(({ path }) => path),
      manifest.icon,
    ].filter((path) => path !== undefined);
    assert.deepEqual(named.filter((path) => !existsSync(join(root, path))), []);
  });

  test('the languages have the ids that the AWS Toolkit gives them', () => {
    assert.deepEqual(contributes.languages.map(({ id }) => id), ['asl', 'asl-yaml']);
  });

  test('dependencies are exact, and all are bundled', () => {
    assert.equal(manifest.dependencies, undefined);
    assert.deepEqual(Object.entries(manifest.devDependencies).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)), []);
  });
});
