import { forbiddenHeaders, httpMethods } from '../../spec/integrations';
import { member, property, type Node } from '../../syntax/tree';
import { listed } from '../../text/words';
import { changeTo, preferred } from '../fixes';
import { defineRule, type RuleContext } from '../rule';

export const unusableHttpRequest = defineRule({
  code: 'unusable-http-request',
  severity: 'warning',
  docs: {
    what: 'An HTTP task uses a method that it can, in capitals, and sets none of the headers that are not its to set.',
    why: 'Step Functions accepts the definition, and the run fails when it comes to the request. What authorizes the request belongs into the connection.',
    bad: '{ "StartAt": "Fetch", "States": { "Fetch": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://example.com/models", "Method": "GET", "Headers": { "Authorization": "x" }, "InvocationConfig": { "ConnectionArn.$": "$.connection" } }, "End": true } } }',
    good: '{ "StartAt": "Fetch", "States": { "Fetch": { "Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": { "ApiEndpoint": "https://example.com/models", "Method": "GET", "Headers": { "Accept": "application/json" }, "InvocationConfig": { "ConnectionArn.$": "$.connection" } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
  },
  on: {
    Call(call, ctx) {
      if (call.title === 'http:invoke') {
        checkMethod(member(call.arguments?.value, 'Method'), ctx);
        checkHeaders(member(call.arguments?.value, 'Headers'), ctx);
      }
    },
  },
});

function checkMethod(method: Node | undefined, ctx: RuleContext): void {
  if (method?.kind !== 'string' || method.value === '' || /^\{%|\$\{/.test(method.value) || httpMethods.includes(method.value)) {
    return;
  }
  const meant = method.value.toUpperCase();
  ctx.report({
    at: method,
    message: `"${method.value}" is not a method of HTTP tasks. There are ${listed(httpMethods, 'and')}.`,
    fixes: httpMethods.includes(meant) ? [preferred(changeTo(method, meant))] : [],
  });
}

function checkHeaders(headers: Node | undefined, ctx: RuleContext): void {
  for (const { key } of headers?.kind === 'object' ? headers.properties : []) {
    const name = key.value.toLowerCase().replace(/\.\$$/, '');
    if (forbiddenHeaders.some((each) => (each.endsWith('-') ? name.startsWith(each) : name === each))) {
      const header = property(headers, key.value);
      ctx.report({
        at: key,
        message: `An HTTP task can't set the header "${key.value.replace(/\.\$$/, '')}", and fails in the run.`,
        ...(header && { fixes: [{ title: `Remove "${key.value}"`, edit: (editor) => editor.remove(header) }] }),
      });
    }
  }
}
