import { defineRule } from '../rule';

export const missingTerminalState = defineRule({
  code: 'missing-terminal-state',
  severity: 'error',
  docs: {
    what: 'At least one state of the machine ends the run: by `"End": true`, or as a `Succeed` or `Fail`.',
    why: 'Without one no run could ever finish, and Step Functions refuses the definition (MISSING_END_STATE).',
    bad: '{ "StartAt": "Poll", "States": { "Poll": { "Type": "Wait", "Seconds": 30, "Next": "Ask" }, "Ask": { "Type": "Pass", "Next": "Poll" } } }',
    good: '{ "StartAt": "Poll", "States": { "Poll": { "Type": "Wait", "Seconds": 30, "Next": "Ask" }, "Ask": { "Type": "Pass", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  },
  on: {
    Machine(machine, ctx) {
      const { statesProperty, states } = machine;
      // A state whose transition has not been typed yet may well be the one that ends the run, and so may one that is named but not there.
      const undecided =
        machine.hasOpenNames ||
        ctx.definition.tree.isOpen ||
        states.some(({ type, references, ends }) => type === undefined || (references.length === 0 && !ends) || references.some(({ target }) => !target));
      if (machine.kind === 'machine' && statesProperty && states.length > 0 && !undecided && !states.some((state) => state.ends)) {
        ctx.report({ at: statesProperty.key, message: 'No state ends the run, so it could never finish. Give one "End": true, or add a Succeed state.', aws: { code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' } });
      }
    },
  },
});
