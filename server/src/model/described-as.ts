// A state in a few words, for lists of states.
import { member } from '../syntax/tree';
import type { State } from './machine';
import { readResource } from './resource';

/** The type, and what a task calls: `Task sagemaker:createTrainingJob`. */
export function describedAs({ type, node }: State): string {
  const resource = type === 'Task' ? member(node, 'Resource') : undefined;
  const called = resource?.kind === 'string' ? calledBy(resource.value) : undefined;
  return [type, called].filter((each) => each !== undefined).join(' ');
}

function calledBy(text: string): string | undefined {
  const resource = readResource(text);
  if (resource.kind === 'integration') {
    return `${resource.service.text}:${resource.action.text}`;
  }
  return resource.kind === 'function' || resource.kind === 'activity' ? /(?:function|activity):([^:]+)/.exec(text)?.[1] : undefined;
}
