import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import { describedAs } from '../../model/described-as';
import type { State } from '../../model/machine';
import { stateTypeNames, stateTypes, type StateType } from '../../spec/state-types';
import { states } from '../../spec/states';
import { member, type ObjectNode, type ObjectProperty } from '../../syntax/tree';
import { escape } from '../../text/markdown';
import { expressionBeginnings } from './begun-expressions';
import { constructValues, errorLists } from './items';
import { argumentValues } from './members';
import type { Suggestion } from './suggestion';
import { targetsOf } from './targets';

/** What the value of a property may be, where the language has a closed list for it. */
export function valueSuggestions(definition: Definition, property: ObjectProperty): Suggestion[] {
  const name = property.key.value;
  const part = definition.partOf(property.parent);
  const known = argumentValues(definition, property);
  if (known.length > 0) {
    return part ? known : [...known, ...expressionBeginnings(definition, property)];
  }
  if (name === 'Type' && (part?.is === 'state' || isUntypedState(definition, property))) {
    return fittingTypes(property.parent).map((type) => ({ label: type, kind: CompletionItemKind.EnumMember, docs: stateTypes[type].docs }));
  }
  const field = part?.spec.byName.get(name);
  if (part && field?.target) {
    return targetsOf(definition, part).map(suggestState);
  }
  const ready = field && !field.values ? [...errorLists(definition, property), ...constructValues(definition, property)] : [];
  if (ready.length > 0) {
    return ready;
  }
  if (field?.kind === 'boolean' && field.language !== 'JSONata') {
    // Only `true` means anything for `End`.
    const values = name === 'End' ? ['true'] : ['true', 'false'];
    return values.map((value) => ({ label: value, kind: CompletionItemKind.Value, value: { inline: value, lines: [value], block: [value] } }));
  }
  return field?.values ? field.values.map((value) => ({ label: value, kind: CompletionItemKind.EnumMember })) : expressionBeginnings(definition, property);
}

/** What states of a type are often called. */
const hints: Partial<Record<StateType, RegExp>> = {
  Choice: /\?$|^(is|has|check|choice|which|did)\b|\bchoice\b/i,
  Wait: /\bwait/i,
  Map: /\b(map|each|all)\b/i,
  Parallel: /\bparallel|\bboth\b/i,
  Succeed: /succe|\bdone\b|\bend\b|final|finish|goodbye|complete/i,
  Fail: /fail|error|abort|reject/i,
};

/** Those first that have all the fields that are there, and then those that the state's name speaks of. */
function fittingTypes(state: ObjectNode): StateType[] {
  const strangers = (type: StateType): number => state.properties.filter(({ key }) => key.value !== '' && !states[type].byName.has(key.value)).length;
  const name = state.parent?.kind === 'property' ? state.parent.key.value : '';
  const weight = (type: StateType): number => 2 * strangers(type) - (hints[type]?.test(name) ? 1 : 0);
  return [...stateTypeNames].sort((one, other) => weight(one) - weight(other));
}

function isUntypedState(definition: Definition, { parent }: ObjectProperty): boolean {
  return definition.states.some(({ node, type }) => node === parent && type === undefined);
}

function suggestState(state: State): Suggestion {
  const { name, type, node } = state;
  const comment = member(node, 'Comment');
  const docs = comment?.kind === 'string' ? escape(comment.value) : type && stateTypes[type].docs;
  return { label: name, kind: CompletionItemKind.Reference, title: describedAs(state), ...(docs !== undefined && { docs }) };
}
