import type { ObjectNode } from '../../syntax/tree';
import { changeTo, preferred } from '../fixes';
import { defineRule, type Fix, type RuleContext } from '../rule';
import { alternativesOf, firstOf, namesOf, type Call } from '../../model/call';

export const missingArgument = defineRule({
  code: 'missing-argument',
  severity: 'error',
  docs: {
    what: 'A call has the request fields that its action can\'t do without, as `Parameters` or, in JSONata, `Arguments`.',
    why: 'Step Functions checks them and refuses the definition (SCHEMA_VALIDATION_FAILED); what it does not check, the service refuses in the run. A field whose name ends in `.$` counts too.',
    bad: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "MessageBody": "Is it good?" }, "End": true } } }',
    good: '{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl.$": "$.queue", "MessageBody": "Is it good?" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  },
  on: {
    Call(call, ctx) {
      if (!call.action || call.action.required.length === 0) {
        return;
      }
      const given = call.arguments?.value;
      if (given?.kind === 'object') {
        reportMissing(call, call.action.required, given, ctx);
      }
    },
  },
});

type Required = NonNullable<Call['action']>['required'];

function reportMissing(call: Call, required: Required, given: ObjectNode, ctx: RuleContext): void {
  const there = new Set(given.properties.map(({ key }) => key.value.replace(/\.\$$/, '')));
  const missing = required.filter((each) => !alternativesOf(each).some((name) => there.has(name)));
  const [first] = missing;
  if (first === undefined || !call.arguments) {
    return;
  }
  const misspelled = missing.length === 1 ? given.properties.find(({ key }) => key.value.replace(/\.\$$/, '').toLowerCase() === firstOf(first).toLowerCase()) : undefined;
  const right = misspelled && firstOf(first) + (misspelled.key.value.endsWith('.$') ? '.$' : '');
  ctx.report({
    at: misspelled ? misspelled.key : call.arguments.key,
    message: right ? `"${call.title}" knows this field as "${right}".` : `"${call.title}" needs ${namesOf(missing)}.`,
    fixes:
      misspelled && right
        ? [preferred(changeTo(misspelled.key, right))]
        : missing.map((each) => insert(given, firstOf(each), '')),
    aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `The field '${firstOf(first)}' is required but was missing` },
  });
}

function insert(object: ObjectNode, name: string, value: unknown): Fix {
  return {
    title: `Add "${name}"`,
    edit: (editor) => {
      editor.insert(object, name, value);
    },
  };
}
