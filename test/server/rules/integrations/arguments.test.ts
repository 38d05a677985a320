// What a task hands to a service, against the service's own model.
import { conflictingArguments } from '../../../../server/src/rules/integrations/conflicting-arguments';
import { deprecatedArgument } from '../../../../server/src/rules/integrations/deprecated-argument';
import { missingArgument } from '../../../../server/src/rules/integrations/missing-argument';
import { mistypedArgument } from '../../../../server/src/rules/integrations/mistyped-argument';
import { unknownArgument } from '../../../../server/src/rules/integrations/unknown-argument';
import { unknownArgumentValue } from '../../../../server/src/rules/integrations/unknown-argument-value';
import { checkFix, checkRule } from '../../../support/check';

/** One task, as a machine. */
function task(resource: string, parameters: string, language: 'JSONPath' | 'JSONata' = 'JSONPath'): string {
  const [jsonata, field] = language === 'JSONata' ? ['"QueryLanguage": "JSONata", ', 'Arguments'] : ['', 'Parameters'];
  return `{ "StartAt": "A", "States": { "A": { "Type": "Task", ${jsonata}"Resource": "arn:aws:states:::${resource}", "${field}": ${parameters}, "End": true } } }`;
}

suite('missing-argument, as the model has it', () => {
  test('at any depth: at the key that holds the object, or at the object in a list', () => {
    checkRule(missingArgument, `
      { "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob.sync", "Parameters": {
                                                                                                                                  //^^^^^^^^^^^^ warning: "sagemaker:createTrainingJob" needs "RoleArn".
        "TrainingJobName.$": "$.name",
        "OutputDataConfig": { "KmsKeyId": "key" },
      //^^^^^^^^^^^^^^^^^^ warning: "sagemaker:createTrainingJob" needs "S3OutputPath" in OutputDataConfig.
        "InputDataConfig": [{ "ChannelName": "train" }]
                          //^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "sagemaker:createTrainingJob" needs "DataSource" in Channel.
      }, "End": true } } }
    `);
  });

  test('what the deployment brings, what comes from data, and what is there but for a slip', () => {
    checkRule(missingArgument, task('sagemaker:createTrainingJob', '{ "\${Field}": 1 }'));
    checkRule(missingArgument, task('sagemaker:createTrainingJob', '{ "TrainingJobName.$": "$.n", "RoleArn.$": "$.r", "OutputDataConfig.$": "$.o" }'));
    checkRule(missingArgument, task('sagemaker:createTrainingJob', '{ "TrainingJobName": "n", "RoleArm": "r", "OutputDataConfig": "{% $out %}" }', 'JSONata'));
  });

  test('a slip in a name that Step Functions asks for is an error, and no other rule repeats it', () => {
    const sample = `
      { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FuctionName": "f" }, "End": true } } }`;
    checkRule(missingArgument, `${sample}
                                                                                                                       //^^^^^^^^^^^^^ error: "lambda:invoke" knows this field as "FunctionName".
    `);
    checkRule(unknownArgument, sample);
  });

  test('of a service whose model is from 2024 it is only information', () => {
    checkRule(missingArgument, `
      { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::emr-containers:deleteVirtualCluster", "Parameters": {}, "End": true } } }
                                                                                                                             //^^^^^^^^^^^^ info: "emr-containers:deleteVirtualCluster" needs "Id".
    `);
  });

  test('adds one, or all of them with what they need in turn', () => {
    const before = task('sagemaker:createTrainingJob', '{ "TrainingJobName": "churn" }');
    checkFix(missingArgument, 'Add "RoleArn"', before, task('sagemaker:createTrainingJob', '{ "TrainingJobName": "churn", "RoleArn": "" }'));
    checkFix(
      missingArgument,
      'Add "RoleArn" and "OutputDataConfig"',
      before,
      task('sagemaker:createTrainingJob', '{ "TrainingJobName": "churn", "RoleArn": "", "OutputDataConfig": { "S3OutputPath": "" } }'),
    );
    checkFix(
      missingArgument,
      'Add all 4 that are missing',
      task('sagemaker:createTransformJob', '{ "TransformJobName": "churn" }'),
      task(
        'sagemaker:createTransformJob',
        '{ "TransformJobName": "churn", "ModelName": "", "TransformInput": { "DataSource": { "S3DataSource": { "S3DataType": "AugmentedManifestFile", "S3Uri": "" } } }, "TransformOutput": { "S3OutputPath": "" }, "TransformResources": { "InstanceType": "ml.c4.2xlarge", "InstanceCount": 0 } }',
      ),
    );
  });

  test('adds to an object in which nothing is yet', () => {
    checkFix(missingArgument, 'Add "TableName" and "Key"', task('dynamodb:getItem', '{}'), task('dynamodb:getItem', '{ "TableName": "", "Key": {} }'));
  });
});

