import { mapActions, services } from '../../spec/integrations';
import { listed } from '../../text/words';
import { changeTo } from '../fixes';
import { defineRule, type Fix } from '../rule';
import type { Call } from '../../model/call';

export const invalidResource = defineRule({
  code: 'invalid-resource',
  severity: 'error',
  docs: {
    what: '`Resource` is the ARN of a Lambda function, an activity or a service integration; in a map\'s reader and writer, of the Amazon S3 action for it.',
    why: 'Step Functions refuses anything else. The field is never evaluated: a path or a `{% %}` expression in it is just text. To choose a function in the run, call `arn:aws:states:::lambda:invoke` with a `FunctionName` that is evaluated.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "train-model", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:train-model", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html',
  },
  on: {
    Call(call, ctx) {
      const wrong = call.by === 'Task' ? wrongTask(call) : wrongMapAction(call, call.by);
      if (wrong) {
        ctx.report({ at: call.node, ...wrong });
      }
    },
  },
});

interface Wrong {
  readonly message: string;
  readonly fixes?: readonly Fix[];
  readonly aws: { readonly code: string; readonly message: string };
}

const notAnArn = { code: 'SCHEMA_VALIDATION_FAILED', message: 'Value is not a valid resource ARN' };

function wrongTask(call: Call): Wrong | undefined {
  const { resource, text } = call;
  switch (resource.kind) {
    case 'integration':
    case 'unknown':
      return undefined;
    case 'state machine':
      return { message: 'A Task can\'t name a state machine. "arn:aws:states:::states:startExecution" starts one, with its ARN as "StateMachineArn".', aws: notAnArn };
    case 'function':
      return resource.isSound
        ? undefined
        : { message: 'This is not how the ARN of a Lambda function reads: "arn:aws:lambda:REGION:ACCOUNT:function:NAME", then a version or an alias or nothing.', aws: notAnArn };
    case 'activity':
      return resource.isSound
        ? undefined
        : { message: 'The name of an activity has 1 to 80 characters, without spaces, brackets and special characters.', aws: notAnArn };
    case 'foreign':
      return { message: foreign(text), fixes: spelledOut(call), aws: notAnArn };
  }
}

function foreign(text: string): string {
  if (text === '') {
    return 'The ARN of a Lambda function, an activity or a service integration is missing here.';
  }
  if (text.startsWith('{%') || /^\$[.[$]/.test(text)) {
    return '"Resource" is never evaluated. To choose a function in the run, call "arn:aws:states:::lambda:invoke" and give it the "FunctionName".';
  }
  return text.startsWith('arn:')
    ? 'A Task calls a Lambda function, an activity or a service integration. This ARN is of none of them.'
    : `"${text}" is not an ARN. A Task needs that of a Lambda function, an activity or a service integration.`;
}

/** `lambda:invoke` and `states:::lambda:invoke` are short for the one ARN. */
function spelledOut({ text, editable }: Call): Fix[] {
  const [service = '', action = ''] = text.replace(/^(arn:)?(aws:)?(states:)?:*/, '').split(/[:.]/);
  const known = Object.hasOwn(services, service) && Object.hasOwn(services[service]?.actions ?? {}, action);
  return known && editable ? [changeTo(editable, `arn:aws:states:::${text.slice(text.indexOf(`${service}:`))}`)] : [];
}

function wrongMapAction(call: Call, by: 'itemReader' | 'resultWriter'): Wrong | undefined {
  const { resource, action, editable } = call;
  if (resource.kind === 'unknown' || (action && resource.kind === 'integration' && resource.pattern.text === '')) {
    return undefined;
  }
  const allowed = Object.keys(mapActions[by]).map((name) => `arn:aws:states:::s3:${name}`);
  return {
    message: `${by === 'itemReader' ? 'An item reader reads' : 'A result writer writes'} by ${listed(allowed)} only.`,
    fixes: editable ? allowed.map((name) => changeTo(editable, name)) : [],
    aws: { code: 'SCHEMA_VALIDATION_FAILED', message: 'The field \'Resource\' does not match any of the allowed values' },
  };
}
