// Which member an author most likely means: by the value that is there already, and by what is used most.
import type { Member, Shape } from '../../services/shape';
import type { Node } from '../../syntax/tree';

/** Members that requests have most of those that they can do without. Source: the corpus of the tests, by count. */
const usual = [
  'Payload', 'Input', 'Name', 'UpdateExpression', 'ExpressionAttributeValues', 'ExpressionAttributeNames', 'ConditionExpression', 'KeyConditionExpression', 'Message', 'TopicArn', 'Subject',
  'Body', 'Path', 'Stage', 'RequestBody', 'QueryParameters', 'Headers', 'AuthType', 'ContentType', 'Arguments', 'Parameters', 'ContainerOverrides', 'Cluster', 'LaunchType', 'NetworkConfiguration',
  'Overrides', 'WorkGroup', 'ResultConfiguration', 'QueryExecutionContext', 'MessageGroupId', 'MessageDeduplicationId', 'AlgorithmSpecification', 'HyperParameters', 'InputDataConfig',
  'ResourceConfig', 'StoppingCondition', 'Prefix', 'Environment', 'Tags', 'ReturnValues', 'ConsistentRead',
];
const places = new Map(usual.map((name, index) => [name, index]));

/**
 * @param value what stands there as the value already
 * @returns the higher the likelier
 */
export function memberWeight({ name, required, deprecated, shape }: Member, value: Node | undefined): number {
  return (deprecated ? -1000 : 0) + fit(shape, value) * 200 + (required ? 100 : 0) + usual.length - (places.get(name) ?? usual.length);
}

/** 1 where the value is such as the member takes, -1 where it can't be, 0 where that is not told. */
function fit(shape: Shape, value: Node | undefined): number {
  switch (value?.kind) {
    case 'object':
      return shape.kind === 'map' || ((shape.kind === 'structure' || shape.kind === 'union') && value.properties.every(({ key }) => shape.member(key.value.replace(/\.\$$/, '')))) ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'array':
      return shape.kind === 'list' ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'boolean':
      return shape.kind === 'boolean' ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'number':
      return shape.kind === 'number' ? 1 : shape.kind === 'json' ? 0 : -1;
    case 'string':
      return /^\{%|\$\{|^\$/.test(value.value) ? 0 : shape.kind === 'enum' ? (shape.values.includes(value.value) ? 2 : -1) : shape.kind === 'string' || shape.kind === 'json' || shape.kind === 'blob' ? 0 : -1;
    default:
      return 0;
  }
}

/** True for a text that a JSONPath state reads as a path or a function. */
export function looksEvaluated(value: Node | undefined): boolean {
  return value?.kind === 'string' && /^\$|^States\.\w/.test(value.value);
}
