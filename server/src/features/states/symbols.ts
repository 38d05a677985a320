import { SymbolKind, type DocumentSymbol, type SymbolInformation } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import type { Resource } from '../../model/hosts';
import { describedAs } from '../../model/described-as';
import type { State, StateMachine } from '../../model/machine';
import { kindOf, titleOf } from './state-symbol';
import { nameOf } from '../../text/address';

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
  const { nameNode, property, machines } = state;
  return {
    name: titleOf(state),
    detail: describedAs(state),
    kind: kindOf(state),
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
  return document.definitions.flatMap(({ states, host: { resource } }) => states.map((state) => ({
    name: titleOf(state),
    kind: kindOf(state),
    location: { uri, range: document.range(state.property.span) },
    ...((state.machine.owner ?? resource) && { containerName: state.machine.owner?.name ?? resource?.property.key.value ?? '' }),
  })));
}

/** The states whose names have the letters that are looked for, in their order. */
export function symbolsLike(document: AslDocument, uri: string, query: string): SymbolInformation[] {
  const letters = query.toLowerCase().replace(/\s/g, '');
  const file = nameOf(uri);
  return flatSymbols(document, uri)
    .filter(({ name }) => hasLetters(name.toLowerCase(), letters))
    .map(({ containerName, ...symbol }) => ({ ...symbol, containerName: containerName === undefined ? file : `${file} · ${containerName}` }));
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}
