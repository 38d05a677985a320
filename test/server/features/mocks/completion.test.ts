import assert from 'node:assert/strict';
import { TextEdit } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AslDocument } from '../../../../server/src/analysis/document';
import { mockCompletion } from '../../../../server/src/features/mocks/completion';
import { mockHover } from '../../../../server/src/features/mocks/hover';
import { MocksDocument } from '../../../../server/src/mocks/document';
import { cursor } from '../../../support/fixture';
import { services } from '../../../support/services';

const machine = `{
  "StartAt": "Train it",
  "States": {
    "Train it": { "Comment": "The *model*.", "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Next": "Each", "Retry": [{ "ErrorEquals": ["SageMaker.AmazonSageMakerException"] }] },
    "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Resize", "States": {
      "Resize": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" }, "End": true } } } }
  }
}`;

function read(sample: string, notation: 'json' | 'yaml', isAws = false): { document: MocksDocument; offset: number } {
  const { text, offset } = cursor(sample);
  const definition = (name: string) => (name === 'order' ? new AslDocument(machine, 'json', { services }).definitions[0] : undefined);
  return { document: new MocksDocument(text, notation, 'order', { isAws, definition }), offset };
}

/** The first labels that are offered. */
function labels(sample: string, notation: 'json' | 'yaml' = 'yaml', most = 4, isAws = false): string[] {
  const { document, offset } = read(sample, notation, isAws);
  return mockCompletion(document, offset).items.slice(0, most).map(({ label }) => label);
}

/** The whole text once an item is taken. */
function accepted(sample: string, label: string, notation: 'json' | 'yaml' = 'yaml'): string {
  const { document, offset } = read(sample, notation);
  const item = mockCompletion(document, offset).items.find((each) => each.label === label);
  assert.ok(item?.textEdit, `no ${label}`);
  return TextDocument.applyEdits(TextDocument.create('', '', 0, document.text), [item.textEdit as TextEdit]);
}

