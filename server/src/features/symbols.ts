import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import type { AslDocument } from '../analysis/document';
import type { Resource } from '../model/hosts';
import type { State, StateMachine } from '../model/machine';
import type { StateType } from '../spec/state-types';

const kinds: Record<StateType, SymbolKind> = {
  Task: SymbolKind.Function,
  Pass: SymbolKind.Constant,
  Choice: SymbolKind.Enum,
  Wait: SymbolKind.Event,
  Parallel: SymbolKind.Namespace,
  Map: SymbolKind.Array,
  Succeed: SymbolKind.Boolean,
  Fail: SymbolKind.Null,
};

/** The states as an outline: those of branches and item processors below the state that holds them, those of a template below their resource. */
export function symbols(document: AslDocument): DocumentSymbol[] {
  return document.definitions.flatMap(({ machine, host: { resource } }) => {
    const states = machine ? inner(document, machine) : [];
    return resource ? [outer(document, resource, states)] : states;
  });
}

function outer(document: AslDocument, { property: { key, span } }: Resource, children: DocumentSymbol[]): DocumentSymbol {
  return { name: key.value || '(no name)', detail: 'state machine', kind: SymbolKind.Module, range: document.range(span), selectionRange: document.range(key.span), children };
}

function symbol(document: AslDocument, state: State): DocumentSymbol {
  const { name, nameNode, property, type, machines } = state;
  return {
    name: name.trim() === '' ? '(no name)' : name,
    detail: type ?? '',
    kind: type ? kinds[type] : SymbolKind.Key,
    range: document.range(property.span),
    selectionRange: document.range(nameNode.span),
    children: machines.length === 1 ? machines.flatMap((machine) => inner(document, machine)) : machines.map((machine, index) => branch(document, machine, index)),
  };
}

function inner(document: AslDocument, machine: StateMachine): DocumentSymbol[] {
  return machine.states.map((state) => symbol(document, state));
}

function branch(document: AslDocument, machine: StateMachine, index: number): DocumentSymbol {
  const range = document.range(machine.node.span);
  return { name: `Branch ${String(index + 1)}`, kind: SymbolKind.Module, range, selectionRange: range, children: inner(document, machine) };
}

/** The same states as one flat list, for editors that know no outline. */
export function flatSymbols(document: AslDocument, uri: string): SymbolInformation[] {
  return document.definitions.flatMap(({ states, host: { resource } }) => states.map(({ name, property, type, machine }) => ({
    name: name.trim() === '' ? '(no name)' : name,
    kind: type ? kinds[type] : SymbolKind.Key,
    location: { uri, range: document.range(property.span) },
    ...((machine.owner ?? resource) && { containerName: machine.owner?.name ?? resource?.property.key.value ?? '' }),
  })));
}
