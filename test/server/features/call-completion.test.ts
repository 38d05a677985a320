// What a Task calls and what it hands over: resources, members, values, and the errors of the action.
import assert from 'node:assert/strict';
import { stringify } from 'yaml';
import { AslDocument, type DocumentOptions } from '../../../server/src/analysis/document';
import { completion, withDocs, type CompletionOptions } from '../../../server/src/features/completion/completion';
import type { Notation } from '../../../server/src/syntax/tree';
import { accepted, codesIn, offered } from '../../support/check';
import { cursor, dedent } from '../../support/fixture';
import { services } from '../../support/services';

const inJson = (inside: string): string => `{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Task",
      ${inside}
    }
  }
}`;
const inYaml = (inside: string): string => `StartAt: A\nStates:\n  A:\n    Type: Task\n${dedent(inside).trimEnd().replace(/^(?=.)/gm, '    ')}\n    End: true\n`;
const training = '"Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync",\n      ';
const trainingYaml = 'Resource: arn:aws:states:::sagemaker:createTrainingJob.sync\n';

/** The items at the cursor as the editor gets them. */
function items(sample: string, notation: Notation = 'json', options: Partial<CompletionOptions> = {}, about: DocumentOptions = {}): ReturnType<typeof completion>['items'] {
  const { text, offset } = cursor(sample);
  return completion(new AslDocument(text, notation, { services, ...about }), offset, { snippets: true, asIs: true, ...options }).items;
}

/** The text that an item puts in, tab stops and all. */
function snippetOf(sample: string, label: string, notation: Notation = 'json'): string | undefined {
  return items(sample, notation).find((item) => item.label === label)?.textEdit?.newText;
}

