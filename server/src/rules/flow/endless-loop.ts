import { closedLoops } from '../../analysis/loops';
import type { State } from '../../model/machine';
import { listed } from '../../text/words';
import { defineRule } from '../rule';

/** A longer loop is told by so many of its states. */
const mostListed = 4;

export const endlessLoop = defineRule({
  code: 'endless-loop',
  severity: 'warning',
  docs: {
    what: 'From every state some way leads to an end.',
    why: 'A run that comes into a loop without a way out goes round until it times out, or fails after 25,000 events. Most often one transition names the wrong state, or a Choice is missing.',
    bad: '{ "StartAt": "Done?", "States": { "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.done", "BooleanEquals": true, "Next": "Deploy" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 30, "Next": "Ask" }, "Ask": { "Type": "Pass", "Next": "Wait" }, "Deploy": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Done?", "States": { "Done?": { "Type": "Choice", "Choices": [{ "Variable": "$.done", "BooleanEquals": true, "Next": "Deploy" }], "Default": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 30, "Next": "Ask" }, "Ask": { "Type": "Pass", "Next": "Done?" }, "Deploy": { "Type": "Succeed" } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html',
  },
  on: {
    Machine(machine, ctx) {
      // Where nothing at all ends the run, `missing-terminal-state` says so. Where not all can be read, neither can the ways out.
      if (ctx.definition.tree.isOpen) {
        return;
      }
      if (machine.kind === 'machine' && !machine.states.some((state) => state.ends)) {
        return;
      }
      for (const loop of closedLoops(machine, ctx.definition.flow(machine))) {
        const [first, ...others] = loop;
        if (first) {
          const own = others.length === 0 ? first.references[0] : undefined;
          ctx.report({
            at: own?.node ?? first.nameNode,
            message: `${told(loop)}: what comes here never ends.`,
            related: others.slice(0, mostListed).map((state) => ({ at: state.nameNode, message: `"${state.name}" is part of the loop.` })),
          });
        }
      }
    },
  },
});

function told(loop: readonly State[]): string {
  const names = loop.map(({ name }) => name);
  if (names.length === 1) {
    return `"${names[0] ?? ''}" leads to nothing but itself`;
  }
  return names.length > mostListed
    ? `${listed(names.slice(0, mostListed - 1), 'and')} and ${String(names.length - mostListed + 1)} more states lead to nothing but each other`
    : `${listed(names, 'and')} lead to nothing but each other`;
}
