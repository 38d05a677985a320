import { calledAction } from '../../analysis/called-action';
import { firstOf, namesOf } from '../../model/call';
import { emptyValue } from '../../services/empty-value';
import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const missingRequest = defineRule({
  code: 'missing-request',
  severity: 'warning',
  docs: {
    what: 'A call whose action needs something says it, in `Parameters` or, in JSONata, in `Arguments`.',
    why: 'The state\'s input is not sent in its place. Step Functions has been seen to refuse this, and to accept it; the run fails in any case.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "score", "Payload.$": "$" }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html',
  },
  on: {
    Call(call, ctx) {
      // The field of the other query language is `unknown-field`'s business.
      const { action, argumentsField, part } = call;
      if (part.languageInDoubt || property(part.node, 'Parameters') || property(part.node, 'Arguments')) {
        return;
      }
      const called = calledAction(call, ctx.services);
      const input = called?.action.input;
      const refused = action?.required ?? [];
      const required = refused.length > 0 ? refused : (input?.required.map(({ name }) => name) ?? []);
      if (required.length === 0) {
        return;
      }
      const empty = Object.fromEntries(required.map((each) => [firstOf(each), emptyValue(input?.members.get(firstOf(each))?.shape)]));
      ctx.report({
        at: call.node,
        ...(refused.length === 0 && called?.service.isOld && { severity: 'info' }),
        message: `"${call.title}" needs "${argumentsField}" with ${namesOf(required)}; without, the run fails.`,
        fixes: [{ title: `Add "${argumentsField}"`, edit: (editor) => editor.insert(part.node, argumentsField, empty) }],
        aws: { code: 'SCHEMA_VALIDATION_FAILED', message: `${argumentsField} field is required for resource ARN: ${call.text}` },
      });
    },
  },
});
