// The likeliest comes first: by what stands there already.
import assert from 'node:assert/strict';
import { accepted, offered } from '../../support/check';

/** The first labels, without what stands beside them. */
function first(sample: string, count: number, notation?: 'json' | 'yaml'): string[] {
  return offered(sample, notation).slice(0, count).map((each) => each.replace(/ \(.*/s, ''));
}

suite('what is likely comes first', () => {
  test('a Resource by the request that is there, the state\'s name, and the token that is handed out', () => {
    const task = (name: string, request: string): string => `{ "StartAt": "A", "States": { "${name}": { "Type": "Task", "Resource": "<|>", "Parameters": ${request}, "End": true } } }`;
    assert.deepEqual(first(task('A', '{ "JobName": "a", "JobQueue": "b", "JobDefinition": "c" }'), 1), ['batch:submitJob.sync']);
    assert.deepEqual(first(task('A', '{ "FunctionName": "f", "Payload": { "token.$": "$$.Task.Token" } }'), 1), ['lambda:invoke.waitForTaskToken']);
    assert.deepEqual(first(task('Train the model', '{}'), 1), ['sagemaker:createTrainingJob.sync']);
    assert.deepEqual(first(task('Get the crawler', '{ "Name": "c" }'), 1), ['aws-sdk:glue:getCrawler']);
  });

  test('actions of services that stand elsewhere in the text', () => {
    const sample = `{ "StartAt": "A", "States": {
      "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rekognition:detectText", "Parameters": {}, "Next": "Detect labels" },
      "Detect labels": { "Type": "Task", "Resource": "<|>", "Parameters": { "Image.$": "$.image" }, "End": true } } }`;
    assert.deepEqual(first(sample, 1), ['aws-sdk:rekognition:detectLabels']);
  });

  test('a member by the value that is there', () => {
    const request = (inside: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob", "Parameters": { "TrainingJobName": "a", "RoleArn": "b", "OutputDataConfig": {}, ${inside} } } } }`;
    assert.deepEqual(first(request('"<|>": { "MaxRuntimeInSeconds": 3600 }'), 2).includes('StoppingCondition'), true);
    assert.deepEqual(first(request('"<|>": [{ "ChannelName": "train" }]'), 1), ['InputDataConfig']);
    assert.match(first(request('"<|>": true'), 1)[0] ?? '', /^Enable/);
    assert.match(first(request('"<|>": "$.name"'), 1)[0] ?? '', /\.\$$/);
  });

  test('a type by the fields, and by the state\'s name', () => {
    const state = (name: string, inside: string): string => `{ "States": { "${name}": { "Type": "<|>"${inside} } } }`;
    assert.deepEqual(first(state('A', ', "Branches": []'), 1), ['Parallel']);
    assert.deepEqual(first(state('A', ', "Cause": "x"'), 1), ['Fail']);
    assert.deepEqual(first(state('Is it good?', ''), 1), ['Choice']);
    assert.deepEqual(first(state('Job failed', ''), 1), ['Fail']);
    assert.deepEqual(first(state('A', ''), 2), ['Task', 'Pass']);
  });

  test('functions by the arguments that are there', () => {
    const path = (value: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "${value}" }, "End": true } } }`;
    // One argument: what takes two is behind all that take one.
    const one = first(path('<|>($.a)'), 20);
    assert.ok(one.indexOf('States.StringToJson') < one.indexOf('States.MathAdd'));
    assert.equal(accepted(path('<|>($.a, 1)'), 'States.MathAdd'), path('States.MathAdd($.a, 1)'));
  });

  test('in YAML a key that was taken from its value', () => {
    const yaml = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    <|>: B\n  B:\n    Type: Succeed\n';
    assert.ok(first(yaml, 3, 'yaml').includes('Next'));
    assert.equal(accepted(yaml, 'Next', 'yaml'), yaml.replace('<|>', 'Next'));
  });
});
