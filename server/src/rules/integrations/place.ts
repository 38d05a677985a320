// Where the rules on calls point at: the part of the ARN that is wrong.
import type { Call } from '../../model/call';
import type { Span } from '../../text/span';
import type { Finding, RuleContext } from '../rule';

/** The way of waiting at the end of the resource. */
export function patternOf(call: Call, ctx: RuleContext): Finding['at'] {
  return call.resource.kind === 'integration' ? placeIn(call, call.resource.pattern.span, ctx) : call.node;
}

/** A part of the resource; the whole where a deployment fills something in, or the part is not there. */
export function placeIn({ node, editable }: Call, part: Span, ctx: RuleContext): Finding['at'] {
  return editable && part.end > part.start ? ctx.definition.inside(editable, part) : node;
}
