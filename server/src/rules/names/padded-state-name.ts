import type { State } from '../../model/machine';
import { defineRule, type Fix } from '../rule';

export const paddedStateName = defineRule({
  code: 'padded-state-name',
  severity: 'warning',
  docs: {
    what: 'No state\'s name begins or ends with white space, or holds a control character.',
    why: 'Names are compared letter by letter, so `Next` has to repeat what nobody can see. It is a slip that the next reader falls over.',
    bad: '{ "StartAt": "Train ", "States": { "Train ": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#toplevelfields',
  },
  on: {
    State(state, ctx) {
      const { name, nameNode, machine } = state;
      if (!padding.test(name)) {
        return;
      }
      const clean = name.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim();
      if (clean !== name && clean !== '') {
        const where = name.trim() === name ? 'holds a control character' : name.trimStart() === name ? 'ends with white space' : 'begins with white space';
        ctx.report({
          at: nameNode,
          message: `This name ${where}, which is easily missed.`,
          fixes: machine.byName.has(clean) ? [] : [rename(state, clean)],
        });
      }
    },
  },
});

const padding = /^\s|\s$|[\u0000-\u001f\u007f]/;

/** The state and all places that name it. */
function rename({ name, nameNode, machine }: State, clean: string): Fix {
  return {
    title: `Change to "${clean}" everywhere`,
    preferred: true,
    edit: (editor) => {
      editor.setString(nameNode, clean);
      for (const reference of [machine.startAt, ...machine.states.flatMap(({ references }) => references)]) {
        if (reference?.name === name) {
          editor.setString(reference.node, clean);
        }
      }
    },
  };
}
