// What a cursor or a selection means: which state, which states, which scope.
import type { Definition } from '../../analysis/definition';
import type { State, StateMachine } from '../../model/machine';
import { isFlow, lineEnd, lineStart, ownIndent, trimmed } from '../../syntax/layout';
import { touches, type Span } from '../../text/span';
import type { Selection } from './refactoring';

/** The selection in a definition; `undefined` while that holds no machine. */
export function selectionIn(definition: Definition, span: Span, canMakeFiles: boolean): Selection | undefined {
  const { machines, machine: outermost } = definition;
  if (!outermost) {
    return undefined;
  }
  const state = definition.states.findLast((each) => touches(extentOf(definition, each), span.start));
  const inside = machines.findLast(({ node }) => touches(trimmed(definition.text, node.span), span.start));
  return { definition, span, state, machine: inside ?? outermost, states: touched(definition, outermost, span), canMakeFiles };
}

/** The lines that a state stands on, or its letters where others share its lines. */
export function extentOf({ tree }: Definition, { property }: State): Span {
  const { text } = tree;
  const { start, end } = trimmed(text, property.span);
  const begin = ownIndent(text, start) === undefined ? start : lineStart(text, start);
  return { start: begin, end: isFlow(tree, property.parent) ? end : lineEnd(text, end) };
}

/** The outermost states that a selection touches, unless it lies inside one that has scopes in which it touches others. */
function touched(definition: Definition, machine: StateMachine, span: Span): readonly State[] {
  const isEmpty = span.start === span.end;
  const states = machine.states.filter((state) => {
    const extent = extentOf(definition, state);
    return isEmpty ? touches(extent, span.start) : extent.start < span.end && span.start < extent.end;
  });
  const [only, another] = states;
  const inner = only && !another ? only.machines.find(({ node }) => node.span.start <= span.start && span.end <= node.span.end) : undefined;
  const deeper = inner ? touched(definition, inner, span) : [];
  return deeper.length > 0 ? deeper : states;
}
