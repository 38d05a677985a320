import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { AslDocument } from '../../../server/src/analysis/document';
import type { Json } from '../../../server/src/expressions/value';
import { checkMocks } from '../../../server/src/mocks/check';
import { MocksDocument } from '../../../server/src/mocks/document';
import { completeMocks, generateMocks } from '../../../server/src/mocks/generate/write';
import { MockedStates } from '../../../server/src/mocks/states';
import { runTestCase, testCasesIn } from '../../../server/src/simulator/cases/run-case';
import type { ObjectStore } from '../../../server/src/simulator/world';
import type { Notation } from '../../../server/src/syntax/tree';
import { dedent } from '../../support/fixture';
import { services } from '../../support/services';

function statesOf(text: string, notation: Notation = 'json'): MockedStates {
  const [definition] = new AslDocument(text, notation, { services }).definitions;
  assert.ok(definition);
  return new MockedStates(definition);
}

async function generated(states: MockedStates, input?: Json): Promise<{ text: string; remarks: readonly string[] }> {
  const made = await generateMocks(states, 'order.asl.json', input);
  assert.ok('text' in made, JSON.stringify(made));
  return made;
}

const buckets: ObjectStore = {
  read: (_bucket, key) => (key.endsWith('.csv') ? 'id\n1\n' : '[{"id": 1}]'),
  list: () => [],
};

/** The mocks are in order, and their case comes out as it says. */
async function checkGenerated(text: string, notation: Notation): Promise<void> {
  const states = statesOf(text, notation);
  const made = await generated(states);
  const document = new MocksDocument(made.text, 'yaml', 'order', { definition: () => states.definition });
  assert.deepEqual(checkMocks(document), []);
  const file = parseYaml(made.text) as Json;
  const [testCase] = testCasesIn(file);
  const { machine } = states.definition;
  assert.ok(testCase && machine);
  const running = runTestCase(machine, file, testCase, { objects: buckets });
  let next = await running.next();
  while (!next.done) {
    next = await running.next();
  }
  assert.deepEqual([next.value.problems, next.value.outcome?.status], [[], 'SUCCEEDED'], made.text);
}

suite('mocks are generated', () => {
  const folder = (name: string): URL => new URL(`../../../${name}/`, import.meta.url);
  for (const file of readdirSync(folder('examples')).filter((name) => name.includes('.asl.') && !name.includes('.mocks.'))) {
    test(`${file}: a run with them comes to its end`, () => checkGenerated(readFileSync(new URL(file, folder('examples')), 'utf8'), file.endsWith('.yaml') ? 'yaml' : 'json'));
  }
  for (const { file } of JSON.parse(readFileSync(new URL('list.json', folder('templates')), 'utf8')) as { file: string }[]) {
    for (const language of ['JSONPath', 'JSONata'] as const) {
      test(`${file} in ${language}: a run with them comes to its end`, () => {
        const texts = JSON.parse(readFileSync(new URL(`${file}.json`, folder('templates')), 'utf8')) as Record<string, { json: string[] }>;
        return checkGenerated(texts[language]?.json.join('\n') ?? '', 'json');
      });
    }
  }

  const machine = `{
    "StartAt": "Train",
    "States": {
      "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": { "TrainingJobName.$": "$.name" }, "ResultSelector": { "model.$": "$.ModelArtifacts.S3ModelArtifacts" },
        "Retry": [{ "ErrorEquals": ["SageMaker.AmazonSageMakerException"] }], "Next": "Each" },
      "Each": { "Type": "Map", "ItemsPath": "$.model", "End": true, "ItemProcessor": { "StartAt": "Resize", "States": { "Resize": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true } } } }
    }
  }`;

  test('as a file for people', async () => {
    const { text } = await generated(statesOf(machine.replace('"ItemsPath": "$.model", ', '')), [{ name: 'a' }]);
    assert.match(text, /^# With these answers the run does not come to its end: States\.Runtime at "Train"\./m);
    assert.equal(
      (await generated(statesOf(machine.replace('"$.model"', '"$.items"').replace('"ResultSelector": { "model', '"ResultPath": "$.job", "ResultSelector": { "model')), { name: 'a', items: [1] })).text,
      dedent(`
        # What the tasks of order.asl.json answer when it is run on this machine.
        # Made from the models of their services and from what the states read: change what matters to you.
        mocks:
          Train:
            # Its first attempt fails, and is retried:
            # - attempt: 0
            #   throw:
            #     error: SageMaker.AmazonSageMakerException
            #     cause: try again
            - return:
                TrainingJobName: "{% $arguments.TrainingJobName %}"
                TrainingJobArn: arn:aws:service:us-east-1:123456789012:resource
                ModelArtifacts:
                  S3ModelArtifacts: s3-model-artifacts
                TrainingJobStatus: Completed
                SecondaryStatus: Completed
                StoppingCondition: {}
                CreationTime: "2025-01-01T00:00:00.000Z"
                ProfilingStatus: Enabled
          Each/Resize:
            - return:
                MessageId: message-id
        cases:
          example:
            input:
              name: a
              items:
                - 1
            expect:
              status: SUCCEEDED
      `),
    );
  });

  test('into a file that has some: what somebody wrote stays as it is', async () => {
    const states = statesOf(machine);
    const complete = async (text: string, notation: Notation = 'yaml'): Promise<unknown> => completeMocks(new MocksDocument(text, notation, 'order', { definition: () => states.definition }), states, {});
    assert.deepEqual(await complete('# Mine.\nmocks:\n  Train: { echo: true } # so\n'), {
      text: '# Mine.\nmocks:\n  Train: { echo: true } # so\n  Each/Resize:\n    return:\n      MessageId: message-id\n',
      remarks: ['Added "Each/Resize".', 'With these answers the run does not come to its end: States.Runtime at "Train". Change what it reads there.'],
    });
    assert.deepEqual(await complete('{ "mocks": { "Train": {}, "Resize": {} } }', 'json'), { text: '{ "mocks": { "Train": {}, "Resize": {} } }', remarks: ['Every task has a mock already.'] });
    assert.match(JSON.stringify(await complete('cases: {}\n')), /cases: \{\}\\nmocks:\\n {2}Train:\\n/);
    assert.deepEqual(await complete('mocks: ['), { refused: 'The file with mocks can\'t be read as it is: mend it first.' });
    assert.deepEqual(await complete('{ "StateMachines": {} }', 'json'), { refused: 'Only files with rules can be added to, not recorded answers or AWS\'s own file.' });
  });

  test('not for a machine that can\'t be read to its end, nor for one without tasks', async () => {
    assert.deepEqual(await generateMocks(statesOf(machine.slice(0, -20)), 'a', undefined), { refused: 'The state machine can\'t be read to its end: mend it first.' });
    assert.deepEqual(await generateMocks(statesOf('{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }'), 'a', undefined), { refused: 'The state machine has no tasks, so there is nothing to mock.' });
  });
});