suite('completion of a Resource', () => {
  test('first Step Functions\' own integrations, with each way to wait; then functions, activities and all other services', () => {
    const labels = offered(inJson('"Resource": "<|>"'));
    assert.deepEqual(labels.slice(0, 3), ['lambda:invoke', 'states:startExecution.sync:2 (waits for its end)', 'states:startExecution']);
    const [waiting, own] = [labels.indexOf('lambda:invoke.waitForTaskToken (waits until its token comes back)'), labels.indexOf('Lambda function (a function by its ARN)')];
    assert.ok(waiting > 0 && waiting < own);
    assert.ok(labels.indexOf('aws-sdk: (any API of AWS)') < labels.indexOf('aws-sdk:rekognition:'));
    assert.ok(labels.includes('states:startExecution.sync:2 (waits for its end)') && labels.includes('activity (what workers of your own poll for)'));
  });

  test('an Express workflow waits for nothing', () => {
    const labels = items(inJson('"Resource": "<|>"'), 'json', {}, { workflowType: 'EXPRESS' }).map(({ label }) => label);
    assert.deepEqual(labels.filter((label) => /\.sync|\.waitFor|activity/.test(label)), []);
    assert.ok(labels.includes('lambda:invoke'));
  });

  test('accepting takes the place of all that has been typed, whether letters of the action or of the ARN', () => {
    for (const typed of ['"<|>"', '<|>', '"sage<|>"', '"createTr<|>"', '"arn:aws:states:::sagemaker:cre<|>"', '"arn:aws:states:::lambda:inv<|>oke"']) {
      assert.equal(accepted(inJson(`"Resource": ${typed}`), 'sagemaker:createTrainingJob.sync'), inJson('"Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync"'), typed);
    }
    assert.equal(accepted(inYaml('Resource: sage<|>'), 'sagemaker:createTrainingJob.sync', 'yaml'), inYaml('Resource: arn:aws:states:::sagemaker:createTrainingJob.sync'));
    assert.equal(accepted(inYaml('Resource: <|>'), 'lambda:invoke', 'yaml'), inYaml('Resource: arn:aws:states:::lambda:invoke'));
  });

  test('an editor finds the letters of the action, and the ARN from its start', () => {
    const filterOf = (typed: string): string | undefined => items(inJson(`"Resource": "${typed}<|>"`)).find(({ label }) => label === 'glue:startJobRun')?.filterText;
    assert.equal(filterOf('glu'), 'glue:startJobRun arn:aws:states:::glue:startJobRun');
    assert.equal(filterOf('arn:aws:sta'), 'arn:aws:states:::glue:startJobRun');
  });

  test('any API in two steps: its service, after which the editor asks again, and its action', () => {
    const [first] = items(inJson('"Resource": "arn:aws:states:::aws-sdk:<|>"'), 'json', { suggestCommand: 'ask' });
    assert.equal(first?.label, 'aws-sdk:sagemaker:');
    assert.equal(first.command?.command, 'ask');
    assert.equal(first.textEdit?.newText, 'arn:aws:states:::aws-sdk:sagemaker:$0"');
    assert.deepEqual(offered(inJson('"Resource": "arn:aws:states:::aws-sdk:sagemakermetrics:<|>"')), ['batchPutMetrics']);
    assert.deepEqual(offered(inYaml('Resource: arn:aws:states:::aws-sdk:sagemakermetrics:<|>'), 'yaml'), ['batchPutMetrics']);
    assert.equal(accepted(inYaml('Resource: arn:aws:states:::aws-sdk:sqs:<|>'), 'listQueues', 'yaml'), inYaml('Resource: arn:aws:states:::aws-sdk:sqs:listQueues'));
  });

  test('a dot behind an action asks for the ways to wait', () => {
    assert.deepEqual(offered(inJson('"Resource": "arn:aws:states:::aws-sdk:sagemakermetrics:batchPutMetrics.<|>"')), ['batchPutMetrics', 'batchPutMetrics.waitForTaskToken (waits until its token comes back)']);
  });

  test('the nearest action first where the typed one is a slip', () => {
    assert.equal(offered(inJson('"Resource": "arn:aws:states:::aws-sdk:glue:startJobRnu<|>"'))[0], 'startJobRun');
  });

  test('the partition is that of what stands there, or of the other ARNs', () => {
    assert.equal(accepted(inJson('"Resource": "arn:aws-cn:<|>"'), 'sqs:sendMessage'), inJson('"Resource": "arn:aws-cn:states:::sqs:sendMessage"'));
    const other = (typed: string): string => `{ "States": { "A": { "Type": "Task", "Resource": "arn:aws-us-gov:states:::sns:publish" }, "B": { "Type": "Task", "Resource": "${typed}" } } }`;
    assert.equal(accepted(other('sq<|>'), 'sqs:sendMessage'), other('arn:aws-us-gov:states:::sqs:sendMessage'));
    assert.equal(accepted(inJson('"Resource": "arn:${AWS::Partition}:<|>"'), 'sqs:sendMessage'), inJson('"Resource": "arn:${AWS::Partition}:states:::sqs:sendMessage"'));
  });

  test('in a template, inside what Sub is given', () => {
    const sample = (resource: string): string => `Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        States:\n          A:\n            Type: Task\n            Resource: ${resource}\n`;
    assert.equal(accepted(sample('!Sub arn:${AWS::Partition}:<|>'), 'sqs:sendMessage', 'yaml'), sample('!Sub arn:${AWS::Partition}:states:::sqs:sendMessage'));
    assert.equal(accepted(sample('!Sub "arn:${AWS::Partition}:<|>"'), 'sqs:sendMessage', 'yaml'), sample('!Sub "arn:${AWS::Partition}:states:::sqs:sendMessage"'));
  });

  test('functions and activities with what an author fills in', () => {
    assert.equal(snippetOf(inJson('"Resource": "<|>"'), 'Lambda function'), 'arn:aws:lambda:${1:us-east-1}:${2:123456789012}:function:${3:name}"');
    assert.equal(accepted(inYaml('Resource: <|>'), 'activity', 'yaml'), inYaml('Resource: arn:aws:states:us-east-1:123456789012:activity:name'));
  });

  test('in a state whose type is not there yet, and for the readers and writers of a Map', () => {
    assert.ok(offered('{ "States": { "A": { "Resource": "<|>" } } }').includes('lambda:invoke'));
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Map", "ItemReader": { "Resource": "<|>" } } } }'), ['s3:getObject', 's3:listObjectsV2']);
    assert.deepEqual(offered('{ "States": { "A": { "Type": "Pass", "Resource": "<|>" } } }'), []);
  });
});

