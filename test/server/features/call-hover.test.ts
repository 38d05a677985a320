// Hover on what a Task calls and hands over.
import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { AslDocument } from '../../../server/src/analysis/document';
import { hover } from '../../../server/src/features/hover/hover';
import type { Notation } from '../../../server/src/syntax/tree';
import { cursor } from '../../support/fixture';
import { services } from '../../support/services';

/** The Markdown at the cursor, paragraph by paragraph, and the text that it is about; versions of models are left out. */
function hovered(sample: string, notation: Notation = 'json'): { about: string; told: string[] } | undefined {
  const { text, offset } = cursor(sample);
  const found = hover(new AslDocument(text, notation, { services }), offset);
  if (!found || !MarkupContent.is(found.contents) || !found.range) {
    return undefined;
  }
  const { start, end } = found.range;
  const about = text.split('\n')[start.line]?.slice(start.character, end.character) ?? '';
  return { about, told: found.contents.value.replace(/(client-[\w-]+|aws-sdk) [\d.]+/g, '$1 …').split('\n\n') };
}

const task = (resource: string, inside = ''): string => `{ "States": { "A": { "Type": "Task", "Resource": "${resource}"${inside} }, "B": { "Type": "Fail", "Error": "Own" } } }`;
const training = 'arn:aws:states:::sagemaker:createTrainingJob.sync';

