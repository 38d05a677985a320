import type { Variables } from '../../analysis/variables';
import { nearest } from '../../text/nearest';
import { listed } from '../../text/words';
import { changeInside } from '../fixes';
import { defineRule } from '../rule';

export const unknownVariable = defineRule({
  code: 'unknown-variable',
  severity: 'warning',
  docs: {
    what: 'A variable that is read is assigned in the scope, or in one around it.',
    why: 'Step Functions stores the definition, and the run fails when the state reads a variable that nothing has set. What a branch, an iteration or the state itself assigns is not there.',
    bad: '{ "StartAt": "Set", "States": { "Set": { "Type": "Pass", "Assign": { "best": 1 }, "Next": "Use" }, "Use": { "Type": "Pass", "InputPath": "$bset", "End": true } } }',
    good: '{ "StartAt": "Set", "States": { "Set": { "Type": "Pass", "Assign": { "best": 1 }, "Next": "Use" }, "Use": { "Type": "Pass", "InputPath": "$best", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  },
  on: {
    VariableRead({ name, site, within }, ctx) {
      const { variables } = ctx.definition;
      const { machine, state } = site.part;
      if (!state || ctx.definition.tree.isOpen || variables.at(state, name) !== 'never') {
        return;
      }
      const names = variables.namesIn(machine);
      const near = nearest(name, names).filter((each) => each !== name);
      ctx.report({
        at: ctx.definition.inside(site.node, within),
        message: `${why(name, names.includes(name), near, variables)}${near.length > 0 && !names.includes(name) ? ` Did you mean ${listed(near.map((each) => `$${each}`))}?` : ''}`,
        fixes: near.map((each) => changeInside(site.node, within, `$${each}`)),
      });
    },
  },
});

function why(name: string, isKnown: boolean, near: readonly string[], variables: Variables): string {
  if (isKnown) {
    return `$${name} has no value here yet: what assigns it comes later. A state's own "Assign" is there for the next state.`;
  }
  return near.length === 0 && variables.assignments.some((assignment) => assignment.name === name)
    ? `$${name} does not exist here: it ends with the branch or the item processor that assigns it.`
    : `Nothing assigns $${name}.`;
}
