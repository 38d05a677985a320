import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'mocha';
import { parse as parseYaml, stringify } from 'yaml';
import { AslDocument } from '../../server/src/analysis/document';
import { diagnostics } from '../../server/src/features/diagnostics';
import type { Json } from '../../server/src/expressions/value';
import { services } from '../support/services';
import { expand } from './expand';
import { runThrough } from './run-through';

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

/** What the states look for in their input. */
const input: Json = {
  accuracy: 0.95,
  cluster: { ClusterId: 'j-1' },
  error: { Error: 'Busy', Cause: 'in the test' },
  features: [1, 2, 3],
  id: '1',
  items: [{ id: '1' }],
  modelPackage: { ModelPackageArn: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/1' },
  startAt: '2025-01-01T00:00:10Z',
  training: { ModelArtifacts: { S3ModelArtifacts: 's3://amzn-s3-demo-bucket/models/model.tar.gz' } },
};

/** Those whose only state is there to fail. */
const endsInFailure = new Set(['state-fail', 'state-fail-again']);

/** What the snippet holds, by its name in the source. */
const holds = new Map(
  (JSON.parse(read('server/src/spec/snippets.json')) as { prefix: string; holds: string }[]).map(({ prefix, holds: what }) => [prefix, what]),
);

const kindOf = (name: string) => holds.get(name.replace(' (JSONata)', '')) ?? '';

/** The machine in which the snippet stands, its stops left at their defaults. A part of a state is in one that can have it. */
function machineWith(name: string, part: unknown): unknown {
  const language = name.endsWith(' (JSONata)') ? 'JSONata' : 'JSONPath';
  const work = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', [language === 'JSONata' ? 'Arguments' : 'Parameters']: { QueueUrl: 'q', MessageBody: 'm' }, End: true };
  const other = { 'Next state': { Type: 'Succeed' } };
  const around = (state: object, states: object = other) => ({ QueryLanguage: language, StartAt: 'A', States: { A: state, ...states } });
  switch (kindOf(name)) {
    case 'machine':
      return part;
    case 'state':
      return { StartAt: Object.keys(part as object)[0], States: part };
    case 'retrier':
      return around({ ...work, Retry: [part] }, {});
    case 'catcher':
      return around({ ...work, Catch: [part] });
    case 'choiceRule':
      return around({ Type: 'Choice', Choices: [part], Default: 'Other' }, { ...other, Other: { Type: 'Succeed' } });
    default:
      return around({ Type: 'Parallel', Branches: [part], End: true }, {});
  }
}

function jsonDocument(name: string, snippet: Snippet): string {
  const { text } = expand(snippet.body);
  return JSON.stringify(machineWith(name, JSON.parse(kindOf(name) === 'state' ? `{${text}}` : text)), undefined, 2);
}

function yamlDocument(name: string, snippet: Snippet): string {
  return stringify(machineWith(name, parseYaml(expand(snippet.body).text)));
}

/** What the server says about a document. */
function complaints(text: string, notation: 'json' | 'yaml'): unknown[] {
  const failed = (_: unknown, error: unknown): never => {
    throw error;
  };
  return diagnostics(new AslDocument(text, notation, { services }), 'file:///snippet', failed);
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
    assert.deepEqual(Object.keys(json).filter((name) => !name.endsWith(' (JSONata)')), [...holds.keys()]);
  });

  test('have no prefix: the server offers them, and only where they can stand', () => {
    assert.deepEqual([...Object.values(json), ...Object.values(yaml)].filter(({ prefix }) => prefix !== undefined), []);
  });

  for (const [name, snippet] of Object.entries(json)) {
    const twin = yaml[name];
    assert(twin);

    test(`${name}: JSON and YAML say the same`, () => {
      assert.deepEqual(parseYaml(yamlDocument(name, twin)), JSON.parse(jsonDocument(name, snippet)));
    });

    test(`${name}: nothing is wrong with it once it is inserted`, () => {
      assert.deepEqual(complaints(jsonDocument(name, snippet), 'json'), []);
      assert.deepEqual(complaints(yamlDocument(name, twin), 'yaml'), []);
    });

    test(`${name}: stops come in the order of the text, each once, the way out last`, () => {
      for (const { body } of [snippet, twin]) {
        const numbers = expand(body).stops.map(({ number }) => number);
        const last = numbers.at(-1) === 0 ? [0] : [];
        assert.deepEqual(numbers, [...numbers.slice(last.length).map((_, index) => index + 1), ...last]);
      }
    });

    test(`${name}: runs through to its end`, async function () {
      if (kindOf(name) !== 'state' || endsInFailure.has(name.replace(' (JSONata)', ''))) {
        return;
      }
      const { outcome } = await runThrough(jsonDocument(name, snippet), input);
      assert.equal(outcome.status, 'SUCCEEDED', JSON.stringify(outcome));
    });

    test(`${name}: choices differ from one another`, () => {
      for (const { choices } of expand(snippet.body).stops) {
        assert.equal(new Set(choices).size, choices.length);
      }
    });
  }
});
