import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { suite, test } from 'mocha';
import { parse as parseYaml } from 'yaml';
import { AslDocument } from '../../server/src/analysis/document';
import type { Json } from '../../server/src/expressions/value';
import { diagnostics } from '../../server/src/features/diagnostics';
import { checkMocks } from '../../server/src/mocks/check';
import { MocksDocument } from '../../server/src/mocks/document';
import { machineName } from '../../server/src/mocks/names';
import { lower } from '../../server/src/model/lower';
import { coverageOf } from '../../server/src/simulator/cases/coverage';
import { runTestCase, testCasesIn, type CaseReport } from '../../server/src/simulator/cases/run-case';
import { parse as syntaxTree } from '../../server/src/syntax/parse';

interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Next?: string;
  readonly Catch?: readonly { readonly Next: string }[];
}

interface Machine {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

const folder = new URL('../../examples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.includes('.asl.') && !name.includes('.mocks.'));
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const parse = (name: string) => (name.endsWith('.json') ? JSON.parse(read(name)) : parseYaml(read(name))) as Machine;

/** The states in the order in which they run when nothing fails. */
function path({ StartAt, States }: Machine): string[] {
  const names: string[] = [];
  for (let name: string | undefined = StartAt; name !== undefined && !names.includes(name); name = States[name]?.Next) {
    names.push(name);
  }
  return names;
}

suite('examples', () => {
  for (const name of files) {
    test(`${name}: every transition leads to a state`, () => {
      const { StartAt, States } = parse(name);
      const targets = Object.values(States).flatMap(({ Next, Catch = [] }) => [Next ?? [], Catch.map((it) => it.Next)].flat());
      for (const target of [StartAt, ...targets]) {
        assert(target in States, target);
      }
    });

    test(`${name}: nothing is wrong with it`, () => {
      const document = new AslDocument(read(name), name.endsWith('.json') ? 'json' : 'yaml');
      const failed = (_: unknown, error: unknown): never => {
        throw error;
      };
      assert.deepEqual(diagnostics(document, `file:///${name}`, failed), []);
    });
  }

  for (const name of readdirSync(folder).filter((each) => each.includes('.mocks.'))) {
    test(`${name}: nothing is wrong with it`, () => {
      const [definition] = new AslDocument(read(name.replace('.mocks.yaml', '.json')), 'json').definitions;
      assert.deepEqual(checkMocks(new MocksDocument(read(name), 'yaml', machineName(name), { definition: () => definition })), []);
    });

    test(`${name}: every case comes out as expected, and no state or way is left out`, async () => {
      const { root } = syntaxTree(read(name.replace('.mocks.yaml', '.json')), 'json');
      assert(root?.kind === 'object');
      const machine = lower(root);
      const data = parseYaml(read(name)) as Json;
      const reports: CaseReport[] = [];
      for (const each of testCasesIn(data)) {
        const running = runTestCase(machine, data, each);
        let next = await running.next();
        while (!next.done) {
          next = await running.next();
        }
        assert.deepEqual(next.value.problems, [], each.name);
        reports.push(next.value);
      }
      const never = coverageOf(machine, reports).flatMap(({ state, entered, ways }) => [...(entered > 0 ? [] : [state.name]), ...ways.filter(({ taken }) => taken === 0).map(({ reference }) => `${state.name} → ${reference.name}`)]);
      assert.deepEqual(never, []);
    });
  }

  test('training a model goes the way of the course, in both notations', () => {
    const states = ['Generate dataset', 'Train model (XGBoost)', 'Save model', 'Batch transform'];
    const resources = ['lambda:invoke', 'sagemaker:createTrainingJob.sync', 'sagemaker:createModel', 'sagemaker:createTransformJob.sync'];
    for (const name of ['train-model.asl.json', 'train-model.asl.yaml']) {
      const machine = parse(name);
      assert.deepEqual(path(machine), states);
      assert.deepEqual(
        states.map((state) => machine.States[state]?.Resource),
        resources.map((resource) => `arn:aws:states:::${resource}`),
      );
    }
  });

  test('tuning a model waits for the search, then uses its best model', () => {
    const machine = parse('tune-model.asl.json');
    assert.deepEqual(path(machine), [
      'Generate dataset', 'Tune model (XGBoost)', 'Extract model path', 'Save model', 'Batch transform',
    ]);
    assert.equal(machine.States['Tune model (XGBoost)']?.Resource, 'arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync');
  });

  test('a Batch job is reported whether it works or not', () => {
    const machine = parse('batch-job.asl.json');
    assert.deepEqual(path(machine), ['Submit Batch job', 'Notify success']);
    assert.deepEqual(machine.States['Submit Batch job']?.Catch?.map(({ Next }) => Next), ['Notify failure']);
  });
});
