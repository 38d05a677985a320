import { readResource, waitsForToken } from '../../model/resource';
import type { Part } from '../../model/parts';
import type { Site } from '../../model/sites';
import { member } from '../../syntax/tree';
import type { Span } from '../../text/span';
import { defineRule, type RuleContext } from '../rule';

export const unavailableContextField = defineRule({
  code: 'unavailable-context-field',
  severity: 'warning',
  docs: {
    what: 'What the context object has only in certain places is read only there: `Task.Token` in a task that waits for it, `Map.Item` in and under a Map state.',
    why: 'Elsewhere the path leads nowhere and the run fails when it comes to the state.',
    bad: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": { "TopicArn.$": "$.topic", "Message": { "token.$": "$$.Task.Token" } }, "End": true } } }',
    good: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish.waitForTaskToken", "Parameters": { "TopicArn.$": "$.topic", "Message": { "token.$": "$$.Task.Token" } }, "TimeoutSeconds": 86400, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html',
  },
  on: {
    Path({ site }, ctx) {
      check(site, ctx);
    },
    Jsonata({ site }, ctx) {
      check(site, ctx);
    },
  },
});

function check(site: Site, ctx: RuleContext): void {
  const found = contextField(site);
  if (found?.name === 'Task.Token' && !hasToken(site.part)) {
    ctx.report({ at: ctx.definition.inside(site.node, found.span), message: 'There is no "Task.Token" here: only a task whose "Resource" ends in ".waitForTaskToken" has one.' });
  } else if (found?.name === 'Map.Item' && !isUnderMap(site.part)) {
    ctx.report({ at: ctx.definition.inside(site.node, found.span), message: 'There is no "Map.Item" here: this is neither a Map state nor inside one.' });
  }
}

/** The first such field that is read. */
function contextField({ node: { value }, form }: Site): { readonly name: string; readonly span: Span } | undefined {
  if (!value.includes('Task.Token') && !value.includes('Map.Item')) {
    return undefined;
  }
  const found = (form === 'jsonata' ? /\$states\.context\.(Task\.Token|Map\.Item)\b/ : /\$\$\.(Task\.Token|Map\.Item)\b/).exec(value);
  const [whole, name = ''] = found ?? [''];
  return found ? { name, span: { start: found.index + whole.length - name.length, end: found.index + whole.length } } : undefined;
}

/** What a task is can't always be told: the deployment may fill it in. */
function hasToken(part: Part): boolean {
  if (part.state?.type !== 'Task') {
    return false;
  }
  // A part of the task, such as a catcher, has no resource of its own.
  const resource = member(part.state.node, 'Resource');
  const text = resource?.kind === 'string' ? resource.value : resource?.kind === 'unknown' ? resource.text : '';
  const read = readResource(text);
  // One that is wrong by itself may well be meant to wait.
  return read.kind === 'unknown' || read.kind === 'foreign' || waitsForToken(read) || (read.kind === 'integration' && !['', '.sync', '.sync:2'].includes(read.pattern.text));
}

function isUnderMap({ state, machine }: Part): boolean {
  if (state?.type === 'Map') {
    return true;
  }
  for (let owner = machine.owner; owner; owner = owner.machine.owner) {
    if (owner.type === 'Map') {
      return true;
    }
  }
  return false;
}