suite('mistyped-argument', () => {
  test('lists, objects, numbers and truth values', () => {
    checkRule(mistypedArgument, `
      { "StartAt": "Run", "States": { "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {
        "TaskDefinition": "train",
        "Count": "two",
               //^^^^^ warning: "ecs:runTask" takes a number for "Count", and this is text.
        "EnableExecuteCommand": 1,
                              //^ warning: "ecs:runTask" takes true or false for "EnableExecuteCommand", and this is a number.
        "LaunchType": ["FARGATE"],
                    //^^^^^^^^^^^ warning: "ecs:runTask" takes one of its texts for "LaunchType", and this is a list.
        "Overrides": [],
                   //^^ warning: "ecs:runTask" takes an object for "Overrides", and this is a list.
        "NetworkConfiguration": { "AwsvpcConfiguration": { "Subnets": "subnet-1" } },
                                                                    //^^^^^^^^^^ warning: "ecs:runTask" takes a list for "Subnets", and this is text.
        "Tags": [5]
               //^ warning: "ecs:runTask" takes an object here, and this is a number.
      }, "End": true } } }
    `);
  });

  test('what Step Functions converts, and what is not known', () => {
    checkRule(mistypedArgument, task('ecs:runTask', '{ "TaskDefinition": { "any": 1 }, "Count": "2", "EnableExecuteCommand": "true", "Group": 5, "Overrides": null, "Tags": "${Tags}" }'));
    checkRule(mistypedArgument, task('lambda:invoke', '{ "FunctionName": "f", "Payload": [1] }'));
    checkRule(mistypedArgument, task('dynamodb:getItem', '{ "TableName": "t", "Key": { "id": "a" } }'));
    checkRule(mistypedArgument, task('ecs:runTask', '{ "TaskDefinition": "t", "Tags": "{% $tags %}", "Count": "{% $states.input.n %}" }', 'JSONata'));
  });

  test('what an intrinsic function and an expression give', () => {
    checkRule(mistypedArgument, `
      { "StartAt": "A", "States": {
        "A": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition.$": "States.Array('a')", "Tags.$": "States.Format('{}', 'a')", "Count.$": "States.MathAdd(1, 2)" }, "Next": "B" },
                                                                                                                                            //^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "ecs:runTask" takes a list for "Tags", and this is text.
        "B": { "Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::ecs:runTask", "Arguments": {
          "TaskDefinition": "{% 5 %}",
          "Tags": "{% $count($states.input.tags) %}",
                //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: "ecs:runTask" takes a list for "Tags", and this is a number.
          "Count": "{% [1, 2] %}",
                 //^^^^^^^^^^^^^^ warning: "ecs:runTask" takes a number for "Count", and this is a list.
          "Overrides": "{% 'a' & 'b' %}",
                     //^^^^^^^^^^^^^^^^^ warning: "ecs:runTask" takes an object for "Overrides", and this is text.
          "CapacityProviderStrategy": "{% $map($states.input.all, $f) %}"
        }, "End": true }
      } }
    `);
  });

  test('puts a single value into a list', () => {
    checkFix(mistypedArgument, 'Put it into a list', task('aws-sdk:ec2:stopInstances', '{ "InstanceIds": "i-1" }'), task('aws-sdk:ec2:stopInstances', '{ "InstanceIds": ["i-1"] }'));
  });
});

