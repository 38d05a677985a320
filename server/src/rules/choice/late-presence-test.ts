import { conjuncts } from '../../model/choice';
import { defineRule } from '../rule';

export const latePresenceTest = defineRule({
  code: 'late-presence-test',
  severity: 'warning',
  docs: {
    what: 'In an `And`, `IsPresent` comes before the tests of the same path.',
    why: 'Tests are tried in order, and all but `IsPresent` fail the run where nothing stands at their path. Behind them, `IsPresent` protects nothing.',
    bad: '{ "StartAt": "Good?", "States": { "Good?": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.f1", "NumericGreaterThan": 0.9 }, { "Variable": "$.f1", "IsPresent": true }], "Next": "Deploy" }], "Default": "Stop" }, "Deploy": { "Type": "Succeed" }, "Stop": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Good?", "States": { "Good?": { "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.f1", "IsPresent": true }, { "Variable": "$.f1", "NumericGreaterThan": 0.9 }], "Next": "Deploy" }], "Default": "Stop" }, "Deploy": { "Type": "Succeed" }, "Stop": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html',
  },
  on: {
    Test({ part: { node }, kinds }, ctx) {
      const list = kinds.find(({ key }) => key.value === 'And')?.value;
      if (list?.kind !== 'array') {
        return;
      }
      const tested = new Map<string, string>();
      for (const { path, name, operand, operator, node: test } of conjuncts(node)) {
        const earlier = tested.get(path);
        if (name !== 'IsPresent') {
          tested.set(path, earlier ?? name);
        } else if (earlier !== undefined && operand.kind === 'boolean' && operand.value) {
          ctx.report({
            at: operator.key,
            message: `"${path}" is tested by "${earlier}" before: where it is missing, the run has failed by then.`,
            fixes: [
              {
                title: 'Move it to the front',
                preferred: true,
                edit: (editor) => {
                  editor.reorder(list, [test, ...list.items.filter((item) => item !== test)]);
                },
              },
            ],
          });
        }
      }
    },
  },
});
