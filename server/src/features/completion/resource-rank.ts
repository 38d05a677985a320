// Which integration an author most likely means: by what the task hands over already, by the state's name, and by what is used most.
import type { Definition } from '../../analysis/definition';
import { alternativesOf } from '../../model/call';
import { usedMost, type Action } from '../../spec/integrations';
import { otherUsualServices, usualIntegrations, usualServices } from '../../spec/usual-order';
import { items, member, type Node, type ObjectNode } from '../../syntax/tree';
import { wordsOf } from './name-words';

/** The most likely first; those that are as likely as each other stay in their order. */
export class ResourceRank {
  private readonly given: ReadonlySet<string>;
  private readonly wordsOfName: readonly string[];
  private readonly words: ReadonlySet<string>;
  /** What the state takes from the answer. */
  private readonly read: ReadonlySet<string>;
  /** The request hands a task token out. */
  readonly asksForToken: boolean;
  /** There is a request, be it an empty one. */
  readonly hasRequest: boolean;

  /** @param task the object that has the resource */
  constructor(task: ObjectNode) {
    const request = member(task, 'Parameters') ?? member(task, 'Arguments');
    this.given = new Set(request?.kind === 'object' ? request.properties.map(({ key }) => key.value.replace(/\.\$$/, '')) : []);
    this.hasRequest = request?.kind === 'object';
    const name = task.parent?.kind === 'property' ? task.parent.key.value : '';
    this.wordsOfName = wordsOf(name);
    this.words = new Set(this.wordsOfName);
    this.read = new Set(readFromResult(task));
    this.asksForToken = request !== undefined && holdsToken(request);
  }

  /** How likely one of Step Functions' own integrations is: the higher the likelier. */
  own(title: string, pattern: string, action: Action): number {
    const [service = ''] = title.split(':');
    const place = usualIntegrations.indexOf(title);
    const usage = (place < 0 ? 0 : usualIntegrations.length - place) + (usedMost.includes(service) ? 1 : 0);
    return this.fit(action.required.map(alternativesOf)) * 1000 + this.likeness(title) * 100 + usage * 4 + this.patternWeight(pattern, action);
  }

  /**
   * How likely an action of a service's API is; nothing above zero where it can't be what is meant, or nothing speaks for it.
   *
   * @param takes whether the request can have a member of that name
   * @param gives whether the answer has one
   */
  api(title: string, required: readonly string[], takes: (name: string) => boolean, gives: (name: string) => boolean): number {
    const isPossible = [...this.given].every(takes);
    const isWhole = this.hasRequest && required.every((name) => this.given.has(name));
    const fit = isPossible ? this.fit(required.map((name) => [name])) * 1000 + (isWhole ? this.whole(title) : 0) : -1000;
    const likely = fit + this.likeness(title) * 100;
    // By itself it says little: many an answer has a status.
    return likely > 0 ? likely + Math.min(3, [...this.read].filter(gives).length) * 2 - (destroying.test(title) ? 5 : 0) : likely;
  }

  /** A request that is complete with what it has; an empty one is more often of something that only looks. */
  private whole(title: string): number {
    return this.given.size > 0 ? 20 : /:(?:list|describe|get)[A-Z]/.test(title) ? 10 : 0;
  }

  /** How many of the required fields are there, where all are. */
  private fit(required: readonly (readonly string[])[]): number {
    return this.given.size > 0 && required.length > 0 && required.every((names) => names.some((name) => this.given.has(name))) ? required.length : 0;
  }

  private likeness(title: string): number {
    // Thousands of actions are looked at, and most have none of the letters.
    const letters = title.toLowerCase();
    return this.wordsOfName.some((word) => letters.includes(word)) ? wordsOf(title).filter((word) => this.words.has(word)).length : 0;
  }

  /** Who calls a job mostly waits for its end; who hands a token out waits for it. */
  private patternWeight(pattern: string, { patterns }: Action): number {
    if (pattern === '.waitForTaskToken') {
      return this.asksForToken ? 3 : -50;
    }
    const best = patterns.includes('.sync:2') ? '.sync:2' : patterns.includes('.sync') ? '.sync' : '';
    return pattern === best ? 2 : pattern === '' ? 1 : 0;
  }
}

/** Of two that are as likely, the one that leaves things as they are. */
const destroying = /:(?:delete|stop|cancel|terminate|remove|deregister)[A-Z]/;

/** The members of the answer that the state names: `$.Status` in a selector, `$states.result.Status` in JSONata. */
function readFromResult(task: ObjectNode): string[] {
  return [
    ...textsIn(member(task, 'ResultSelector')).flatMap((text) => /^\$\.(\w+)/.exec(text)?.[1] ?? []),
    ...[member(task, 'Output'), member(task, 'Assign')].flatMap(textsIn).flatMap((text) => [...text.matchAll(/\$states\.result\.(\w+)/g)].map(([, name = '']) => name)),
  ];
}

function textsIn(node: Node | undefined): string[] {
  return node?.kind === 'string' ? [node.value] : node?.kind === 'object' ? node.properties.flatMap(({ value }) => textsIn(value)) : items(node).flatMap(textsIn);
}

function holdsToken(node: Node): boolean {
  return node.kind === 'string' ? /Task\.Token/.test(node.value) : node.kind === 'object' ? node.properties.some(({ value }) => value !== undefined && holdsToken(value)) : items(node).some(holdsToken);
}

/** The services of AWS SDK integrations that are called most, that a definition calls somewhere, or that a state is named after; more of them where a request can tell which it is. */
export function mentionedServices({ text, host }: Definition, task: ObjectNode, hasRequest: boolean, all: readonly string[]): string[] {
  const name = task.parent?.kind === 'property' ? task.parent.key.value.toLowerCase() : '';
  const called = new Set([...text.slice(host.span.start, host.span.end).matchAll(/:aws-sdk:([a-z0-9]+):/g)].map(([, service = '']) => service));
  return all.filter((service) => called.has(service) || usualServices.has(service) || (hasRequest && otherUsualServices.has(service)) || (service.length > 2 && name.includes(service)));
}