suite('completion of what a task hands over', () => {
  test('all required members at once, then these one by one, then the others; with paths behind them all', () => {
    assert.deepEqual(offered(inJson('"Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { <|> }')).slice(0, 4), [
      'JobName (text, required)',
      'Arguments (map of texts)',
      'JobRunQueuingEnabled (boolean)',
      'JobRunId (text)',
    ]);
    const labels = offered(inJson(`${training}"Parameters": { <|> }`));
    assert.deepEqual(labels.slice(0, 5), [
      'all required members (TrainingJobName, RoleArn, OutputDataConfig)',
      'TrainingJobName (text, required)',
      'RoleArn (text, required)',
      'OutputDataConfig (object, required)',
      'AlgorithmSpecification (object)',
    ]);
    assert.ok(labels.indexOf('Tags (list of Tag)') < labels.indexOf('TrainingJobName.$ (text, required)'));
  });

  test('JSONata has no such paths', () => {
    const sample = `{ "QueryLanguage": "JSONata", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "<|>" } } } }`;
    assert.deepEqual(offered(sample).slice(0, 3), ['all required members (QueueUrl, MessageBody)', 'QueueUrl (text, required)', 'MessageBody (any JSON, required)']);
    assert.deepEqual(offered(sample).filter((label) => label.includes('.$')), []);
  });

  test('what is there is not offered again, whether as a value or as a path; of a union one is enough', () => {
    const labels = offered(inJson(`${training}"Parameters": { "RoleArn.$": "$.role", <|> }`));
    assert.deepEqual(labels.filter((label) => label.startsWith('RoleArn')), []);
    const union = (inside: string): string => `{ "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem", "Parameters": { "Item": { "id": { ${inside} } } } } } }`;
    assert.equal(offered(union('<|>'))[0], 'S (text)');
    assert.deepEqual(offered(union('"N": "1", <|>')), []);
  });

  test('what AWS advises against comes last, and is marked', () => {
    const found = items(inJson('"Resource": "arn:aws:states:::glue:startJobRun", "Parameters": { <|> }')).filter(({ label }) => !label.endsWith('.$'));
    assert.deepEqual([found.at(-1)?.label, found.at(-1)?.tags], ['AllocatedCapacity', [1]]);
  });

  test('at any depth, in lists and maps, as the integration spells it', () => {
    const channel = ['all required members (ChannelName, DataSource)', 'ChannelName (text, required)', 'DataSource (object, required)'];
    assert.deepEqual(offered(inJson(`${training}"Parameters": { "InputDataConfig": [{ <|> }] }`)).slice(0, 3), channel);
    assert.deepEqual(offered(inYaml(`${trainingYaml}Parameters:\n  InputDataConfig:\n    - <|>`), 'yaml').slice(0, 3), channel);
    assert.equal(offered(inYaml(`${trainingYaml}Parameters:\n  InputDataConfig:\n    - ChannelName: x\n      DataSource:\n        <|>`), 'yaml')[0], 'S3DataSource (object)');
    assert.deepEqual(offered(inJson(`${training}"Parameters": { "HyperParameters": { <|> } }`)), []);
    assert.ok(offered(inJson('"Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "Parameters": { <|> }')).includes('DbInstanceIdentifier (text)'));
  });

  test('the required members of what is required, each with a tab stop', () => {
    const after = inJson(`${training}"Parameters": {
        "TrainingJobName": "",
        "RoleArn": "arn:aws:iam::123456789012:role/name",
        "OutputDataConfig": {
          "S3OutputPath": "s3://bucket/prefix"
        }
      }`);
    assert.equal(accepted(inJson(`${training}"Para<|>"`), 'Parameters'), after);
    assert.equal(accepted(inJson(`${training}"Parameters": {<|>}`), 'all required members'), after);
    assert.equal(accepted(inJson(`${training}"Parameters": {\n        "<|>"\n      }`), 'all required members'), after);
    assert.equal(accepted(inJson(`${training}"Parameters": <|>`), '{ … }'), after);
    assert.deepEqual(codesIn(after, 'json').filter((code) => code.includes('argument')), []);

    const yaml = inYaml(`${trainingYaml}Parameters:\n  TrainingJobName: \n  RoleArn: arn:aws:iam::123456789012:role/name\n  OutputDataConfig:\n    S3OutputPath: s3://bucket/prefix`);
    assert.equal(accepted(inYaml(`${trainingYaml}Para<|>`), 'Parameters', 'yaml'), yaml);
    assert.equal(accepted(inYaml(`${trainingYaml}Parameters:\n  <|>`), 'all required members', 'yaml'), yaml);
    assert.equal(accepted(inYaml(`${trainingYaml}Parameters: <|>`), '{ … }', 'yaml'), yaml);
  });

  test('a member comes with a value of its type to write over', () => {
    const value = (name: string): string | undefined => snippetOf(inJson(`${training}"Parameters": {\n        "<|>"\n      }`), name);
    assert.equal(value('TrainingJobName'), 'TrainingJobName": "$1"');
    // In YAML it ends where it is written, so that the next line is no longer part of it.
    assert.equal(snippetOf(inYaml(`${trainingYaml}Parameters:\n  <|>`), 'TrainingJobName', 'yaml'), 'TrainingJobName: $0');
    assert.equal(value('EnableNetworkIsolation'), 'EnableNetworkIsolation": ${1|true,false|}');
    assert.equal(value('HyperParameters'), 'HyperParameters": {\n          $1\n        }');
    assert.equal(value('InputDataConfig.$'), 'InputDataConfig.\\$": "\\$.$1"');
    assert.equal(value('Tags'), 'Tags": [\n          {\n            "Key": "$1",\n            "Value": "$2"\n          }\n        ]');
    const channel = inJson(`${training}"Parameters": { "InputDataConfig": [{ "<|>" }] }`);
    assert.equal(snippetOf(channel, 'InputMode'), 'InputMode": "${1|FastFile,File,Pipe|}"');
  });

  test('in YAML, values that YAML would take for something else are in quotes', () => {
    const sample = inYaml('Resource: arn:aws:states:::aws-sdk:s3:putBucketVersioning\nParameters:\n  Bucket: b\n  VersioningConfiguration:\n    <|>');
    assert.equal(snippetOf(sample, 'Status', 'yaml'), 'Status: ${1|Enabled,Suspended|}');
    const legal = inYaml('Resource: arn:aws:states:::aws-sdk:s3:putObjectLegalHold\nParameters:\n  LegalHold:\n    <|>');
    assert.equal(snippetOf(legal, 'Status', 'yaml'), 'Status: ${1|"OFF","ON"|}');
  });

  test('the line of documentation waits until somebody looks, where the editor can', () => {
    const sample = inJson(`${training}"Parameters": { <|> }`);
    const later = items(sample, 'json', { docsLater: true }).find(({ label }) => label === 'RoleArn');
    const now = items(sample).find(({ label }) => label === 'RoleArn');
    assert.ok(later && now);
    assert.equal(later.documentation, undefined);
    assert.match(JSON.stringify(now.documentation), /IAM role/);
    assert.deepEqual(withDocs(later, services).documentation, now.documentation);
    assert.equal(withDocs({ label: 'x', data: { service: 1 } }, services).documentation, undefined);
  });

  test('nothing where the service is not known', () => {
    assert.deepEqual(offered(inJson('"Resource": "arn:aws:states:::aws-sdk:nosuchthing:list", "Parameters": { <|> }')), []);
    assert.deepEqual(offered(inJson('"Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Parameters": { <|> }')), []);
  });
});

