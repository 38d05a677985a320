import { unknownArgument } from '../../../../server/src/rules/integrations/unknown-argument';
import { checkFix, checkRule } from '../../../support/check';

suite('unknown-argument', () => {
  test('a slip, at any depth', () => {
    checkRule(unknownArgument, `
      { "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
        "TrainingJobName.$": "$.name",
        "RoleArm": "arn:aws:iam::123456789012:role/train",
      //^^^^^^^^^ warning: "sagemaker:createTrainingJob" has no "RoleArm". Did you mean "RoleArn"?
        "AlgorithmSpecification": { "TrainingInputMode": "File", "TrainingImge.$": "$.image" },
                                                               //^^^^^^^^^^^^^^^^ warning: "sagemaker:createTrainingJob" has no "TrainingImge" in AlgorithmSpecification. Did you mean "TrainingImage"?
        "InputDataConfig": [{ "ChannelName": "train", "DataSource": { "S3DataSource": { "S3Url": "s3://b/k" } } }]
                                                                                      //^^^^^^^ warning: "sagemaker:createTrainingJob" has no "S3Url" in S3DataSource. Did you mean "S3Uri"?
      }, "End": true } } }
    `);
  });

  test('a name in other letters, also where its value comes from data', () => {
    const task = (key: string): string => `{ "StartAt": "Look", "States": { "Look": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:describeDBInstances", "Parameters": { "${key}": "$.id" }, "End": true } } }`;
    checkFix(unknownArgument, 'Change to "DbInstanceIdentifier.$"', task('DBInstanceIdentifier.$'), task('DbInstanceIdentifier.$'));
  });

  test('what the deployment fills in, and what is a key of the author\'s own', () => {
    checkRule(unknownArgument, `
      { "StartAt": "Put", "States": { "Put": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": {
        "TableName": "models", "\${Field}": 1, "Item": { "id": { "S": "a" }, "any name": { "BOOL": true } }
      }, "End": true } } }
    `);
  });

  test('of a service whose model is from 2024 it is only information', () => {
    checkRule(unknownArgument, `
      { "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::emr-containers:startJobRun.sync", "Parameters": {
        "VirtualClusterId": "v", "JobName": "score"
                               //^^^^^^^^^ info: "emr-containers:startJobRun" has no "JobName".
      }, "End": true } } }
    `);
  });
});
