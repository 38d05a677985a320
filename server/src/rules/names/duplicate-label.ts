import { member, type StringNode } from '../../syntax/tree';
import { defineRule } from '../rule';

export const duplicateLabel = defineRule({
  code: 'duplicate-label',
  severity: 'error',
  docs: {
    what: 'The `Label` of each Map state is there once in the whole definition.',
    why: 'Step Functions tells the runs of the maps apart by it, and refuses two that are the same (DUPLICATE_LABEL_NAME).',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Label": "files", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "Next": "Check" }, "Check": { "Type": "Map", "Label": "files", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Each", "States": { "Each": { "Type": "Pass", "End": true } } }, "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Map", "Label": "files", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } }, "Next": "Check" }, "Check": { "Type": "Map", "Label": "checks", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Each", "States": { "Each": { "Type": "Pass", "End": true } } }, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  },
  on: {
    Machine({ kind }, ctx) {
      if (kind !== 'machine') {
        return;
      }
      const seen = new Map<string, { label: StringNode; name: string }>();
      for (const { type, node, name } of ctx.definition.states) {
        const label = type === 'Map' ? member(node, 'Label') : undefined;
        if (label?.kind !== 'string' || label.value === '') {
          continue;
        }
        const other = seen.get(label.value);
        if (other) {
          ctx.report({
            at: label,
            message: `"${label.value}" is the label of "${other.name}" already.`,
            related: [{ at: other.label, message: 'The other one is here.' }],
            aws: { code: 'DUPLICATE_LABEL_NAME', message: `Duplicate Label name: ${label.value}` },
          });
        } else {
          seen.set(label.value, { label, name });
        }
      }
    },
  },
});
