import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { State } from '../../model/machine';
import type { Part } from '../../model/parts';
import { stateTypeNames, stateTypes } from '../../spec/state-types';
import type { ObjectProperty } from '../../syntax/tree';
import { argumentValues } from './members';
import type { Suggestion } from './suggestion';

/** What the value of a property may be, where the language has a closed list for it. */
export function valueSuggestions(definition: Definition, property: ObjectProperty): Suggestion[] {
  const name = property.key.value;
  const part = definition.partOf(property.parent);
  const known = argumentValues(definition, property);
  if (known.length > 0) {
    return known;
  }
  if (name === 'Type' && (part?.is === 'state' || isUntypedState(definition, property))) {
    return stateTypeNames.map((type) => ({ label: type, kind: CompletionItemKind.EnumMember, docs: stateTypes[type].docs }));
  }
  const field = part?.spec.byName.get(name);
  if (part && field?.target) {
    return targets(definition, part);
  }
  if (field?.kind === 'boolean') {
    // Only `true` means anything for `End`.
    const values = name === 'End' ? ['true'] : ['true', 'false'];
    return values.map((value) => ({ label: value, kind: CompletionItemKind.Value, value: { inline: value, lines: [value], block: [value] } }));
  }
  return (field?.values ?? []).map((value) => ({ label: value, kind: CompletionItemKind.EnumMember }));
}

function isUntypedState(definition: Definition, { parent }: ObjectProperty): boolean {
  return definition.states.some(({ node, type }) => node === parent && type === undefined);
}

/** States that nothing leads to yet come first: most likely the author is about to link them. */
function targets(definition: Definition, { machine, state, is }: Part): Suggestion[] {
  // A state leads to itself only on purpose, by a choice rule or a catcher.
  const self = is === 'state' && state?.type !== 'Choice' ? state : undefined;
  const { reachable } = definition.flow(machine);
  const states = [...machine.byName.values()].filter((candidate) => candidate !== self && candidate.name !== '');
  return [...states.filter((candidate) => !reachable.has(candidate)), ...states.filter((candidate) => reachable.has(candidate))].map(suggestState);
}

function suggestState({ name, type }: State): Suggestion {
  return { label: name, kind: CompletionItemKind.Reference, ...(type && { detail: type, docs: stateTypes[type].docs }) };
}