suite('completion in mocks', () => {
  test('keys, without those that are there', () => {
    assert.deepEqual(labels('<|>'), ['mocks', 'cases']);
    assert.deepEqual(labels('mocks: {}\n<|>'), ['cases']);
    assert.deepEqual(labels('mocks:\n  Train it:\n    <|>'), ['attempt', 'iteration', 'when', 'return']);
    assert.deepEqual(labels('mocks:\n  Train it:\n    - attempt: 0\n      ti<|>', 'yaml', 1), ['iteration']);
    assert.deepEqual(labels('mocks:\n  Train it:\n    throw: { error: A, <|> }'), ['cause']);
    assert.deepEqual(labels('cases:\n  a:\n    expect:\n      <|>', 'yaml', 9), ['status', 'output', 'error', 'cause', 'path']);
    assert.deepEqual(labels('{ "mocks": { "Train it": { "<|>" } } }', 'json', 2), ['attempt', 'iteration']);
    assert.deepEqual(labels('{ "cases": { "a": { <|> } } }', 'json'), ['input', 'mocks', 'expect']);
  });

  test('tasks, by their path where they are inside of others', () => {
    assert.deepEqual(labels('mocks:\n  <|>'), ['Train it', 'Each/Resize']);
    assert.deepEqual(labels('mocks:\n  Train i<|>\n  Each/Resize: { echo: true }'), ['Train it']);
    assert.deepEqual(labels('{ "mocks": { "Tr<|>": {} } }', 'json'), ['Train it', 'Each/Resize']);
    assert.deepEqual(labels('cases:\n  a:\n    mocks: { <|> }'), ['Train it', 'Each/Resize']);
  });

  test('states on the way of a case', () => {
    assert.deepEqual(labels('cases:\n  a:\n    expect:\n      path: [<|>]'), ['Train it', 'Each']);
    assert.deepEqual(labels('cases:\n  a:\n    expect:\n      path:\n        - Train it\n        - E<|>'), ['Train it', 'Each']);
    assert.deepEqual(labels('{ "cases": { "a": { "expect": { "path": ["<|>"] } } } }', 'json'), ['Train it', 'Each']);
  });

  test('errors: what the state handles, what its service raises, what Step Functions has', () => {
    const found = labels('mocks:\n  Train it:\n    throw:\n      error: <|>', 'yaml', 99);
    assert.deepEqual([found[0], found.includes('States.Timeout'), found.includes('States.ALL')], ['SageMaker.AmazonSageMakerException', true, false]);
  });

  test('what the service answers', () => {
    assert.deepEqual(labels('mocks:\n  Train it:\n    return:\n      <|>', 'yaml', 2), ['TrainingJobName', 'TrainingJobArn']);
    assert.deepEqual(labels('mocks:\n  Train it:\n    return:\n      ModelArtifacts:\n        <|>'), ['S3ModelArtifacts']);
    assert.ok(labels('mocks:\n  Train it:\n    return:\n      TrainingJobStatus: <|>', 'yaml', 9).includes('Completed'));
    assert.deepEqual(labels('{ "mocks": { "Each/Resize": { "return": { "<|>": 1 } } } }', 'json', 9).includes('Payload'), true);
  });

  test('values that are words of their own', () => {
    assert.deepEqual(labels('mocks:\n  Train it:\n    echo: <|>'), ['true']);
    assert.deepEqual(labels('cases: { a: { expect: { status: <|> } } }'), ['SUCCEEDED', 'FAILED', 'TIMED_OUT']);
    assert.deepEqual(labels('mocks:\n  Train it:\n    when: "{% $a<|> %}"'), ['$arguments', '$input', '$attempt', '$iteration']);
  });

  test('in AWS\'s own file', () => {
    const sample = (at: string): string => `{ "StateMachines": { "order": { "TestCases": { "Happy": { ${at} } } } }, "MockedResponses": { "Trained": { "0": {} }, "Busy": {} } }`;
    assert.deepEqual(labels('{ "<|>" }', 'json', 9, true), ['StateMachines', 'MockedResponses']);
    assert.deepEqual(labels(sample('"<|>"'), 'json', 9, true), ['Train it', 'Each/Resize']);
    assert.deepEqual(labels(sample('"Train it": "<|>"'), 'json', 9, true), ['Trained', 'Busy']);
    assert.deepEqual(labels(sample('').replace('"0": {}', '"0": { "<|>" }'), 'json', 9, true), ['Return', 'Throw']);
  });

  test('the text after it', () => {
    assert.equal(accepted('mocks:\n  Train i<|>\n', 'Train it'), 'mocks:\n  Train it:\n');
    assert.equal(accepted('mocks:\n  Tr<|>: { echo: true }\n', 'Each/Resize'), 'mocks:\n  Each/Resize: { echo: true }\n');
    assert.equal(accepted('{ "mocks": { "Tr<|>" } }', 'Train it', 'json'), '{ "mocks": { "Train it":  } }');
    assert.equal(accepted('{ "mocks": { "Train it": { "echo": <|> } } }', 'true', 'json'), '{ "mocks": { "Train it": { "echo": true } } }');
    assert.equal(accepted('mocks:\n  Train it:\n    throw:\n      error: Stat<|>\n', 'States.Timeout'), 'mocks:\n  Train it:\n    throw:\n      error: States.Timeout\n');
    assert.equal(accepted('mocks:\n  Train it:\n    echo:<|>\n', 'true'), 'mocks:\n  Train it:\n    echo: true\n');
    assert.equal(accepted('mocks:\n  Train it:\n    when: "{% $at<|> = 1 %}"', '$attempt'), 'mocks:\n  Train it:\n    when: "{% $attempt = 1 %}"');
  });

  test('crashes nowhere', () => {
    for (const [text, notation] of [
      ['mocks:\n  Train it:\n    - attempt: 0\n      throw: { error: A }\ncases:\n  a:\n    expect:\n      path: [A, B]\n', 'yaml'],
      ['{ "mocks": { "Train it": [{ "attempt": 0, "return": { "a": [1] } }] } }', 'json'],
    ] as const) {
      for (let offset = 0; offset <= text.length; offset++) {
        for (const each of [text, text.slice(0, offset)]) {
          const { document } = read(`${each}<|>`, notation);
          mockCompletion(document, offset);
          mockHover(document, offset);
        }
      }
    }
  });
});

suite('hovering mocks', () => {
  const told = (sample: string): unknown => {
    const { document, offset } = read(sample, 'yaml');
    return mockHover(document, offset)?.contents;
  };

  test('states, keys and members', () => {
    assert.deepEqual(told('mocks:\n  Train<|> it: { echo: true }'), { kind: 'markdown', value: '**Train it** · Task\n\nThe \\*model\\*.\n\n`arn:aws:states:::sagemaker:createTrainingJob.sync`' });
    assert.deepEqual(told('mocks:\n  Train it: { ec<|>ho: true }'), { kind: 'markdown', value: '**echo**\n\nThe task gives what it was given.' });
    assert.match(JSON.stringify(told('mocks:\n  Train it: { return: { Training<|>JobStatus: Completed } }')), /TrainingJobStatus\*\* · `.*Completed/);
    assert.equal(told('mocks:\n  Nowhere<|>: { echo: true }'), undefined);
  });
});
