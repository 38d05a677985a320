import type { Member, Step } from '../../expressions/jsonpath/tree';
import type { Site } from '../../model/sites';
import { missingContextMember } from '../../spec/context-object';
import { nearest } from '../../text/nearest';
import type { Span } from '../../text/span';
import { listed } from '../../text/words';
import type { RuleContext } from '../rule';
import { changeInside } from '../fixes';
import { defineRule } from '../rule';

export const unknownContextMember = defineRule({
  code: 'unknown-context-member',
  severity: 'warning',
  docs: {
    what: 'Only members of the context object are read that it has.',
    why: 'A path to any other leads nowhere, and the run fails when the state is entered.',
    bad: '{ "StartAt": "Score", "States": { "Score": { "Type": "Pass", "InputPath": "$$.Execution.Nam", "End": true } } }',
    good: '{ "StartAt": "Score", "States": { "Score": { "Type": "Pass", "InputPath": "$$.Execution.Name", "End": true } } }',
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html',
  },
  on: {
    Path({ site, paths }, ctx) {
      for (const { root, steps } of paths) {
        if (root.kind === 'context') {
          check(plainNames(steps), site, ctx);
        }
      }
    },
    Jsonata({ site, expression }, ctx) {
      for (const { node, boundBy, fields: [first, ...fields] } of expression.references.variables) {
        if (node.name === 'states' && !boundBy && first?.name === 'context') {
          check(fields, site, ctx);
        }
      }
    },
  },
});

interface Named {
  readonly name: string;
  readonly span: Span;
}

/** The members that a path names one by one from its root. */
function plainNames(steps: readonly Step[]): Named[] {
  const end = steps.findIndex(({ kind }) => kind !== 'member');
  return (end < 0 ? steps : steps.slice(0, end)).map((step) => ({ name: (step as Member).name, span: (step as Member).nameSpan }));
}

function check(fields: readonly Named[], site: Site, ctx: RuleContext): void {
  const unknown = missingContextMember(fields.map(({ name }) => name));
  const field = unknown && fields[unknown.index];
  if (!unknown || !field) {
    return;
  }
  const near = nearest(field.name, unknown.among, 1);
  ctx.report({
    at: ctx.definition.inside(site.node, field.span),
    message: `The context object has no "${field.name}" here. ${near.length > 0 ? `Did you mean ${listed(near)}?` : `It has ${listed(unknown.among, 'and')}.`}`,
    fixes: near.map((name) => changeInside(site.node, field.span, name)),
  });
}
