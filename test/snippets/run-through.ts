// Runs a machine whose tasks all go well, or all but one, to see it through to its end.
import { AslDocument } from '../../server/src/analysis/document';
import type { Json, JsonObject } from '../../server/src/expressions/value';
import type { TaskCall } from '../../server/src/simulator/world';
import { fails, runStory, type Script, type Told } from '../support/story';
import { answers } from './answers';

/** What is in the bucket that the examples read from. */
const objects = {
  'amzn-s3-demo-bucket/input/records.csv': 'id,value\n1,2\n2,3\n',
  'amzn-s3-demo-bucket/input/records.jsonl': '{"id": 1}\n{"id": 2}\n',
  'amzn-s3-demo-bucket/inventory/amzn-s3-demo-bucket/all/2030-01-01T00-00Z/manifest.json': '{"fileSchema": "Bucket, Key", "files": [{"key": "inventory/1.csv"}]}',
  'amzn-s3-demo-bucket/inventory/1.csv': 'amzn-s3-demo-bucket,a.csv\n',
  'amzn-s3-demo-bucket/input/records.json': '[{"id": 1}, {"id": 2}]',
};

/** The names of the states that call something. */
export function tasksOf(definition: string): string[] {
  return (new AslDocument(definition, 'json').definitions[0]?.states ?? []).filter(({ type }) => type === 'Task').map(({ name }) => name);
}

/**
 * @param definition JSON
 * @param failing the task that fails however often it is tried
 */
export async function runThrough(definition: string, input: Json, failing?: string): Promise<Told> {
  let config: Json = '';
  const answer = ({ resource, arguments: given }: TaskCall): Json => {
    const [, action = ''] = /^arn:aws:states:::(?:aws-sdk:)?([\w-]+:\w+)/.exec(resource) ?? [];
    if (resource.endsWith('.waitForTaskToken')) {
      return { approved: true, by: 'Ada' };
    }
    const { EndpointConfigName } = given as JsonObject;
    // An endpoint has the configuration that it was given last.
    config = EndpointConfigName ?? config;
    return action === 'sagemaker:describeEndpoint' ? { EndpointArn: 'arn', EndpointStatus: 'InService', EndpointConfigName: config } : (answers[action] ?? {});
  };
  const script: Script = Object.fromEntries(tasksOf(definition).map((name) => [name, [name === failing ? fails('Broken', 'in the test') : (call) => ({ is: 'result', value: answer(call) })]]));
  return runStory(definition, script, { input, objects: { ...objects } });
}
