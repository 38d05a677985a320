import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import { parse as parseYaml } from 'yaml';
import { AslDocument } from '../../server/src/analysis/document';
import { diagnostics } from '../../server/src/features/diagnostics';
import { expand } from './expand';

interface Snippet {
  readonly prefix?: string;
  readonly isFileTemplate?: true;
  readonly description: string;
  readonly body: readonly string[];
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const json = JSON.parse(read('snippets/asl-json.code-snippets')) as Record<string, Snippet>;
const yaml = JSON.parse(read('snippets/asl-yaml.code-snippets')) as Record<string, Snippet>;

const isMachine = (snippet: Snippet) => snippet.isFileTemplate === true;

/** The document that stands in the editor after inserting the snippet as the only state, or into an empty file. */
function jsonDocument(snippet: Snippet): string {
  const { text } = expand(snippet.body);
  return isMachine(snippet) ? text : `{ "StartAt": ${/^"[^"]*"/.exec(text)?.[0]}, "States": {\n${text}\n} }`;
}

function yamlDocument(snippet: Snippet): string {
  const { text } = expand(snippet.body);
  return isMachine(snippet) ? text : `StartAt: ${text.split(':')[0]}\nStates:\n${text.replace(/^/gm, '  ')}`;
}

/** What the server says about a document. */
function complaints(text: string, notation: 'json' | 'yaml'): unknown[] {
  const failed = (_: unknown, error: unknown): never => {
    throw error;
  };
  return diagnostics(new AslDocument(text, notation), 'file:///snippet', failed);
}

suite('snippets', () => {
  test('are what their sources say: run `npm run snippets`', async () => {
    const { snippets } = (await import(new URL('scripts/snippets.mjs', root).href)) as { snippets: Record<string, string> };
    for (const [path, text] of Object.entries(snippets)) {
      assert.equal(read(path), text, path);
    }
  });

  test('are the same ones in both notations', () => {
    const facts = (all: Record<string, Snippet>) => Object.entries(all).map(([name, { description }]) => [name, description]);
    assert.deepEqual(facts(yaml), facts(json));
    assert.deepEqual(Object.keys(json), ['asl-machine', 'sm-train', 'sm-transform', 'sm-tune'].flatMap((name) => [name, `${name} (JSONata)`]));
  });

  test('have no prefix: the server offers them, and only where they can stand', () => {
    assert.deepEqual([...Object.values(json), ...Object.values(yaml)].filter(({ prefix }) => prefix !== undefined), []);
  });

  for (const [name, snippet] of Object.entries(json)) {
    const twin = yaml[name];
    assert(twin);

    test(`${name}: JSON and YAML say the same`, () => {
      assert.deepEqual(parseYaml(yamlDocument(twin)), JSON.parse(jsonDocument(snippet)));
    });

    test(`${name}: nothing is wrong with it once it is inserted`, () => {
      assert.deepEqual(complaints(jsonDocument(snippet), 'json'), []);
      assert.deepEqual(complaints(yamlDocument(twin), 'yaml'), []);
    });

    test(`${name}: stops come in the order of the text, each once, the way out last`, () => {
      for (const { body } of [snippet, twin]) {
        const numbers = expand(body).stops.map(({ number }) => number);
        assert.deepEqual(numbers, [...numbers.slice(1).map((_, index) => index + 1), 0]);
      }
    });

    test(`${name}: choices differ from one another`, () => {
      for (const { choices } of expand(snippet.body).stops) {
        assert.equal(new Set(choices).size, choices.length);
      }
    });
  }
});
