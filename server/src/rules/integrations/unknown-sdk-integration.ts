import type { Call } from '../../model/call';
import { isSdkService, modelOfOptimized, rightName, sdkServices } from '../../services/catalog';
import type { Service } from '../../services/service';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeInside, preferredIfOnly } from '../fixes';
import { defineRule, type RuleContext } from '../rule';
import { placeIn } from './place';

export const unknownSdkIntegration = defineRule({
  code: 'unknown-sdk-integration',
  severity: 'warning',
  docs: {
    what: 'An AWS SDK integration names a service by the name that the AWS SDK for Java has for it, and an action that the service has and Step Functions can call.',
    why: 'Step Functions refuses others as "not recognized". The names differ from those of the command line: `cloudwatchlogs`, not `logs`. Services and actions that are newer than this list can be right, so it is a warning; where AWS no longer keeps up the model that the actions were read from, it is information.',
    bad: '{ "StartAt": "Write", "States": { "Write": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:logs:putLogEvents", "Parameters": { "LogGroupName": "training" }, "End": true } } }',
    good: '{ "StartAt": "Look", "States": { "Look": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:cloudwatchlogs:describeLogStreams", "Parameters": { "LogGroupName": "training" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html',
  },
  on: {
    Call(call, ctx) {
      const { by, resource } = call;
      // How the names are written is `unknown-integration`'s business: Step Functions was seen to refuse it.
      if (by !== 'Task' || resource.kind !== 'integration' || !resource.sdk || !/^[a-z\d]+$/.test(resource.service.text) || !/^[a-z]\w*$/.test(resource.action.text)) {
        return;
      }
      if (!isSdkService(resource.service.text)) {
        reportService(call, ctx);
        return;
      }
      const service = ctx.services.get(resource.service.text);
      if (service?.isUnsupported(resource.action.text)) {
        reportUnsupported(call, ctx);
      } else if (service && !service.action(resource.action.text)) {
        reportAction(call, service, ctx);
      }
    },
  },
});

type Integration = Extract<Call['resource'], { kind: 'integration' }>;

function reportService(call: Call, ctx: RuleContext): void {
  const { editable, resource } = call;
  const { service } = resource as Integration;
  const right = rightName(service.text);
  const names = right === undefined ? nearest(service.text, sdkServices) : [right];
  ctx.report({
    at: placeIn(call, service.span, ctx),
    message: `The AWS SDK integrations are not known to have a service "${service.text}".${names.length > 0 ? ` Did you mean ${listed(names)}?` : ''}`,
    fixes: editable ? preferredIfOnly(names.map((name) => changeInside(editable, service.span, name))) : [],
  });
}

function reportUnsupported(call: Call, ctx: RuleContext): void {
  const { editable, resource } = call;
  const { service, action } = resource as Integration;
  const own = `${service.text}:${action.text}`;
  const hasOwn = modelOfOptimized(own) !== undefined;
  ctx.report({
    at: placeIn(call, action.span, ctx),
    message: `Step Functions can't call "${action.text}" of "${service.text}" through the SDK.${hasOwn ? ` It has an integration of its own, "${own}".` : ''}`,
    fixes: hasOwn && editable ? [changeInside(editable, { start: service.span.start - 'aws-sdk:'.length, end: action.span.end }, own)] : [],
  });
}

function reportAction(call: Call, service: Service, ctx: RuleContext): void {
  const { editable, resource } = call;
  const { action, service: { text } } = resource as Integration;
  const { actionNames } = service;
  const same = actionNames.find((name) => name.toLowerCase() === action.text.toLowerCase());
  const names = same === undefined ? nearest(action.text, actionNames) : [same];
  ctx.report({
    at: placeIn(call, action.span, ctx),
    ...(service.isOld && { severity: 'info' }),
    message: `"${text}" is not known to have an action "${action.text}".${names.length > 0 ? ` Did you mean ${listed(names)}?` : ''}`,
    fixes: editable ? preferredIfOnly(names.map((name) => changeInside(editable, action.span, name))) : [],
  });
}