suite('hover on a Resource', () => {
  test('the action, with the ways to wait that it has', () => {
    const { about, told } = hovered(task('arn:aws:states:::sagemaker:createTr<|>ainingJob.sync')) ?? assert.fail();
    assert.equal(about, 'sagemaker:createTrainingJob');
    assert.deepEqual(told, [
      '**sagemaker:createTrainingJob**',
      'Starts a model training job.',
      '- `.sync`: Waits until the job has ended, and fails with it. Only in Standard workflows.',
      '[API reference](https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/sagemaker/command/CreateTrainingJobCommand/) · `@aws-sdk/client-sagemaker …`',
    ]);
  });

  test('the service, and the way to wait', () => {
    assert.deepEqual(hovered(task('arn:aws:states:::aws-sdk:sage<|>makermetrics:batchPutMetrics')), {
      about: 'sagemakermetrics',
      told: ['**SageMaker Metrics** · one action', 'Model: `aws-sdk …`, which AWS does not keep up any more.'],
    });
    assert.deepEqual(hovered(task('arn:aws:states:::lambda:invoke.waitFor<|>TaskToken')), {
      about: '.waitForTaskToken',
      told: ['**.waitForTaskToken** of `lambda:invoke`', 'Waits until somebody returns the task token that the request passes on. Only in Standard workflows.'],
    });
  });

  test('a request that is Step Functions\' own links to its guide, one whose page is not sure to nothing', () => {
    assert.match(hovered(task('arn:aws:states:::eks:ca<|>ll'))?.told.at(-1) ?? '', /^\[API reference\]\(https:\/\/docs\.aws\.amazon\.com\/step-functions\/latest\/dg\//);
    assert.equal(hovered(task('arn:aws:states:::aws-sdk:sagemakermetrics:batch<|>PutMetrics'))?.told.at(-1), '`aws-sdk …`');
  });

  test('nothing on what is not known', () => {
    assert.equal(hovered(task('arn:aws:states:::aws-sdk:nosuch:li<|>st')), undefined);
  });
});

suite('hover on an ARN', () => {
  const named = (arn: string): string[] | undefined => hovered(task('arn:aws:states:::lambda:invoke', `, "Parameters": { "FunctionName": "${arn}" }`))?.told;

  test('what it names, and where that is', () => {
    assert.deepEqual(hovered(task('arn:aws:lambda:us-east-1:123456789012:fun<|>ction:f'))?.told, ['**f** · Lambda function', 'In region `us-east-1`, account `123456789012`.']);
    assert.deepEqual(named('arn:aws:lambda:us-east-1:123456789012:fun<|>ction:f:live'), ['**f** · Lambda function', 'Alias `live`.', 'In region `us-east-1`, account `123456789012`.']);
    assert.deepEqual(named('arn:aws:iam::123456789012:ro<|>le/service-role/Trainer'), ['**service-role/Trainer** · IAM role', 'In account `123456789012`.']);
    assert.deepEqual(named('arn:aws-cn:sns:cn-north-1:123456789012:al<|>arms'), ['**alarms** · SNS topic', 'In region `cn-north-1`, account `123456789012`, partition `aws-cn`.']);
    assert.deepEqual(named('arn:aws:s3:::bu<|>cket/key'), ['**bucket/key** · S3']);
    assert.deepEqual(named('arn:aws:batch:us-east-1:123456789012:job-<|>queue/q')?.[0], '**q** · Batch job queue');
  });

  test('nothing on what is none', () => {
    for (const text of ['arn:aws:iam:<|>', 'check<|>', 'arn:aws:lambda:${Re<|>gion}:123456789012:function:f']) {
      assert.equal(named(text), undefined);
    }
  });
});

suite('hover on what a task hands over', () => {
  test('a member: its type, whether it is required, its line and its page', () => {
    const { about, told } = hovered(task(training, ', "Parameters": { "Role<|>Arn.$": "$.role" }')) ?? assert.fail();
    assert.equal(about, '"RoleArn.$"');
    assert.equal(told[0], '**RoleArn** · text · required');
    assert.match(told[1] ?? '', /IAM role/);
    assert.match(told[2] ?? '', /CreateTrainingJobCommand/);
  });

  test('at any depth, with the values that it takes; in YAML too', () => {
    const sample = 'States:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::sagemaker:createTrainingJob.sync\n    Parameters:\n      InputDataConfig:\n        - Input<|>Mode: Pipe\n';
    assert.deepEqual(hovered(sample, 'yaml')?.told[0], '**InputMode** · enumeration');
    assert.ok(hovered(sample, 'yaml')?.told.includes('One of `FastFile`, `File`, `Pipe`.'));
  });

  test('what AWS advises against says so', () => {
    assert.equal(hovered(task('arn:aws:states:::glue:startJobRun', ', "Parameters": { "Allocated<|>Capacity": 2 }'))?.told[0], '**AllocatedCapacity** · number · deprecated');
  });

  test('a value of an enumeration', () => {
    const { about, told } = hovered(task(training, ', "Parameters": { "InputDataConfig": [{ "InputMode": "Pi<|>pe" }] }')) ?? assert.fail();
    assert.deepEqual([about, told[0], told[2]], ['"Pipe"', '**InputMode** · enumeration', 'One of `FastFile`, `File`, `Pipe`.']);
  });

  test('of many values a few', () => {
    const { told } = hovered(task(training, ', "Parameters": { "ResourceConfig": { "Instance<|>Type": "x" } }')) ?? assert.fail();
    assert.match(told[2] ?? '', /^One of \d{3} values, such as `ml\.[\w.]+`, `ml\.[\w.]+`, `ml\.[\w.]+`\.$/);
  });

  test('a time, in words', () => {
    const { about, told } = hovered(task(training, ', "Parameters": { "StoppingCondition": { "MaxRuntimeInSeconds": 14<|>400 } }')) ?? assert.fail();
    assert.deepEqual([about, told[0]], ['14400', '**MaxRuntimeInSeconds** · 4 h · number']);
  });

  test('nothing on keys of maps and members that there are not', () => {
    assert.equal(hovered(task(training, ', "Parameters": { "HyperParameters": { "ep<|>ochs": "1" } }')), undefined);
    assert.equal(hovered(task(training, ', "Parameters": { "Trainin<|>": "1" }')), undefined);
  });
});

suite('hover on an error name', () => {
  const named = (name: string): string => task(training, `, "Catch": [{ "ErrorEquals": ["${name}"] }]`);

  test('what raises it, or what Step Functions means by it', () => {
    assert.deepEqual(hovered(named('SageMaker.ResourceLimit<|>ExceededException'))?.told, ['**SageMaker.ResourceLimitExceededException**', 'Raised by `sagemaker:createTrainingJob`.']);
    assert.deepEqual(hovered(named('Own<|>'))?.told, ['**Own**', 'Raised by a Fail state of this machine.']);
    assert.match(hovered(named('States.Time<|>out'))?.told[1] ?? '', /^The task ran longer/);
    assert.equal(hovered(named('Somebody<|>Elses')), undefined);
  });
});
