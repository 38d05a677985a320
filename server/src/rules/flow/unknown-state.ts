import type { Reference, StateMachine } from '../../model/machine';
import { property } from '../../syntax/tree';
import { listed } from '../../text/words';
import { changeTo, preferredIfOnly } from '../fixes';
import { defineRule, type Fix, type RuleContext } from '../rule';

/** So many names are told where none is near; a longer list would hide the message. */
const mostListed = 5;

export const unknownState = defineRule({
  code: 'unknown-state',
  severity: 'error',
  docs: {
    what: '`StartAt`, `Next` and `Default` name a state of their own scope.',
    why: 'Step Functions refuses a definition with a transition to nowhere (MISSING_TRANSITION_TARGET). Names are compared letter by letter, and no transition crosses the border of a branch or an item processor.',
    bad: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Savee" }, "Save": { "Type": "Succeed" } } }',
    good: '{ "StartAt": "Train", "States": { "Train": { "Type": "Pass", "Next": "Save" }, "Save": { "Type": "Succeed" } } }',
    source: 'https://states-language.net/spec.html#transition',
  },
  on: {
    Reference(reference, ctx) {
      const { name, node, scope, target, isOpen } = reference;
      // Where "States" holds no states at all, that is told there.
      if (target || isOpen || scope.hasOpenNames || scope.statesProperty?.value?.kind !== 'object') {
        return;
      }
      const near = nearby(reference, ctx);
      const elsewhere = ctx.definition.stateNamed(name);
      const aws = { code: 'MISSING_TRANSITION_TARGET', message: `Missing 'Next' target: ${name}` };
      if (elsewhere) {
        ctx.report({
          at: node,
          message: `"${name}" is not in the same scope: a transition can't cross the border of ${border(reference, elsewhere.machine)}.`,
          related: [{ at: elsewhere.nameNode, message: `"${name}" is here.` }],
          fixes: [...endHere(reference), ...fixes(reference, near)],
          aws,
        });
        return;
      }
      ctx.report({ at: node, message: missing(reference, near), fixes: near.length > 0 ? fixes(reference, near) : createFix(reference), aws });
    },
  },
});

/** A state inside a branch or an item processor that means to go on behind it: the branch ends there, and its owner goes on. */
function endHere({ kind, scope, from, node }: Reference): Fix[] {
  const own = property(from?.node, 'Next');
  return kind === 'Next' && scope.kind !== 'machine' && own
    ? [
        {
          title: 'Change to "End": true',
          edit: (editor) => {
            editor.setString(own.key, 'End');
            editor.setValue(node, true);
          },
        },
      ]
    : [];
}

function createFix({ name, scope }: Reference): Fix[] {
  const states = scope.statesProperty?.value;
  return name !== '' && states?.kind === 'object'
    ? [
        {
          title: `Create state "${name}"`,
          edit: (editor) => {
            editor.insert(states, name, { Type: 'Pass', End: true });
          },
        },
      ]
    : [];
}

function border({ scope }: Reference, other: StateMachine): string {
  const crossed = scope.kind === 'machine' ? other : scope;
  return crossed.kind === 'branch' ? 'a branch' : 'an item processor';
}

function missing(reference: Reference, near: readonly string[]): string {
  const { name, scope } = reference;
  const known = near.length > 0 ? [] : candidates(reference);
  const some = known.slice(0, mostListed);
  if (name === '') {
    return `A state's name is missing here${some.length > 0 ? `, such as ${listed(some)}` : ''}.`;
  }
  const where = { machine: 'in this state machine', branch: 'in this branch', processor: 'in this item processor' }[scope.kind];
  const rest = known.length > mostListed ? `${some.map((each) => `"${each}"`).join(', ')} and others` : listed(some, 'and');
  const hint = near.length > 0 ? `Did you mean ${listed(near)}?` : rest === '' ? 'There is no other state yet.' : `It has ${rest}.`;
  return `There is no state "${name}" ${where}. ${hint}`;
}

/** States that could be meant; no more than can be told. */
function candidates(reference: Reference): string[] {
  const found: string[] = [];
  for (const name of reference.scope.byName.keys()) {
    if (canFollow(reference, name) && found.push(name) > mostListed) {
      break;
    }
  }
  return found;
}

/** A state leads to itself only on purpose, by a choice rule or a catcher. */
function canFollow({ from, kind }: Reference, name: string): boolean {
  return name !== from?.name || kind === 'choice rule' || kind === 'catcher';
}

function nearby(reference: Reference, ctx: RuleContext): string[] {
  return reference.name === '' ? [] : ctx.definition.nearStates(reference.scope).near(reference.name, undefined, (name) => canFollow(reference, name));
}

function fixes({ node }: Reference, near: readonly string[]): readonly Fix[] {
  return preferredIfOnly(near.map((name) => changeTo(node, name)));
}
