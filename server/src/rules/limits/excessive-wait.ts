import { longestRun } from '../../spec/workflow-types';
import { member } from '../../syntax/tree';
import { defineRule } from '../rule';

export const excessiveWait = defineRule({
  code: 'excessive-wait',
  severity: 'warning',
  docs: {
    what: 'A Wait is shorter than a run can last: a year, or five minutes in an Express workflow.',
    why: 'Step Functions accepts it, and ends the run before the wait is over.',
    bad: '{ "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 99999999, "End": true } } }',
    good: '{ "StartAt": "Rest", "States": { "Rest": { "Type": "Wait", "Seconds": 86400, "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    Wait({ node, machine }, ctx) {
      const seconds = member(node, 'Seconds');
      if (seconds?.kind !== 'number') {
        return;
      }
      const workflowType = ctx.workflowType(machine);
      if (seconds.value > longestRun[workflowType ?? 'STANDARD']) {
        ctx.report({
          at: seconds,
          message: workflowType === 'EXPRESS' ? 'An Express run ends after 300 seconds, so this wait never will.' : 'A run ends after a year, 31536000 seconds, so this wait never will.',
        });
      }
    },
  },
});
