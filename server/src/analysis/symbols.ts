// What a place names, and everything else that names it: states, variables, the names that an expression sets for itself, and labels.
import type { Reference, State, StateMachine } from '../model/machine';
import { visitStateParts } from '../model/parts';
import type { StringNode, UnknownNode } from '../syntax/tree';
import { touches, type Span } from '../text/span';
import type { Definition } from './definition';
import { evaluatedAt, pathsOf, referencesIn, visitEvaluated, type EvaluatedText } from './evaluated';
import { labelsOf, labelUsesOf, usesIn as labelsIn, type LabelUse } from './labels';
import { nameAt, placeAt } from './query';

export type NamedThing = NamedState | NamedVariable | LocalName | NamedLabel;

export interface NamedState {
  readonly kind: 'state';
  readonly name: string;
  readonly scope: StateMachine;
  /** `undefined` where nothing has the name. */
  readonly state: State | undefined;
}

export interface NamedVariable {
  readonly kind: 'variable';
  readonly name: string;
  /** The scope that assigns it; `undefined` where none does that can be seen from here. */
  readonly scope: StateMachine | undefined;
}

/** A name that an expression binds by `:=`, as a parameter, or by `@` and `#`. Each of its uses there is one of it, and none elsewhere. */
export interface LocalName {
  readonly kind: 'local';
  readonly name: string;
  readonly text: EvaluatedText;
}

/** The label of a distributed map, which ARNs name. */
export interface NamedLabel {
  readonly kind: 'label';
  readonly name: string;
}

/** One place that names something. */
export interface Mention {
  readonly node: StringNode | UnknownNode;
  /** The name in the node's value, without a `$` before it. */
  readonly within: Span;
  /** The name in the source, without quotes. */
  readonly span: Span;
  /** True where the thing comes from: a state's own key, an assignment. */
  readonly isDeclaration: boolean;
  /** True for one among other things in an expression, false where the name stands for itself. */
  readonly isInExpression: boolean;
  /** How the state is led to, where it is. */
  readonly reference?: Reference;
}

/** What is named under a cursor, and the very place that does it. */
export function symbolAt(definition: Definition, offset: number): { readonly thing: NamedThing; readonly mention: Mention } | undefined {
  const named = nameAt(definition, offset);
  if (named) {
    return 'scope' in named
      ? { thing: { kind: 'state', name: named.name, scope: named.scope, state: named.target }, mention: ofReference(definition, named) }
      : { thing: stateThing(named), mention: ofDeclaration(definition, named) };
  }
  const place = placeAt(definition, offset);
  if (place?.at === 'key') {
    return place.property && assignedAt(definition, place.property.key);
  }
  const node = place?.at === 'item' ? place.node : place?.value;
  const label = node?.kind === 'string' || node?.kind === 'unknown' ? labelAt(definition, node, offset) : undefined;
  if (label) {
    return label;
  }
  const text = node?.kind === 'string' || node?.kind === 'unknown' ? evaluatedAt(definition, node) : undefined;
  return text && namedIn(definition, text, offset);
}

/** The symbol that a state is. */
export function stateThing(state: State): NamedState {
  return { kind: 'state', name: state.name, scope: state.machine, state };
}

/** Every place that names a thing, in the order of the text. What an alias repeats is there once. */
export function mentionsOf(definition: Definition, thing: NamedThing): Mention[] {
  const found = mentions(definition, thing);
  const starts = new Set<number>();
  return found.sort((one, other) => one.span.start - other.span.start).filter(({ span: { start } }) => !starts.has(start) && starts.add(start));
}

function mentions(definition: Definition, thing: NamedThing): Mention[] {
  switch (thing.kind) {
    case 'state':
      return ofState(definition, thing);
    case 'variable':
      return ofVariable(definition, thing);
    case 'local':
      return ofLocal(definition, thing);
    case 'label':
      return ofLabel(definition, thing.name);
  }
}

function labelAt(definition: Definition, node: StringNode | UnknownNode, offset: number): { thing: NamedLabel; mention: Mention } | undefined {
  const label = labelsOf(definition).find((each) => each.node === node);
  if (label) {
    return { thing: { kind: 'label', name: label.name }, mention: whole(definition, node, label.name.length, true) };
  }
  const use = labelsIn(node).find(({ within }) => touches(definition.inside(node, within).span, offset));
  return use && labelsOf(definition).some(({ name }) => name === use.name) ? { thing: { kind: 'label', name: use.name }, mention: ofLabelUse(definition, use) } : undefined;
}

function ofLabel(definition: Definition, name: string): Mention[] {
  const own = labelsOf(definition).filter((label) => label.name === name);
  return [...own.map(({ node }) => whole(definition, node, name.length, true)), ...labelUsesOf(definition).filter((use) => use.name === name).map((use) => ofLabelUse(definition, use))];
}

