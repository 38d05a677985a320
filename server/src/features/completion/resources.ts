// What the `Resource` of a Task, an item reader or a result writer can name: from Step Functions' own integrations to each action of each service.
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { StateMachine } from '../../model/machine';
import type { Part } from '../../model/parts';
import { mapActions, sdkPatterns, services, usedMost } from '../../spec/integrations';
import { modelOfOptimized, sdkServices } from '../../services/catalog';
import type { ObjectNode, ObjectProperty } from '../../syntax/tree';
import { escapeSnippet } from '../../text/snippet';
import { partitionIn, partitionOf } from './partition';
import { mentionedServices, ResourceRank } from './resource-rank';
import type { Suggestion } from './suggestion';

/** What is found, and whether something else may be meant as well. */
export interface ResourceSuggestions {
  readonly suggestions: readonly Suggestion[];
  readonly isFree: boolean;
}

/**
 * @param typed what stands before the cursor, with the quote it may begin with
 * @returns `undefined` where the property names no resource
 */
export function resourceSuggestions(definition: Definition, property: ObjectProperty, typed: string): ResourceSuggestions | undefined {
  const part = definition.partOf(property.parent);
  if (property.key.value !== 'Resource' || (part && !takesResource(part))) {
    return undefined;
  }
  // A state with a resource is going to be a Task, even while its type is missing.
  const machine = part?.machine ?? definition.states.find(({ node, type }) => node === property.parent && type === undefined)?.machine;
  if (!machine) {
    return undefined;
  }
  const partition = partitionIn(typed) ?? partitionOf(definition);
  if (part?.is === 'itemReader' || part?.is === 'resultWriter') {
    return { suggestions: Object.keys(mapActions[part.is]).map((action) => integration(partition, `s3:${action}`, typed)), isFree: true };
  }
  const [, service, behind] = /:aws-sdk:(?:([\w-]+):)?(.*)$/s.exec(typed) ?? [];
  if (behind === undefined) {
    return { suggestions: beginnings(definition, machine, property.parent, partition, typed), isFree: true };
  }
  return { suggestions: service === undefined ? sdkServiceSuggestions(partition, typed) : actions(definition, machine, service, partition, typed), isFree: false };
}

function takesResource({ is, state }: Part): boolean {
  return (is === 'state' && state?.type === 'Task') || is === 'itemReader' || is === 'resultWriter';
}

/** Step Functions' own integrations, functions and activities, and the way to all other APIs. */
function beginnings(definition: Definition, machine: StateMachine, task: ObjectNode, partition: string, typed: string): Suggestion[] {
  const isExpress = definition.workflowType(machine) === 'EXPRESS';
  const rank = new ResourceRank(task);
  const own = Object.entries(services).flatMap(([service, { actions: all }]) =>
    Object.entries(all).flatMap(([name, action]) =>
      ['', ...(isExpress ? [] : action.patterns)].map((pattern) => {
        const title = `${service}:${name}`;
        return [rank.own(title, pattern, action), integration(partition, title, typed, pattern)] as const;
      }),
    ),
  );
  // Of services that stand elsewhere in the text the actions are offered at once, where they fit the request that is there.
  const others = mentionedServices(definition, task, rank.hasRequest, sdkServices).flatMap((name) => {
    const service = definition.services.get(name);
    return (service?.actionNames ?? []).flatMap((each) => {
      const { input, output } = service?.action(each) ?? {};
      const likely = input
        ? rank.api(
            `${name}:${each}`,
            input.required.map((member) => member.name),
            (given) => input.member(given) !== undefined,
            (read) => output?.member(read) !== undefined,
          )
        : 0;
      const patterns = rank.asksForToken && !isExpress ? [...sdkPatterns, ''] : [''];
      return likely > 0 ? patterns.map((pattern, index) => [likely - index, { ...integration(partition, `aws-sdk:${name}:${each}`, typed, pattern), docsPlace: { service: name, action: each } }] as const) : [];
    });
  });
  const likeliest = [...own, ...others].sort(([one], [other]) => other - one).map(([, suggestion]) => suggestion);
  const account = '${1:us-east-1}:${2:123456789012}';
  return [
    ...likeliest,
    snippet('Lambda function', `arn:${escapeSnippet(partition)}:lambda:${account}:function:\${3:name}`, 'a function by its ARN'),
    ...(isExpress ? [] : [snippet('activity', `arn:${escapeSnippet(partition)}:states:${account}:activity:\${3:name}`, 'what workers of your own poll for')]),
    { ...start(partition, 'aws-sdk:', typed), detail: 'any API of AWS' },
    ...sdkServiceSuggestions(partition, typed),
  ];
}

function sdkServiceSuggestions(partition: string, typed: string): Suggestion[] {
  return byUse(sdkServices).map((service) => start(partition, `aws-sdk:${service}:`, typed));
}

/** The actions of one service; the ways to wait once a dot says that one is wanted. */
function actions(definition: Definition, machine: StateMachine, name: string, partition: string, typed: string): Suggestion[] {
  const service = definition.services.get(name);
  const isWaiting = /\.\w*$/.test(typed) && definition.workflowType(machine) !== 'EXPRESS';
  const open = service?.actionNames.filter((action) => !service.isUnsupported(action)) ?? [];
  const isDeprecated = (action: string): boolean => service?.data.deprecated?.includes(action) ?? false;
  return ['', ...(isWaiting ? sdkPatterns : [])].flatMap((pattern) =>
    [...open.filter((action) => !isDeprecated(action)), ...open.filter(isDeprecated)].map((action) => ({
      ...integration(partition, `aws-sdk:${name}:${action}`, typed, pattern),
      label: `${action}${pattern}`,
      ...(isDeprecated(action) && { deprecated: true }),
      docsPlace: { service: name, action },
    })),
  );
}

function integration(partition: string, title: string, typed: string, pattern = ''): Suggestion {
  const label = `${title}${pattern}`;
  const arn = `arn:${partition}:states:::${label}`;
  const service = modelOfOptimized(title);
  return {
    label,
    kind: CompletionItemKind.Function,
    snippet: escapeSnippet(arn),
    filter: filterOf(arn, label, typed),
    ...(pattern !== '' && { detail: pattern === '.waitForTaskToken' ? 'waits until its token comes back' : 'waits for its end' }),
    ...(service !== undefined && { docsPlace: { service, action: title } }),
  };
}

/** The beginning of an ARN that the author goes on with. */
function start(partition: string, label: string, typed: string): Suggestion {
  const arn = `arn:${partition}:states:::${label}`;
  return { label, kind: CompletionItemKind.Module, snippet: `${escapeSnippet(arn)}$0`, filter: filterOf(arn, label, typed), asksAgain: true };
}

function snippet(label: string, text: string, detail: string): Suggestion {
  return { label, kind: CompletionItemKind.Snippet, detail, snippet: text, filter: `${label} ${text.replace(/\$\{\d:([^}]*)\}/g, '$1')}` };
}

/** An author types the action, or the ARN from its start. */
function filterOf(arn: string, label: string, typed: string): string {
  return typed.includes('arn:') ? arn : `${label} ${arn}`;
}

/** What machine learning uses most comes first, the rest as it was. */
function byUse(names: readonly string[]): string[] {
  const place = new Map(usedMost.map((name, index) => [name, index]));
  return [...names].sort((one, other) => (place.get(one) ?? usedMost.length) - (place.get(other) ?? usedMost.length));
}
