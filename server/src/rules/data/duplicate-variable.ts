import { defineRule } from '../rule';

export const duplicateVariable = defineRule({
  code: 'duplicate-variable',
  severity: 'error',
  docs: {
    what: 'A branch or an item processor does not assign a variable of a scope around it.',
    why: 'Inner states can read outer variables but not set them; Step Functions refuses the definition (DUPLICATE_VARIABLE_NAME).',
    bad: '{ "StartAt": "Set", "States": { "Set": { "Type": "Pass", "Assign": { "best": 0 }, "Next": "Both" }, "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "Try", "States": { "Try": { "Type": "Pass", "Assign": { "best": 1 }, "End": true } } }], "End": true } } }',
    good: '{ "StartAt": "Set", "States": { "Set": { "Type": "Pass", "Assign": { "best": 0 }, "Next": "Both" }, "Both": { "Type": "Parallel", "Branches": [{ "StartAt": "Try", "States": { "Try": { "Type": "Pass", "Assign": { "own": 1 }, "End": true } } }], "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html',
  },
  on: {
    Definition({ variables }, ctx) {
      for (const { name, key, machine } of variables.assignments) {
        const outer = variables.outer(name, machine);
        // A variable that the outer scope sets only afterwards, as in the state's own catcher, was seen to be accepted.
        const before = outer && machine.owner ? variables.at(machine.owner, name) : 'never';
        if (outer && (before === 'assigned' || before === 'maybe')) {
          ctx.report({
            at: key,
            message: `"${name}" is a variable of the scope around this one, and can only be read here.`,
            related: [{ at: outer.key, message: 'It is assigned here.' }],
            aws: { code: 'DUPLICATE_VARIABLE_NAME', message: `The variable name '${name}' was already defined in a parent scope.` },
          });
        }
      }
    },
  },
});
