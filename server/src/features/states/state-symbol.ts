// How lists of states show one: in the outline, among the symbols of all documents, in the call hierarchy.
import { SymbolKind } from 'vscode-languageserver-types';
import type { State } from '../../model/machine';
import type { StateType } from '../../spec/state-types';

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

export function kindOf({ type }: State): SymbolKind {
  return type ? kinds[type] : SymbolKind.Key;
}

/** A list can't show an empty name. */
export function titleOf({ name }: State): string {
  return name.trim() === '' ? '(no name)' : name;
}
