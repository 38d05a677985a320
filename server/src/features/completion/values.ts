import { CompletionItemKind } from 'vscode-languageserver-types';
import type { AslDocument } from '../../analysis/document';
import { specOf } from '../../analysis/grammar';
import { roleOf, type Role } from '../../analysis/query';
import type { State, StateMachine } from '../../model/machine';
import { fieldOf } from '../../spec/fields';
import { stateTypeNames, stateTypes } from '../../spec/state-types';
import type { ObjectProperty } from '../../syntax/tree';
import type { Suggestion } from './suggestion';

/** What the value of a property may be, where the language has a closed list for it. */
export function valueSuggestions(document: AslDocument, property: ObjectProperty): Suggestion[] {
  const name = property.key.value;
  const role = roleOf(document, property.parent);
  if (role?.is === 'state' && name === 'Type') {
    return stateTypeNames.map((type) => ({ label: type, kind: CompletionItemKind.EnumMember, docs: stateTypes[type].docs }));
  }
  const scope = role && scopeOf(role, name);
  if (scope) {
    return targets(document, scope, role);
  }
  const field = role && fieldOf(specOf(document, property.parent) ?? noFields, name);
  if (field?.kind === 'boolean') {
    return [{ label: 'true', kind: CompletionItemKind.Value, snippet: 'true' }];
  }
  return (field?.values ?? []).map((value) => ({ label: value, kind: CompletionItemKind.EnumMember }));
}

const noFields = { title: '', fields: [], exclusive: [] };

/** The scope whose states a field names: for `StartAt` the machine's own, for transitions the one that the state is in. */
function scopeOf(role: Role, name: string): StateMachine | undefined {
  switch (role.is) {
    case 'machine':
      return name === 'StartAt' ? role.machine : undefined;
    case 'state':
      return name === 'Next' || name === 'Default' ? role.state.machine : undefined;
    case 'catcher':
    case 'choice rule':
      return name === 'Next' ? role.state.machine : undefined;
    case 'retrier':
    case 'states':
      return undefined;
  }
}

/** States that nothing leads to yet come first: most likely the author is about to link them. */
function targets(document: AslDocument, scope: StateMachine, role: Role): Suggestion[] {
  const self = role.is === 'state' && role.state.type !== 'Choice' ? role.state : undefined;
  const { reachable } = document.flow(scope);
  const states = [...scope.byName.values()].filter((state) => state !== self && state.name !== '');
  return [...states.filter((state) => !reachable.has(state)), ...states.filter((state) => reachable.has(state))].map(suggestState);
}

function suggestState({ name, type }: State): Suggestion {
  return { label: name, kind: CompletionItemKind.Reference, ...(type && { detail: type, docs: stateTypes[type].docs }) };
}
