import { longestRun } from '../../spec/workflow-types';
import { member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const ineffectiveMachineTimeout = defineRule({
  code: 'ineffective-machine-timeout',
  severity: 'warning',
  docs: {
    what: 'The `TimeoutSeconds` of the whole machine is at least a second, and at most a year, or five minutes for an Express workflow.',
    why: 'Step Functions stores 0 and more than a year too. But 0 gives a run no time at all, and then the run is ended anyway.',
    bad: '{ "StartAt": "Train", "TimeoutSeconds": 0, "States": { "Train": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Train", "TimeoutSeconds": 86400, "States": { "Train": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    Machine(machine, ctx) {
      const { kind, node } = machine;
      const timeout = kind === 'machine' ? member(node, 'TimeoutSeconds') : undefined;
      if (timeout?.kind !== 'number' || !Number.isInteger(timeout.value)) {
        return;
      }
      const type = ctx.workflowType(machine) ?? 'STANDARD';
      if (timeout.value === 0) {
        ctx.report({ at: timeout, message: 'A timeout of 0 seconds leaves a run no time to do anything.' });
      } else if (timeout.value > longestRun[type] && timeout.value <= 99_999_999) {
        ctx.report({ at: timeout, message: `This never comes to pass: ${type === 'EXPRESS' ? 'an Express run ends after five minutes' : 'a run ends after one year (31,536,000 seconds)'} anyway.` });
      }
    },
  },
});
