import type { State } from '../../model/machine';
import { defineRule } from '../rule';

export const duplicateState = defineRule({
  code: 'duplicate-state',
  severity: 'error',
  docs: {
    what: 'A state\'s name is there once in the whole definition, branches and item processors counted.',
    why: 'Step Functions refuses a name that stands in two scopes (DUPLICATE_STATE_NAME). Of two states with one name in the same scope, only the last would be read, and the other lost without a word.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "End": true }, "Train": { "Type": "Pass", "End": true } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Save" }, "Save": { "Type": "Pass", "End": true } } }',
    source: 'https://states-language.net/spec.html#toplevelfields',
  },
  on: {
    Machine(machine, ctx) {
      // Where the notation is broken, what seems to be a state may be a field.
      const isUnique = machine.byName.size === machine.states.length && ctx.definition.machines.length === 1;
      if (machine.kind !== 'machine' || isUnique || ctx.definition.tree.isOpen) {
        return;
      }
      const first = new Map<string, State>();
      for (const state of ctx.definition.states) {
        const other = first.get(state.name);
        if (!other) {
          first.set(state.name, state);
          continue;
        }
        const consequence = other.machine === state.machine ? 'only the last of them is read' : 'a name has to be unique in the whole machine';
        ctx.report({
          at: state.nameNode,
          message: `There is another state "${state.name}": ${consequence}.`,
          related: [{ at: other.nameNode, message: 'The other one is here.' }],
          ...(other.machine !== state.machine && { aws: { code: 'DUPLICATE_STATE_NAME', message: `Duplicate State name: ${state.name}` } }),
        });
      }
    },
  },
});
