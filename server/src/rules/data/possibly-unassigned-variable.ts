import { defineRule } from '../rule';

export const possiblyUnassignedVariable = defineRule({
  code: 'possibly-unassigned-variable',
  severity: 'warning',
  docs: {
    what: 'A variable that is read has been assigned on every way to the state.',
    why: 'On a way that passes by its `Assign` it has no value, and the run fails when the state reads it.',
    bad: '{ "StartAt": "Pick", "States": { "Pick": { "Type": "Choice", "Choices": [{ "Variable": "$.best", "IsPresent": true, "Next": "Set" }], "Default": "Use" }, "Set": { "Type": "Pass", "Assign": { "best.$": "$.best" }, "Next": "Use" }, "Use": { "Type": "Pass", "InputPath": "$best", "End": true } } }',
    good: '{ "StartAt": "Pick", "States": { "Pick": { "Type": "Choice", "Choices": [{ "Variable": "$.best", "IsPresent": true, "Next": "Set" }], "Assign": { "best": 0 }, "Default": "Use" }, "Set": { "Type": "Pass", "Assign": { "best.$": "$.best" }, "Next": "Use" }, "Use": { "Type": "Pass", "InputPath": "$best", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  },
  on: {
    VariableRead({ name, site, within }, ctx) {
      const { variables } = ctx.definition;
      const { state } = site.part;
      if (state && !ctx.definition.tree.isOpen && variables.at(state, name) === 'maybe') {
        ctx.report({ at: ctx.definition.inside(site.node, within), message: `$${name} is not assigned on every way to this state.` });
      }
    },
  },
});
