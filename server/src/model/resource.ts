// What the `Resource` of a Task, a reader or a writer names.
import { services, type Action } from '../spec/integrations';
import type { Span } from '../text/span';

/** A part of the ARN, and where it stands in it. */
export interface ResourcePart {
  readonly text: string;
  readonly span: Span;
}

export type Resource =
  /** A service integration: `arn:aws:states:::lambda:invoke.waitForTaskToken`; `sdk` is true for those that call any API. */
  | { readonly kind: 'integration'; readonly sdk: boolean; readonly service: ResourcePart; readonly action: ResourcePart; readonly pattern: ResourcePart }
  | { readonly kind: 'function'; readonly region: string; readonly isSound: boolean }
  | { readonly kind: 'activity'; readonly region: string; readonly isSound: boolean }
  | { readonly kind: 'state machine' }
  /** The deployment fills in so much of it that nothing can be told. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'foreign' };

/** Placeholders have colons of their own: `${AWS::Partition}`. */
const placeholder = /\$\{[^}]*\}/g;
const filled = '\uFFFC';

/** Reads the text of a resource. */
export function readResource(text: string): Resource {
  const masked = text.includes('${') ? text.replace(placeholder, (found) => filled.repeat(found.length)) : text;
  const arn = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(masked);
  if (!arn) {
    return { kind: masked.includes(filled) ? 'unknown' : 'foreign' };
  }
  const [, , owner = '', region = '', , rest = ''] = arn;
  if (owner.includes(filled)) {
    return { kind: 'unknown' };
  }
  if (owner === 'lambda') {
    return { kind: 'function', region, isSound: isFunction(rest) };
  }
  if (owner !== 'states') {
    return { kind: 'foreign' };
  }
  if (rest.startsWith('activity:')) {
    return { kind: 'activity', region, isSound: isName(rest.slice('activity:'.length)) };
  }
  if (/^(stateMachine|execution|express|mapRun):/.test(rest)) {
    return { kind: 'state machine' };
  }
  return integration(masked, masked.length - rest.length, rest);
}

function integration(masked: string, start: number, rest: string): Resource {
  const found = /^(aws-sdk:)?([^:.]*)(?::([^:.]*))?(.*)$/s.exec(rest);
  const [, prefix = '', service = '', action = '', pattern = ''] = found ?? [];
  if ((service + action).includes(filled)) {
    return { kind: 'unknown' };
  }
  const part = (from: number, text: string): ResourcePart => ({ text, span: { start: from, end: from + text.length } });
  const serviceStart = start + prefix.length;
  const patternStart = masked.length - pattern.length;
  return {
    kind: 'integration',
    sdk: prefix !== '',
    service: part(serviceStart, service),
    action: part(patternStart - action.length, action),
    pattern: part(patternStart, pattern),
  };
}

function isFunction(rest: string): boolean {
  return rest.includes(filled) || /^function:[\w.<>-]+(:(\$LATEST(\.PUBLISHED)?|[\w-]+))?$/.test(rest);
}

/** Names of activities: no white space, brackets or special characters. */
function isName(name: string): boolean {
  return name.includes(filled) || (name.length >= 1 && name.length <= 80 && !/[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/.test(name));
}

/** The action that an integration calls, where it is one of Step Functions' own. */
export function actionOf(resource: Resource | undefined): Action | undefined {
  return resource?.kind === 'integration' && !resource.sdk ? own(own(services, resource.service.text)?.actions, resource.action.text) : undefined;
}

/** A record's value under a name from the user's text, which may be `constructor`. */
function own<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** True where the task waits for its token to be returned. */
export function waitsForToken(resource: Resource | undefined): boolean {
  return resource?.kind === 'integration' && resource.pattern.text === '.waitForTaskToken';
}
