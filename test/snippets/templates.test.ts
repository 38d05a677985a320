import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { Json } from '../../server/src/expressions/value';
import type { QueryLanguage } from '../../server/src/spec/query-languages';
import type { Notation } from '../../server/src/syntax/tree';
import { codesIn } from '../support/check';
import { runThrough, tasksOf } from './run-through';

const folder = new URL('../../templates/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const textOf = (file: string, language: QueryLanguage, notation: Notation): string =>
  (JSON.parse(read(`${file}.json`)) as Record<QueryLanguage, Record<Notation, string[]>>)[language][notation].join('\n');
const templates = JSON.parse(read('list.json')) as { file: string }[];

/** What the templates are started with, where that is not an empty object. */
const inputs: Readonly<Record<string, Json>> = {
  'human-approval': { modelPackageArn: 'arn:aws:sagemaker:us-east-1:123456789012:model-package/churn/1' },
  'real-time-layer': { records: [{ id: '1', features: { amount: 3 } }, { id: '2', features: { amount: 4 } }] },
  saga: { modelDataUrl: 's3://amzn-s3-demo-bucket/models/model.tar.gz' },
  'video-layer': { bucket: 'amzn-s3-demo-bucket', key: 'clips/1.mp4' },
};

suite('templates', () => {
  test('are all there, and no other', () => {
    assert.deepEqual(readdirSync(folder).sort(), [...templates.map(({ file }) => `${file}.json`), 'list.json', 'source'].sort());
  });

  for (const file of ['train-model', 'tune-model', 'batch-job']) {
    test(`${file}: is what the example of the course is that is called so`, () => {
      assert.deepEqual(JSON.parse(textOf(file, 'JSONPath', 'json')), JSON.parse(readFileSync(new URL(`../examples/${file}.asl.json`, folder), 'utf8')));
    });
  }

  for (const { file } of templates) {
    for (const language of ['JSONPath', 'JSONata'] as const) {
      const json = textOf(file, language, 'json');
      const yaml = textOf(file, language, 'yaml');

      test(`${file} in ${language}: JSON and YAML say the same`, () => {
        assert.deepEqual(parseYaml(yaml), JSON.parse(json));
      });

      test(`${file} in ${language}: nothing is wrong with it`, () => {
        assert.deepEqual([codesIn(json, 'json'), codesIn(yaml, 'yaml')], [[], []]);
      });

      test(`${file} in ${language}: runs through to its end`, async () => {
        const { outcome } = await runThrough(json, inputs[file] ?? {});
        assert.equal(outcome.status, 'SUCCEEDED', JSON.stringify(outcome));
      });

      test(`${file} in ${language}: whichever task fails, it ends as it means to`, async () => {
        for (const task of tasksOf(json)) {
          const { outcome } = await runThrough(json, inputs[file] ?? {}, task);
          const error = outcome.status === 'SUCCEEDED' ? '' : (outcome.error ?? '');
          // An error of a path or an expression would be a mistake in what handles the failure.
          assert.ok(!/^States\.(Runtime|QueryEvaluationError|ParameterPathFailure|NoChoiceMatched)$/.test(error), `${task}: ${JSON.stringify(outcome)}`);
        }
      });
    }

    test(`${file} is the same run in both query languages`, async () => {
      const [one, other] = await Promise.all((['JSONPath', 'JSONata'] as const).map(async (language) => {
        const { events } = await runThrough(textOf(file, language, 'json'), inputs[file] ?? {});
        return events.flatMap((event) => (event.kind === 'history' && event.type.endsWith('StateEntered') ? [event.details['name']] : []));
      }));
      assert.deepEqual(other, one);
    });
  }
});
