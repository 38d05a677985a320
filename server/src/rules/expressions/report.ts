// What the rules on expressions share: showing the parsers' problems inside the string.
import { hasSubstitution, type ExpressionProblem } from '../../expressions/problem';
import type { PathSite, Site } from '../../model/sites';
import type { AwsRefusal, Fix, RuleContext } from '../rule';

/** Reports those problems of a path or an intrinsic function that have one of the codes. */
export function reportProblems(
  site: PathSite,
  ctx: RuleContext,
  codes: readonly string[],
  more: (problem: ExpressionProblem) => { readonly aws?: AwsRefusal; readonly fixes?: readonly Fix[] } = () => ({}),
): void {
  if (isUnfinished(site)) {
    return;
  }
  for (const problem of ctx.document.pathExpression(site).problems) {
    if (codes.includes(problem.code)) {
      ctx.report({ at: ctx.document.inside(site.node, problem.span), message: problem.message, ...more(problem) });
    }
  }
}

/** True where a deployment fills something in: nothing certain can be said about the rest. */
export function isUnfinished({ node }: Site): boolean {
  return hasSubstitution(node.value);
}

/** A rule's `on` for problems with these codes. */
export function onProblems(...codes: readonly string[]): { readonly Site: (site: Site, ctx: RuleContext) => void } {
  return {
    Site(site, ctx) {
      if (site.form === 'path') {
        reportProblems(site, ctx, codes);
      }
    },
  };
}
