import { patternsOf } from '../../model/call';
import { processorOf } from '../../model/processor';
import { member, type StringNode } from '../../syntax/tree';
import { defineRule, type Fix } from '../rule';
import { placeIn } from './place';

export const unsupportedInExpressWorkflow = defineRule({
  code: 'unsupported-in-express-workflow',
  severity: 'error',
  docs: {
    what: 'An Express workflow, and the Express runs of a distributed map, wait neither for jobs nor for task tokens, and have no activities and no distributed maps.',
    why: 'Express runs last five minutes at the most and keep no record to come back to. Step Functions refuses the definition (SCHEMA_VALIDATION_FAILED).',
    bad: '{ "StartAt": "Score all", "States": { "Score all": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "score" }, "End": true } } }, "End": true } } }',
    good: '{ "StartAt": "Score all", "States": { "Score all": { "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Score", "States": { "Score": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "score" }, "End": true } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html',
  },
  on: {
    processor(part, ctx) {
      const mode = member(member(part.node, 'ProcessorConfig'), 'Mode');
      const outer = part.machine.owner?.machine;
      if (mode && outer && processorOf(part.node).mode === 'DISTRIBUTED' && ctx.workflowType(outer) === 'EXPRESS') {
        ctx.report({
          at: mode,
          message: 'An Express workflow can\'t have a distributed map.',
          aws: refusal('The field \'Mode\' with value \'DISTRIBUTED\' is not supported inside \'EXPRESS\' state machines'),
        });
      }
    },
    Call(call, ctx) {
      if (call.by !== 'Task' || ctx.workflowType(call.part.machine) !== 'EXPRESS') {
        return;
      }
      const { resource, node, editable } = call;
      if (resource.kind === 'activity') {
        ctx.report({ at: node, message: 'An Express workflow can\'t use activities.', aws: refusal('Express state machine does not support Activity ARN') });
        return;
      }
      // What the action does not have anywhere is `unknown-integration-pattern`'s business.
      const known = resource.kind === 'integration' && patternsOf(call)?.find((each) => each === resource.pattern.text);
      if (known) {
        const pattern = known === '.waitForTaskToken' ? known : '.sync';
        const start = resource.pattern.span.start;
        ctx.report({
          at: placeIn(call, resource.pattern.span, ctx),
          message: `An Express workflow can't wait ${pattern === '.sync' ? 'for a job to end' : 'for a task token'}: it has no "${pattern}".`,
          fixes: editable ? [removal(editable, start)] : [],
          aws: refusal(`Express state machine does not support '${pattern}' service integration${pattern === '.sync' ? '' : ' '}`),
        });
      }
    },
  },
});

function refusal(message: string): { readonly code: string; readonly message: string } {
  return { code: 'SCHEMA_VALIDATION_FAILED', message };
}

function removal(node: StringNode, start: number): Fix {
  return { title: `Remove "${node.value.slice(start)}"`, edit: (editor) => editor.setString(node, node.value.slice(0, start)) };
}
