import { defineRule } from '../rule';

export const unreachableState = defineRule({
  code: 'unreachable-state',
  severity: 'error',
  unnecessary: true,
  docs: {
    what: 'Every state can be reached from the `StartAt` of its scope.',
    why: 'A state that nothing leads to never runs, and Step Functions refuses the definition (MISSING_TRANSITION_TARGET). Usually a `Next` was renamed or removed and this state was forgotten.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" }, "Save": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Save" }, "Save": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html',
  },
  on: {
    Machine(machine, ctx) {
      // A transition to nowhere cuts off what stood behind it: `unknown-state` already says what is wrong. So does one that can't be read.
      const isCut = !machine.startAt?.target || machine.states.some(({ references }) => references.some(({ target }) => !target));
      const { reachable } = ctx.definition.flow(machine);
      if (isCut || machine.hasOpenNames || ctx.definition.tree.isOpen || reachable.size === 0) {
        return;
      }
      for (const state of machine.states) {
        if (!reachable.has(state) && machine.byName.get(state.name) === state) {
          ctx.report({
            at: state.nameNode,
            message: `Nothing leads to "${state.name}", so it never runs.`,
            aws: { code: 'MISSING_TRANSITION_TARGET', message: `State "${state.name}" is not reachable.` },
            fixes: [
              {
                title: `Remove state "${state.name}"`,
                edit: (editor) => {
                  editor.remove(state.property);
                },
              },
            ],
          });
        }
      }
    },
  },
});