suite('completion of values in what a task hands over', () => {
  test('enumerations, also as items of lists', () => {
    const sample = (typed: string): string => inJson(`${training}"Parameters": { "InputDataConfig": [{ "InputMode": ${typed} }] }`);
    assert.deepEqual(offered(sample('"<|>"')), ['FastFile', 'File', 'Pipe']);
    assert.equal(accepted(sample('"Fi<|>"'), 'File'), sample('"File"'));
    assert.ok(offered(inJson(`${training}"Parameters": { "ResourceConfig": { "InstanceType": "<|>" } }`)).includes('ml.m5.xlarge'));
    const list = inJson('"Resource": "arn:aws:states:::aws-sdk:dynamodb:createTable", "Parameters": { "StreamSpecification": { "StreamViewType": "<|>" } }');
    assert.ok(offered(list).includes('KEYS_ONLY'));
    assert.ok(offered(inJson('"Resource": "arn:aws:states:::aws-sdk:ec2:describeInstanceTypes", "Parameters": { "InstanceTypes": [<|>] }')).includes('m5.large'));
  });

  test('booleans, objects, lists and the shapes of ARNs', () => {
    const sample = (member: string): string => inJson(`${training}"Parameters": { ${member} }`);
    assert.deepEqual(offered(sample('"EnableNetworkIsolation": <|>')), ['true', 'false']);
    assert.deepEqual(offered(sample('"OutputDataConfig": <|>')), ['{ … } (OutputDataConfig)']);
    assert.equal(accepted(sample('"Tags": <|>'), '[ … ]'), sample('"Tags": [{ "Key": "", "Value": "" }]'));
    assert.equal(snippetOf(sample('"RoleArn": "<|>"'), 'arn:aws:iam::123456789012:role/name'), 'arn:aws:iam::${1:123456789012}:role/${2:name}"');
    assert.ok(!offered(sample('"RoleArn.$": "<|>"')).some((label) => label.startsWith('arn:')));
  });
});

