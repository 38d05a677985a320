// A new state between two: a Pass, to be made into what is wanted.
import type { Definition } from '../../analysis/definition';
import { freeName } from '../../analysis/ready-made';
import type { Reference, State } from '../../model/machine';
import { membersOf, type Composed } from '../../syntax/compose';
import { touches } from '../../text/span';
import { notWrittenOut, quoted, type Outcome, type Refactoring } from './refactoring';
import { Rewriting } from './rewriting';

export const insertBetween: Refactoring = ({ definition, span, state }) => {
  const reference = definition.references.find(({ node }) => touches(node.span, span.start) && touches(node.span, span.end));
  if (reference) {
    return reference.isOpen || reference.name === '' ? [] : [{ title: `Insert a state before "${reference.name}"`, kind: 'refactor.rewrite', outcome: before(definition, reference) }];
  }
  const next = state?.references.find(({ kind }) => kind === 'Next');
  // What has no `Next` and no `End` branches, or ends by its type.
  const isLast = state?.node?.properties.some(({ key }) => key.value === 'End') ?? false;
  if (!state || (next ? next.isOpen : !isLast)) {
    return [];
  }
  return [{ title: `Insert a state after ${quoted(state)}`, kind: 'refactor.rewrite', outcome: next ? before(definition, next) : atEnd(definition, state) }];
};

function before(definition: Definition, reference: Reference): Outcome {
  const rewriting = Rewriting.of(definition, reference.scope);
  if (!rewriting) {
    return notWrittenOut;
  }
  const name = freeName(definition, 'Pass');
  rewriting.lead(reference, name);
  rewriting.insertAfter(reference.from, [pass(name, { Next: reference.name })]);
  return { text: rewriting.finish() };
}

function atEnd(definition: Definition, state: State): Outcome {
  const rewriting = Rewriting.of(definition, state.machine);
  const end = state.node?.properties.find(({ key }) => key.value === 'End');
  if (!rewriting || !end) {
    return notWrittenOut;
  }
  const name = freeName(definition, 'Pass');
  rewriting.editor.replace(end, 'Next', name);
  rewriting.insertAfter(state, [pass(name, { End: true })]);
  return { text: rewriting.finish() };
}

function pass(name: string, transition: Readonly<Record<string, unknown>>): Composed {
  return { name, holds: { object: membersOf({ Type: 'Pass', ...transition }) } };
}