function ofLabelUse(definition: Definition, { node, within }: LabelUse): Mention {
  return { node, within, span: definition.inside(node, within).span, isDeclaration: false, isInExpression: true };
}

function ofState(definition: Definition, { name, scope, state }: NamedState): Mention[] {
  const leading = state ? definition.references.filter(({ target }) => target === state) : definition.references.filter((each) => each.scope === scope && each.name === name);
  return [...(state ? [ofDeclaration(definition, state)] : []), ...leading.map((reference) => ofReference(definition, reference))];
}

function ofDeclaration(definition: Definition, { nameNode }: State): Mention {
  return whole(definition, nameNode, nameNode.value.length, true);
}

function ofReference(definition: Definition, reference: Reference): Mention {
  return { ...whole(definition, reference.node, reference.name.length, false), reference };
}

/** A name at the beginning of a text, with nothing but a `.$` behind it. */
function whole(definition: Definition, node: StringNode | UnknownNode, length: number, isDeclaration: boolean): Mention {
  const within = { start: 0, end: length };
  return { node, within, span: definition.inside(node, within).span, isDeclaration, isInExpression: false };
}

function assignedAt(definition: Definition, key: StringNode): { thing: NamedVariable; mention: Mention } | undefined {
  const found = definition.variables.assignments.find((assignment) => assignment.key === key);
  return found && { thing: { kind: 'variable', name: found.name, scope: found.machine }, mention: whole(definition, key, found.name.length, true) };
}

function namedIn(definition: Definition, text: EvaluatedText, offset: number): { thing: NamedThing; mention: Mention } | undefined {
  for (const use of usesIn(definition, text)) {
    const mention = ofUse(definition, text, use);
    if (touches({ start: mention.span.start - 1, end: mention.span.end }, offset)) {
      const { name } = use;
      return { thing: use.isLocal ? { kind: 'local', name, text } : { kind: 'variable', name, scope: definition.variables.scopeOf(name, text.part.machine) }, mention };
    }
  }
  return undefined;
}

function ofVariable(definition: Definition, { name, scope }: NamedVariable): Mention[] {
  const { variables } = definition;
  const found = scope ? variables.in(scope).filter((each) => each.name === name).map(({ key }) => whole(definition, key, name.length, true)) : [];
  for (const text of textsSeeing(definition, name, scope)) {
    for (const use of text.text.includes(`$${name}`) ? usesIn(definition, text) : []) {
      if (use.name === name && !use.isLocal) {
        found.push(ofUse(definition, text, use));
      }
    }
  }
  return found;
}

/** The texts where a name means the variable that a scope assigns, or, without a scope, one that none assigns. */
export function textsSeeing(definition: Definition, name: string, scope: StateMachine | undefined): EvaluatedText[] {
  const texts: EvaluatedText[] = [];
  for (const machine of definition.machines) {
    if (definition.variables.scopeOf(name, machine) === scope) {
      for (const state of machine.states) {
        visitStateParts(state, (part) => {
          visitEvaluated(part, (text) => void texts.push(text));
        });
      }
    }
  }
  return texts;
}

function ofLocal(definition: Definition, { name, text }: LocalName): Mention[] {
  return [...usesIn(definition, text)].filter((use) => use.name === name && use.isLocal).map((use) => ofUse(definition, text, use));
}

/** One `$name` in an evaluated text. */
interface Use {
  readonly name: string;
  /** With its `$`, in the value. */
  readonly within: Span;
  /** Bound by the expression itself. */
  readonly isLocal: boolean;
  readonly isBinding: boolean;
}

/** The variables that a text names; functions and `$states` are none. */
export function usesIn(definition: Definition, text: EvaluatedText): Use[] {
  if (text.form !== 'jsonata') {
    return pathsOf(definition, text).flatMap(({ root }) => (root.kind === 'variable' ? [{ name: root.name, within: root.span, isLocal: false, isBinding: false }] : []));
  }
  const { variables, bindings } = referencesIn(definition, text);
  return [
    ...bindings.map(({ node }) => ({ name: node.name, within: node.span, isLocal: true, isBinding: true })),
    ...variables
      .filter(({ node, boundBy, called }) => boundBy !== undefined || (!called && node.name !== 'states'))
      .map(({ node, boundBy }) => ({ name: node.name, within: node.span, isLocal: boundBy !== undefined, isBinding: false })),
  ];
}

function ofUse(definition: Definition, { node }: EvaluatedText, { within: { start, end }, isBinding }: Use): Mention {
  const within = { start: start + 1, end };
  return { node, within, span: definition.inside(node, within).span, isDeclaration: isBinding, isInExpression: true };
}