suite('unknown-argument-value', () => {
  test('a slip is a warning, what is only not known is information', () => {
    checkRule(unknownArgumentValue, `
      { "StartAt": "Run", "States": {
        "Run": { "Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": { "TaskDefinition": "t", "LaunchType": "FARGAT" }, "Next": "Train" },
                                                                                                                                //^^^^^^^^ warning: "ecs:runTask" knows no "FARGAT" for "LaunchType". Did you mean "FARGATE"?
        "Train": { "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTrainingJob", "Parameters": { "ResourceConfig": { "InstanceType": "ml.m5.99xlarge", "VolumeSizeInGB": 1 } }, "Next": "Put" },
                                                                                                                                                 //^^^^^^^^^^^^^^^^ info: "sagemaker:createTrainingJob" is not known to take "ml.m5.99xlarge" for "InstanceType". Did you mean "ml.c5.9xlarge", "ml.m5.12xlarge" or "ml.m5.24xlarge"?
        "Put": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": {}, "ReturnValues": "EVERYTHING" }, "End": true }
                                                                                                                                              //^^^^^^^^^^^^ info: "dynamodb:putItem" is not known to take "EVERYTHING" for "ReturnValues". It takes "ALL_NEW", "ALL_OLD", "NONE", "UPDATED_NEW" or "UPDATED_OLD".
      } }
    `);
  });

  test('other letters', () => {
    const run = (type: string): string => task('ecs:runTask', `{ "TaskDefinition": "t", "LaunchType": "${type}" }`);
    checkFix(unknownArgumentValue, 'Change to "EC2"', run('ec2'), run('EC2'));
  });

  test('what comes from elsewhere', () => {
    checkRule(unknownArgumentValue, task('ecs:runTask', '{ "TaskDefinition": "t", "LaunchType.$": "$.type" }'));
    checkRule(unknownArgumentValue, task('ecs:runTask', '{ "TaskDefinition": "t", "LaunchType": "{% $type %}" }', 'JSONata'));
    checkRule(unknownArgumentValue, task('ecs:runTask', '{ "TaskDefinition": "t", "LaunchType": "${Type}" }'));
  });
});

suite('deprecated-argument', () => {
  test('a field that AWS advises against, also from data', () => {
    checkRule(deprecatedArgument, `
      { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudtrail:cancelQuery", "Parameters": { "QueryId": "q", "EventDataStore.$": "$.store" }, "End": true } } }
                                                                                                                                                        //^^^^^^^^^^^^^^^^^^ hint: AWS advises against "EventDataStore" in "aws-sdk:cloudtrail:cancelQuery". The ARN (or the ID suffix of the ARN) of an event data store on which the specified query is running.
    `);
  });
});

suite('conflicting-arguments', () => {
  test('several members of a union, and fields of which a request takes one', () => {
    checkRule(conflictingArguments, `
      { "StartAt": "Put", "States": {
        "Put": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "t", "Item": { "id": { "S": "a", "N": "1" }, "ok": { "S": "a" } } }, "Next": "Ask" },
                                                                                                                                              //^^^ warning: "dynamodb:putItem" takes only one of "S" and "N" in AttributeValue.
        "Ask": { "Type": "Task", "Resource": "arn:aws:states:::bedrock:invokeModel", "Parameters": { "ModelId": "m", "Body": {}, "Input": { "S3Uri": "s3://a/b" } }, "Next": "Tell" },
                                                                                                                               //^^^^^^^ warning: "bedrock:invokeModel" takes only one of "Body" and "Input".
        "Tell": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "Message": "Done" }, "Next": "Call" },
                                                                            //^^^^^^^^^^^^ warning: "sns:publish" needs one of "TopicArn", "TargetArn" or "PhoneNumber".
        "Call": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://example.com", "Method": "GET" }, "End": true }
      } }
    `);
  });

  test('removes one, or adds one', () => {
    const tell = (parameters: string): string => task('sns:publish', parameters);
    checkFix(conflictingArguments, 'Remove "PhoneNumber"', tell('{ "TopicArn.$": "$.t", "PhoneNumber": "1", "Message": "m" }'), tell('{ "TopicArn.$": "$.t", "Message": "m" }'));
    checkFix(conflictingArguments, 'Add "TopicArn"', tell('{ "Message": "m" }'), tell('{ "Message": "m", "TopicArn": "" }'));
  });
});
