// ARNs that are written out, taken apart.
import { serviceName } from '../../spec/service-names';
import type { Node } from '../../syntax/tree';
import { code, escape } from '../../text/markdown';
import type { Described } from './calls';

const pattern = /^arn:(aws[\w-]*):([\w-]+):([\w-]*):(\d*):(.+)$/;

/** What a kind of resource is called by people, where the ARN has another word for it, or none. */
const kinds: Readonly<Record<string, string>> = {
  'iam role': 'IAM role',
  's3 ': 'S3',
  'sns ': 'SNS topic',
  'sqs ': 'SQS queue',
  'states activity': 'Step Functions activity',
  'states stateMachine': 'state machine',
};

/** What an ARN names, of which kind it is and where it is; `undefined` for any other text, and for integrations, which are in no region. */
export function describeArn(node: Node | undefined): Described | undefined {
  const [, partition = '', owner = '', region = '', account = '', resource = ''] = (node?.kind === 'string' && pattern.exec(node.value)) || [];
  if (!node || resource === '' || (owner === 'states' && region === '')) {
    return undefined;
  }
  const [, kind = '', name = resource] = (`${owner} ` in kinds ? undefined : /^([\w-]+)[:/](.+)$/.exec(resource)) ?? [];
  const [called = '', version] = owner === 'lambda' ? name.split(':') : [name];
  const places = [region === '' ? '' : `region ${code(region)}`, account === '' ? '' : `account ${code(account)}`, partition === 'aws' ? '' : `partition ${code(partition)}`].filter((place) => place !== '');
  const lines = [
    `**${escape(called)}** · ${kinds[`${owner} ${kind}`] ?? `${serviceName(owner)} ${kind.replaceAll('-', ' ')}`.trim()}`,
    version === undefined ? '' : `${/^\d+$|^\$/.test(version) ? 'Version' : 'Alias'} ${code(version)}.`,
    places.length === 0 ? '' : `In ${places.join(', ')}.`,
  ].filter((line) => line !== '');
  return { span: node.span, text: lines.join('\n\n') };
}
