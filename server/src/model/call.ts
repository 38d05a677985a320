// The call that a part of the definition makes: of a Task, of an item reader or of a result writer.
import { mapActions, sdkPatterns, type Action, type IntegrationPattern } from '../spec/integrations';
import { member, property, type Node, type ObjectProperty, type StringNode } from '../syntax/tree';
import { listed } from '../text/words';
import type { Part } from './parts';
import { actionOf, readResource, type Resource } from './resource';

export interface Call {
  readonly part: Part;
  readonly by: 'Task' | 'itemReader' | 'resultWriter';
  /** The resource. */
  readonly node: Node;
  readonly text: string;
  /** The same node, where a fix can write another text in its place: not where a deployment fills something in. */
  readonly editable: StringNode | undefined;
  readonly resource: Resource;
  /** What the table says of the action, where it has it. */
  readonly action: Action | undefined;
  /** The action as people call it: `lambda:invoke`. */
  readonly title: string;
  /** Where the request's fields stand in this query language. */
  readonly argumentsField: 'Parameters' | 'Arguments';
  readonly arguments: ObjectProperty | undefined;
}

/** The call that a part makes; `undefined` where it makes none, or says it in something other than text. */
export function callOf(part: Part): Call | undefined {
  const by = part.is === 'state' && part.state?.type === 'Task' ? 'Task' : part.is === 'itemReader' || part.is === 'resultWriter' ? part.is : undefined;
  const node = by && member(part.node, 'Resource');
  if (!by || (node?.kind !== 'string' && node?.kind !== 'unknown')) {
    return undefined;
  }
  const text = node.kind === 'string' ? node.value : node.text;
  const resource = readResource(text);
  const isJsonata = part.languageInDoubt ? property(part.node, 'Arguments') !== undefined : part.queryLanguage === 'JSONata';
  const argumentsField = isJsonata ? 'Arguments' : 'Parameters';
  return {
    part,
    by,
    node,
    text,
    editable: node.kind === 'string' ? node : undefined,
    resource,
    action: by === 'Task' ? actionOf(resource) : mapActionOf(by, resource),
    title: resource.kind === 'integration' ? `${resource.sdk ? 'aws-sdk:' : ''}${resource.service.text}:${resource.action.text}` : '',
    argumentsField,
    arguments: property(part.node, argumentsField),
  };
}

function mapActionOf(by: 'itemReader' | 'resultWriter', resource: Resource): Action | undefined {
  return resource.kind === 'integration' && resource.service.text === 's3' ? mapActions[by][resource.action.text] : undefined;
}

/** What an action can be waited for by; `undefined` where the action is not known. */
export function patternsOf({ resource, action }: Call): readonly IntegrationPattern[] | undefined {
  return resource.kind === 'integration' && resource.sdk ? sdkPatterns : action?.patterns;
}

type Required = Action['required'];

/** The fields that one requirement can be met by. */
export function alternativesOf(required: Required[number]): readonly string[] {
  return typeof required === 'string' ? [required] : required;
}

/** The field that is best for a requirement. */
export function firstOf(required: Required[number]): string {
  return alternativesOf(required)[0] ?? '';
}

/** Requirements as a sentence lists them: `"ApiEndpoint" and "InvocationConfig" or "Authentication"`. */
export function namesOf(required: Required): string {
  const words = required.map((each) => listed(alternativesOf(each)));
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`;
}
