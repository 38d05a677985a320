import type { State } from '../../model/machine';
import { stateTypes } from '../../spec/state-types';
import type { TreeEditor } from '../../syntax/editor';
import { member, property, type ObjectNode } from '../../syntax/tree';
import { defineRule, type AwsRefusal, type Fix, type RuleContext } from '../rule';

export const missingTransition = defineRule({
  code: 'missing-transition',
  severity: 'error',
  docs: {
    what: 'A Task, Pass, Wait, Parallel or Map state says what follows: by `Next`, or by `"End": true`.',
    why: 'Step Functions refuses a state with neither (SCHEMA_VALIDATION_FAILED). `"End": false` counts as nothing.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "End": true } } }',
    source: 'https://states-language.net/spec.html#transition',
  },
  on: {
    Machine({ states }, ctx) {
      for (const [index, state] of states.entries()) {
        check(state, states[index + 1], ctx);
      }
    },
  },
});

const aws: AwsRefusal = { code: 'SCHEMA_VALIDATION_FAILED', message: 'This object should have only one of the following fields: [Next, End]' };

function check({ type, node, name, nameNode }: State, below: State | undefined, ctx: RuleContext): void {
  if (!type || !node || node.isOpen || !stateTypes[type].transitions || property(node, 'Next')) {
    return;
  }
  const end = member(node, 'End');
  if (!property(node, 'End')) {
    ctx.report({ at: nameNode, message: `The state "${name}" does not say what follows. Give it a "Next", or "End": true.`, fixes: fixes(node, below), aws });
  } else if (end?.kind === 'boolean' && !end.value) {
    ctx.report({
      at: end,
      message: '"End": false is the same as no "End", and there is no "Next".',
      fixes: [
        {
          title: 'Change to true',
          edit: (editor) => {
            editor.setValue(end, true);
          },
        },
      ],
      aws,
    });
  }
}

/** The run ends, or goes on to the state that is written below. */
function fixes(node: ObjectNode, below: State | undefined): Fix[] {
  return [
    {
      title: 'Add "End": true',
      edit: (editor) => {
        editor.insert(node, 'End', true);
      },
    },
    ...(below
      ? [
          {
            title: `Add "Next": ${JSON.stringify(below.name)}`,
            edit: (editor: TreeEditor) => {
              editor.insert(node, 'Next', below.name);
            },
          },
        ]
      : []),
  ];
}
