// What leads to a state, and where it leads.
import { SymbolKind, type CallHierarchyIncomingCall, type CallHierarchyItem, type CallHierarchyOutgoingCall } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { nameAt } from '../../analysis/query';
import { describedAs } from '../../model/described-as';
import type { Reference, State, StateMachine } from '../../model/machine';
import { kindOf, titleOf } from './state-symbol';

/** The state that is named under the cursor. */
export function prepareCallHierarchy(document: AslDocument, uri: string, offset: number): CallHierarchyItem[] | undefined {
  const state = stateAt(document, offset);
  return state && [itemOf(document, uri, state)];
}

/** The states that lead to one, with each place that does, and how it does. A scope leads to its first state. */
export function incomingCalls(document: AslDocument, uri: string, offset: number): CallHierarchyIncomingCall[] {
  const definition = document.definitionAt(offset);
  const state = stateAt(document, offset);
  const leading = new Map<State | StateMachine, Reference[]>();
  for (const reference of definition && state ? definition.references : []) {
    if (reference.target === state) {
      const from = reference.from ?? reference.scope.owner ?? reference.scope;
      leading.set(from, [...(leading.get(from) ?? []), reference]);
    }
  }
  return [...leading].map(([from, references]) => ({
    from: 'nameNode' in from ? itemOf(document, uri, from, references) : startOf(document, uri, from),
    fromRanges: rangesOf(definition, references),
  }));
}

/** The states that one leads to, those that its branches or items begin with included. */
export function outgoingCalls(document: AslDocument, uri: string, offset: number): CallHierarchyOutgoingCall[] {
  const definition = document.definitionAt(offset);
  const state = stateAt(document, offset);
  const start = definition && !state ? startAtOffset(definition, offset) : undefined;
  const leading = new Map<State, Reference[]>();
  const references = state ? [...state.references, ...state.machines.flatMap(({ startAt }) => startAt ?? [])] : start ? [start] : [];
  for (const reference of references) {
    if (reference.target) {
      leading.set(reference.target, [...(leading.get(reference.target) ?? []), reference]);
    }
  }
  return [...leading].map(([to, all]) => ({ to: itemOf(document, uri, to, all), fromRanges: rangesOf(definition, all) }));
}

function stateAt(document: AslDocument, offset: number): State | undefined {
  const definition = document.definitionAt(offset);
  const named = definition && nameAt(definition, offset);
  return named && ('scope' in named ? named.target : named);
}

/** The item for the start of a definition stands at the key `StartAt`, where no state is named. */
function startAtOffset({ machine }: Definition, offset: number): Reference | undefined {
  const property = machine?.startAt?.node.parent;
  return property?.kind === 'property' && property.key.span.start <= offset && offset <= property.key.span.end ? machine?.startAt : undefined;
}

function startOf(document: AslDocument, uri: string, { startAt, node }: StateMachine): CallHierarchyItem {
  const property = startAt?.node.parent;
  const { span } = property?.kind === 'property' ? property.key : node;
  return { name: 'StartAt', detail: 'the start of the state machine', kind: SymbolKind.Module, uri, range: document.range(property?.span ?? span), selectionRange: document.range(span) };
}

function itemOf(document: AslDocument, uri: string, state: State, references: readonly Reference[] = []): CallHierarchyItem {
  const how = [...new Set(references.map(({ kind }) => kind))].join(', ');
  return {
    name: titleOf(state),
    detail: [how, describedAs(state)].filter((each) => each !== '').join(' · '),
    kind: kindOf(state),
    uri,
    range: document.range(state.property.span),
    selectionRange: document.range(state.nameNode.span),
  };
}

function rangesOf(definition: Definition | undefined, references: readonly Reference[]): CallHierarchyIncomingCall['fromRanges'] {
  return definition ? references.map(({ node }) => definition.range(node.span)) : [];
}
