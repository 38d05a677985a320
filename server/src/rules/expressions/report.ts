// What the rules on paths and intrinsic functions share: showing the parser's problems inside the string.
import type { Finding, PathProblem, RuleContext } from '../rule';

/** A rule's `on` for problems with these codes. */
export function onProblems(...codes: readonly string[]): { readonly PathProblem: (found: PathProblem, ctx: RuleContext) => void } {
  return {
    PathProblem(found, ctx) {
      if (codes.includes(found.problem.code)) {
        ctx.report(asFinding(found, ctx));
      }
    },
  };
}

/** The problem at its place in the source. */
export function asFinding({ problem, site }: PathProblem, ctx: RuleContext): Finding {
  return { at: ctx.definition.inside(site.node, problem.span), message: problem.message };
}