suite('completion of error names', () => {
  const sample = (list: string): string => `{ "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Catch": [{ "ErrorEquals": ${list} }] }, "B": { "Type": "Fail", "Error": "Own" } } }`;

  test('the general ones first, then the action\'s own, then the others that can be caught, then of the machine\'s own Fail states', () => {
    for (const list of ['["<|>"]', '[<|>]', '["States.Timeout", <|>]']) {
      const labels = offered(sample(list));
      assert.equal(labels[0], 'States.ALL');
      assert.match(labels[list.includes('Timeout') ? 2 : 3] ?? '', /^Glue\..* \(glue:startJobRun\)$/);
      assert.equal(labels.at(-1), 'Own (a Fail state)');
      assert.ok(labels.includes('States.TaskFailed') && !labels.includes('States.Runtime'));
      assert.equal(labels.includes('States.Timeout'), !list.includes('Timeout'));
    }
    assert.equal(accepted(sample('["<|>"]'), 'Own'), sample('["Own"]'));
  });

  test('who has named one of the action\'s goes on with the others', () => {
    assert.match(offered(sample('["Glue.ConcurrentRunsExceededException", "<|>"]'))[0] ?? '', /^Glue\./);
  });

  test('of a function that is named by its own ARN; in YAML', () => {
    const yaml = stringify({ States: { A: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:f' } } });
    const labels = offered(`${yaml}    Retry:\n      - ErrorEquals:\n          - <|>\n`, 'yaml');
    assert.ok(labels.includes('Lambda.TooManyRequestsException (lambda:invoke)'));
  });
});
