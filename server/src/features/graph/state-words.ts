// What a state does, in the few words that fit below its name.
import { readResource } from '../../model/resource';
import type { State } from '../../model/machine';
import { processorOf } from '../../model/processor';
import type { GraphNode } from '../../protocol/graph';
import { serviceName } from '../../spec/service-names';
import { items, member, type Node } from '../../syntax/tree';
import { shortened } from './shorten';

type Words = Pick<GraphNode, 'detail' | 'service' | 'manner'>;

const longest = 60;

export function stateInWords(state: State): Words {
  switch (state.type) {
    case 'Task':
      return taskInWords(textOf(member(state.node, 'Resource')));
    case 'Choice':
      return detailed(counted(items(member(state.node, 'Choices')).length, 'rule'));
    case 'Wait':
      return detailed(waitInWords(state));
    case 'Map':
      return mapInWords(state);
    case 'Parallel':
      return detailed(counted(state.machines.length, 'branch', 'branches'));
    case 'Fail':
      return detailed(textOf(member(state.node, 'Error') ?? member(state.node, 'ErrorPath')));
    default:
      return {};
  }
}

function taskInWords(text: string): Words {
  const resource = readResource(text);
  switch (resource.kind) {
    case 'integration': {
      const [service, action, pattern] = [resource.service.text, resource.action.text, resource.pattern.text];
      const manner = pattern.startsWith('.sync') ? 'waits for the job' : pattern === '.waitForTaskToken' ? 'waits for a token' : undefined;
      return { ...detailed(`${serviceName(service)}: ${inWords(action)}`), service, ...(manner && { manner }) };
    }
    case 'function':
      return { ...detailed(`Lambda: ${functionName(text)}`), service: 'lambda' };
    case 'activity':
      return detailed(`Activity: ${lastPart(text)}`);
    case 'state machine':
      return { ...detailed(`Step Functions: ${lastPart(text)}`), service: 'states' };
    default:
      return detailed(text);
  }
}

/** `createTrainingJob` → `create training job`; abbreviations stay as they are. */
function inWords(action: string): string {
  return action.replace(/([a-z0-9])([A-Z])(?=[a-z])/g, (_all, before: string, letter: string) => `${before} ${letter.toLowerCase()}`);
}

function functionName(arn: string): string {
  return /:function:([^:]+)/.exec(arn)?.[1] ?? lastPart(arn);
}

/** The text behind the last colon that is not in a placeholder. */
function lastPart(arn: string): string {
  return /(?:\$\{[^}]*\}|[^:])*$/.exec(arn)?.[0] ?? arn;
}

function waitInWords(state: State): string {
  const of = (name: string): Node | undefined => member(state.node, name);
  const seconds = of('Seconds') ?? of('SecondsPath');
  if (seconds) {
    return seconds.kind === 'number' ? durationInWords(seconds.value) : `${textOf(seconds)} seconds`;
  }
  const until = of('Timestamp') ?? of('TimestampPath');
  return until ? `until ${textOf(until)}` : '';
}

function durationInWords(seconds: number): string {
  const units: readonly [length: number, name: string][] = [[86_400, 'day'], [3_600, 'hour'], [60, 'minute']];
  const [length, name] = units.find(([each]) => seconds >= each && seconds % each === 0) ?? [1, 'second'];
  return counted(seconds / length, name);
}

function mapInWords({ node, machines: [processor] }: State): Words {
  const isDistributed = processor !== undefined && processorOf(processor.node).mode === 'DISTRIBUTED';
  const most = member(node, 'MaxConcurrency');
  const limit = most?.kind === 'number' && most.value > 0 ? `${String(most.value)} at once` : '';
  return { ...detailed([isDistributed ? 'distributed' : 'for each item', limit].filter((each) => each !== '').join(', ')), ...(isDistributed && { manner: 'distributed' as const }) };
}

function textOf(node: Node | undefined): string {
  switch (node?.kind) {
    case 'string':
      return node.value.replace(/^\s*\{%\s*|\s*%\}\s*$/g, '');
    case 'unknown':
      return node.text;
    case 'number':
      return String(node.value);
    default:
      return '';
  }
}

function detailed(text: string): Words {
  const detail = shortened(text, longest);
  return detail === '' ? {} : { detail };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
}
