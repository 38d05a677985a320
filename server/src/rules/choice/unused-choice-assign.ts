import { property } from '../../syntax/tree';
import { defineRule } from '../rule';

export const unusedChoiceAssign = defineRule({
  code: 'unused-choice-assign',
  severity: 'warning',
  docs: {
    what: '`Assign` and `Output` of a Choice state itself stand beside a `Default`.',
    why: 'They are for the way by `Default` alone. When a rule holds, its own `Assign` and `Output` count, so without `Default` those of the state never do.',
    bad: '{ "StartAt": "Go?", "States": { "Go?": { "Type": "Choice", "Assign": { "tries": 1 }, "Choices": [{ "Variable": "$.go", "BooleanEquals": true, "Next": "Train" }, { "Variable": "$.go", "BooleanEquals": false, "Next": "Stop" }] }, "Train": { "Type": "Succeed" }, "Stop": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Go?", "States": { "Go?": { "Type": "Choice", "Assign": { "tries": 1 }, "Choices": [{ "Variable": "$.go", "BooleanEquals": true, "Next": "Train" }], "Default": "Stop" }, "Train": { "Type": "Succeed" }, "Stop": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  },
  on: {
    Choice({ node }, ctx) {
      if (property(node, 'Default') || !property(node, 'Choices')) {
        return;
      }
      for (const name of ['Assign', 'Output']) {
        const field = property(node, name);
        if (field) {
          ctx.report({ at: field.key, message: `This "${name}" is for the way by "Default", and there is none. Rules have their own.` });
        }
      }
    },
  },
});
