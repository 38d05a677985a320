import type { Resource } from '../../model/resource';
import { services } from '../../spec/integrations';
import type { StringNode } from '../../syntax/tree';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeInside, preferred } from '../fixes';
import { defineRule, type Fix } from '../rule';
import { placeIn } from './place';

type Integration = Extract<Resource, { kind: 'integration' }>;

export const unknownIntegration = defineRule({
  code: 'unknown-integration',
  severity: 'error',
  docs: {
    what: 'A service integration is one that Step Functions has: service and action are in its list, letter case included.',
    why: 'Step Functions refuses others as "not recognized". What it has no integration of its own for can be called through the SDK: `arn:aws:states:::aws-sdk:dynamodb:query`.',
    bad: '{ "StartAt": "Find", "States": { "Find": { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:query", "Parameters": { "TableName": "Models" }, "End": true } } }',
    good: '{ "StartAt": "Find", "States": { "Find": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "Parameters": { "TableName": "Models" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html',
  },
  on: {
    Call(call, ctx) {
      if (call.by !== 'Task' || call.resource.kind !== 'integration') {
        return;
      }
      const { resource, text, editable } = call;
      const wrong = resource.sdk ? wrongSdkName(resource) : call.action ? undefined : wrongName(resource);
      if (wrong) {
        ctx.report({
          at: placeIn(call, { start: resource.service.span.start, end: resource.action.span.end }, ctx),
          message: wrong.message,
          fixes: editable ? wrong.names.map((name) => changeCall(editable, resource, name, wrong.names.length === 1 && wrong.certain)) : [],
          aws: {
            code: 'SCHEMA_VALIDATION_FAILED',
            message: `The resource provided ${text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`,
          },
        });
      }
    },
  },
});

interface Wrong {
  readonly message: string;
  /** What may have been meant, as `service:action`. */
  readonly names: readonly string[];
  readonly certain: boolean;
}

function wrongName({ service, action }: Integration): Wrong {
  const title = action.text === '' ? service.text : `${service.text}:${action.text}`;
  const known = Object.hasOwn(services, service.text) ? services[service.text] : undefined;
  if (known) {
    const names = nearest(action.text, Object.keys(known.actions)).map((name) => `${service.text}:${name}`);
    if (names.length > 0) {
      return { message: `There is no integration "${title}". Did you mean ${listed(names)}?`, names, certain: true };
    }
    // An action that is missing altogether is still being typed.
    if (known.sdk && /^[a-z]\w*$/.test(action.text)) {
      const sdk = `aws-sdk:${known.sdk}:${action.text}`;
      return { message: `Step Functions has no integration of its own for "${title}". Through the SDK it is "${sdk}".`, names: [sdk], certain: false };
    }
    return { message: `There is no integration "${title}". "${service.text}" has ${listed(Object.keys(known.actions), 'and')}.`, names: [], certain: false };
  }
  const names = nearest(service.text, Object.keys(services)).flatMap((name) => {
    const actions = Object.keys(services[name]?.actions ?? {});
    const meant = actions.includes(action.text) ? [action.text] : nearest(action.text, actions);
    return meant.map((each) => `${name}:${each}`);
  });
  return names.length > 0
    ? { message: `There is no integration "${title}". Did you mean ${listed(names.slice(0, 3))}?`, names: names.slice(0, 3), certain: true }
    : { message: `There is no integration with a service "${service.text}". Every API is there as "aws-sdk:service:action".`, names: [], certain: false };
}

/** Which services and actions there are is not known here; how their names are written is. */
function wrongSdkName({ service, action }: Integration): Wrong | undefined {
  const serviceName = service.text.toLowerCase().replace(/[^a-z\d]/g, '');
  const actionName = action.text.charAt(0).toLowerCase() + action.text.slice(1);
  if (service.text === serviceName && action.text === actionName && serviceName !== '' && actionName !== '') {
    return undefined;
  }
  if (serviceName === '' || !/^[a-z][a-zA-Z\d]*$/.test(actionName)) {
    return { message: 'An SDK integration names a service and an action: "arn:aws:states:::aws-sdk:s3:listBuckets".', names: [], certain: false };
  }
  const name = `aws-sdk:${serviceName}:${actionName}`;
  return { message: `An SDK integration names the service in lower case, and the action beginning so: "${name}".`, names: [name], certain: true };
}

function changeCall(node: StringNode, { sdk, service, action }: Integration, name: string, certain: boolean): Fix {
  const start = service.span.start - (sdk ? 'aws-sdk:'.length : 0);
  const fix = changeInside(node, { start, end: action.span.end }, name);
  return certain ? preferred(fix) : fix;
}
