// What values look like that AWS gives to things, by the name of the member that takes them: a text to write over.

/** By the end of the name; the first that fits counts. `partition` stands for that of the definition. */
const samples: readonly (readonly [end: RegExp, sample: string])[] = [
  [/RoleArn$/, 'arn:partition:iam::123456789012:role/name'],
  [/(?:StateMachineArn)$/, 'arn:partition:states:us-east-1:123456789012:stateMachine:name'],
  [/ActivityArn$/, 'arn:partition:states:us-east-1:123456789012:activity:name'],
  [/ExecutionArn$/, 'arn:partition:states:us-east-1:123456789012:execution:machine:name'],
  [/(?:FunctionArn|LambdaArn)$/, 'arn:partition:lambda:us-east-1:123456789012:function:name'],
  [/TopicArn$/, 'arn:partition:sns:us-east-1:123456789012:topic'],
  [/QueueArn$/, 'arn:partition:sqs:us-east-1:123456789012:queue'],
  [/BucketArn$/, 'arn:partition:s3:::bucket'],
  [/(?:KmsKeyArn|KMSKeyArn)$/, 'arn:partition:kms:us-east-1:123456789012:key/id'],
  [/SecretArn$/, 'arn:partition:secretsmanager:us-east-1:123456789012:secret:name'],
  [/ConnectionArn$/, 'arn:partition:events:us-east-1:123456789012:connection/name/id'],
  [/LogGroupArn$/, 'arn:partition:logs:us-east-1:123456789012:log-group:name'],
  [/TableArn$/, 'arn:partition:dynamodb:us-east-1:123456789012:table/name'],
  [/Arn$/, 'arn:partition:service:us-east-1:123456789012:resource'],
  [/^QueueUrl$/, 'https://sqs.us-east-1.amazonaws.com/123456789012/queue'],
  [/^S3(?:Output|Input)?(?:Uri|Path|Location)$/, 's3://bucket/prefix'],
];

/** A value for a member that takes a text; `undefined` where its name tells nothing. */
export function sampleValue(member: string, partition: string): string | undefined {
  return samples.find(([end]) => end.test(member))?.[1].replace('arn:partition:', `arn:${partition}:`);
}
