// What authors write first, and what they begin with: fields of states as often as real definitions have them, the comparisons of choice rules, numbers.
import { operators } from './choice';

/** The fields of states. Those that are missing here are rare, or come first anyhow. */
const stateFields: readonly string[] = [
  'Type',
  'Resource',
  'Parameters',
  'Arguments',
  'ItemProcessor',
  'MaxConcurrency',
  'Seconds',
  'Error',
  'Cause',
  'Default',
  'Result',
  'Next',
  'End',
  'ItemsPath',
  'Items',
  'ItemSelector',
  'Retry',
  'Catch',
  'ResultPath',
  'Output',
  'Assign',
  'ResultSelector',
  'OutputPath',
  'TimeoutSeconds',
  'InputPath',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'Label',
  'ToleratedFailurePercentage',
  'Timestamp',
  'SecondsPath',
  'TimestampPath',
  'Comment',
];

/** The type of what a choice rule compares, as far as it is known. */
export type OperandType = 'text' | 'time' | 'number' | 'boolean' | 'list' | 'object' | 'null';

/** What fits a type, the likeliest first, by the start of the operators' names. */
const fitting: Readonly<Record<OperandType | 'unknown', readonly string[]>> = {
  text: ['StringEquals', 'StringMatches', 'IsPresent', 'String', 'Timestamp', 'IsTimestamp', 'IsNull', 'IsString'],
  time: ['TimestampEquals', 'Timestamp', 'IsTimestamp', 'String', 'IsPresent'],
  number: ['NumericEquals', 'NumericGreaterThan', 'NumericLessThan', 'Numeric', 'IsPresent', 'IsNull', 'IsNumeric'],
  boolean: ['BooleanEquals', 'IsPresent', 'IsNull', 'IsBoolean'],
  list: ['IsPresent', 'IsNull'],
  object: ['IsPresent', 'IsNull'],
  null: ['IsNull', 'IsPresent'],
  unknown: ['StringEquals', 'IsPresent', 'BooleanEquals', 'NumericEquals', 'StringMatches', 'NumericGreaterThan', 'NumericLessThan', 'IsNull', 'String', 'Numeric', 'Timestamp', 'Is'],
};

const places = new Map(stateFields.map((name, index) => [name, index]));

/** The place of a state's field among the others. */
export function usualPlace(name: string): number {
  return places.get(name) ?? places.size;
}

/**
 * The operators for a value, those that fit its type first; those that compare with a path after those that compare with a value.
 *
 * @param comparesWith what it is compared with, where that is there already
 */
export function operatorOrder(type: OperandType | undefined, comparesWith?: 'path' | 'value' | 'boolean'): readonly string[] {
  const starts = fitting[type ?? 'unknown'];
  const fit = (name: string): number => starts.findIndex((start) => name.startsWith(start));
  const far = 3 * starts.length;
  const place = (name: string): number => {
    const isPath = name.endsWith('Path');
    // What stands there already says whether it is a path, and a boolean goes with few.
    const isOther = comparesWith === undefined ? isPath : comparesWith === 'boolean' ? !/^Is|^BooleanEquals$/.test(name) : isPath !== (comparesWith === 'path') || name.startsWith('Is');
    return (fit(name) < 0 ? 2 * starts.length : fit(name)) + (isOther ? (comparesWith === undefined ? starts.length : far) : 0);
  };
  return operators.map(({ name }) => name).toSorted((one, other) => place(one) - place(other));
}

/** Numbers to write over. */
const numbers: Readonly<Record<string, number>> = {
  TimeoutSeconds: 300,
  HeartbeatSeconds: 60,
  Seconds: 60,
  IntervalSeconds: 2,
  MaxAttempts: 3,
  BackoffRate: 2,
  MaxDelaySeconds: 60,
  MaxConcurrency: 10,
  MaxItems: 1000,
  MaxItemsPerBatch: 100,
  MaxInputBytesPerBatch: 262_144,
  ToleratedFailurePercentage: 5,
  ToleratedFailureCount: 10,
};

export function usualNumber(field: string): number {
  return numbers[field] ?? 1;
}

/** Step Functions' own integrations, those that definitions have most first. As real definitions have them, by and large. */
export const usualIntegrations = [
  'lambda:invoke', 'states:startExecution', 'sns:publish', 'dynamodb:putItem', 'events:putEvents', 'dynamodb:updateItem', 'dynamodb:getItem', 'sqs:sendMessage',
  'glue:startJobRun', 'sagemaker:createTrainingJob', 'batch:submitJob', 'athena:startQueryExecution', 'ecs:runTask', 'bedrock:invokeModel', 'dynamodb:deleteItem',
];

/** Those that definitions call by AWS SDK integrations most. */
export const usualServices: ReadonlySet<string> = new Set(['dynamodb', 's3', 'sfn', 'sqs', 'glue']);

/** Others that are called often, of machine learning, data and operations. */
export const otherUsualServices: ReadonlySet<string> = new Set([
  'athena', 'bedrockruntime', 'cloudformation', 'cloudwatch', 'comprehend', 'ec2', 'ecs', 'eventbridge', 'lambda', 'organizations', 'polly', 'rds', 'redshiftdata', 'rekognition', 'sagemaker', 'scheduler',
  'secretsmanager', 'sesv2', 'sns', 'ssm', 'textract', 'transcribe', 'translate',
]);

/** Members that requests have most of those that they can do without. As real definitions have them, by and large. */
export const usualMembers = [
  'Payload', 'Input', 'Name', 'UpdateExpression', 'ExpressionAttributeValues', 'ExpressionAttributeNames', 'ConditionExpression', 'KeyConditionExpression', 'Message', 'TopicArn', 'Subject',
  'Body', 'Path', 'Stage', 'RequestBody', 'QueryParameters', 'Headers', 'AuthType', 'ContentType', 'Arguments', 'Parameters', 'ContainerOverrides', 'Cluster', 'LaunchType', 'NetworkConfiguration',
  'Overrides', 'WorkGroup', 'ResultConfiguration', 'QueryExecutionContext', 'MessageGroupId', 'MessageDeduplicationId', 'AlgorithmSpecification', 'HyperParameters', 'InputDataConfig',
  'ResourceConfig', 'StoppingCondition', 'Prefix', 'Environment', 'Tags', 'ReturnValues', 'ConsistentRead',
];

/** The functions that definitions have most. As real definitions have them, by and large. */
export const usualFunctions = [
  'merge', 'string', 'count', 'sum', 'exists', 'number', 'append', 'parse', 'map', 'filter', 'now', 'contains', 'not', 'uuid', 'join', 'split', 'lowercase', 'type', 'substringAfter', 'partition', 'toMillis', 'random',
  'keys', 'millis', 'round', 'replace', 'length', 'max', 'min', 'uppercase', 'substring', 'range', 'hash', 'lookup', 'boolean', 'floor', 'distinct', 'sort', 'reduce', 'fromMillis', 'base64encode', 'base64decode',
];

/** Those that a Condition has most. */
export const usualTests = ['not', 'exists', 'number', 'count', 'contains'];

/** The same of intrinsic functions. */
export const usualIntrinsics = ['States.Format', 'States.JsonToString', 'States.StringToJson', 'States.Array', 'States.MathAdd', 'States.UUID', 'States.ArrayLength', 'States.ArrayGetItem', 'States.JsonMerge', 'States.StringSplit'];
