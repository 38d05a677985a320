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
    assert.deepEqual(first(task('Sentiment', '{ "Text": "x", "LanguageCode": "en" }'), 1), ['aws-sdk:comprehend:detectSentiment']);
    assert.deepEqual(first(task('A', '{ "TableName": "t", "Key": {}, "ExpressionAttributeValues": { ":t.$": "$$.Task.Token" } }'), 50).includes('aws-sdk:dynamodb:updateItem.waitForTaskToken'), true);
    const endpoint = (rest: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "<|>", "Parameters": { "EndpointName": "e" }, ${rest} "End": true } } }`;
    const ways = first(endpoint(''), 200);
    assert.ok(ways.indexOf('aws-sdk:sagemaker:describeEndpoint') < ways.indexOf('aws-sdk:sagemaker:deleteEndpoint'), 'nobody deletes by mistake');
    assert.deepEqual(first(endpoint('"ResultSelector": { "ok.$": "$.EndpointStatus" },'), 1), ['aws-sdk:sagemaker:describeEndpoint']);
    assert.ok(first(task('Buckets', '{}'), 500).includes('aws-sdk:s3:listBuckets'), 'an empty request is one that wants nothing');
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

  const jsonata = (value: string): string => `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
    "A": { "Type": "Pass", "Assign": { "rows": [1, 2], "name": "a" }, "Next": "B" },
    "B": { "Type": "Pass", "Output": "{% ${value} %}", "End": true } } }`;

  test('a function of JSONata by what its arguments are', () => {
    assert.deepEqual(first(jsonata(`$<|>('a,b', ',')`), 2), ['$contains', '$split']);
    assert.ok(first(jsonata(`$<|>('a', /b/)`), 3).includes('$match'));
    assert.ok(first(jsonata('$<|>($rows)'), 3).includes('$sum'));
    assert.ok(first(jsonata('$<|>($rows, function($each) { $each })'), 2).includes('$map'));
    assert.ok(!first(jsonata(`$<|>([{ 'a': 1 }, { 'b': 2 }])`), 20).includes('$uppercase'), 'what takes text can\'t take a list');
    assert.deepEqual(first(jsonata('$<|>()'), 2), ['$now', '$uuid']);
    // The list comes from before the arrow.
    assert.ok(first(jsonata('$rows ~> $<|>(function($each) { $each > 1 })'), 3).includes('$filter'));
  });

  test('a function of JSONata by what the place wants', () => {
    assert.deepEqual(first(jsonata(`'rows: ' & $<|>($states.input.rows)`), 1), ['$string']);
    assert.deepEqual(first(jsonata('$<|>($rows) > 1'), 2), ['$count', '$sum']);
    assert.deepEqual(first(jsonata(`$name = 'a' and $<|>($rows)`), 2), ['$exists', '$not']);
    assert.deepEqual(first(jsonata(`$<|>($states.input.a) = 'text'`), 1), ['$string']);
    const choice = (condition: string): string => `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Condition": "{% ${condition} %}", "Next": "B" }] }, "B": { "Type": "Succeed" } } }`;
    assert.deepEqual(first(choice('$<|>($states.input.a)'), 2), ['$not', '$exists']);
    assert.deepEqual(first(choice('$<|>($states.input.a) = 1'), 2).sort(), ['$count', '$number']);
    const map = `{ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Map", "Items": "{% $<|>($states.input.a, 10) %}", "ItemProcessor": { "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }, "End": true } } }`;
    assert.deepEqual(first(map, 1), ['$partition']);
  });

  test('behind "and", "or" and "in" a value begins anew', () => {
    assert.ok(first(jsonata(`$name = 'a' or $<|>`), 1).includes('$states'));
    assert.ok(first(jsonata('$name in <|>'), 1).includes('$states'));
    assert.deepEqual(offered(jsonata('$name <|>')), []);
  });

  test('what the definition calls elsewhere, and what the key says', () => {
    const path = (before: string, key: string, value: string): string => `{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { ${before} "${key}.$": "${value}" }, "End": true } } }`;
    assert.ok(first(path('', 'x', '<|>($.a, 1)'), 3).every((name) => name !== 'States.ArrayPartition'));
    const used = '"a.$": "States.ArrayPartition($.a, 5)", "b.$": "States.ArrayPartition($.b, 5)", ';
    assert.ok(first(path(used, 'x', '<|>($.a, 1)'), 3).includes('States.ArrayPartition'));
    assert.deepEqual(first(path('', 'hash', '<|>($.a, \'SHA-256\')'), 1), ['States.Hash']);
    assert.deepEqual(first(path('', 'random', '<|>(1, 9)'), 1), ['States.MathRandom']);
  });

  test('in YAML a key that was taken from its value', () => {
    const yaml = 'StartAt: A\nStates:\n  A:\n    Type: Pass\n    <|>: B\n  B:\n    Type: Succeed\n';
    assert.ok(first(yaml, 3, 'yaml').includes('Next'));
    assert.equal(accepted(yaml, 'Next', 'yaml'), yaml.replace('<|>', 'Next'));
  });
});
