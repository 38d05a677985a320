import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import { fits } from '../../model/beside';
import type { StateMachine } from '../../model/machine';
import { operatorNames } from '../../spec/choice';
import type { FieldSpec } from '../../spec/field';
import type { QueryLanguage } from '../../spec/query-languages';
import { states } from '../../spec/states';
import type { ObjectNode, ObjectProperty } from '../../syntax/tree';
import type { Suggestion } from './suggestion';

/** The fields that an object can still take, and under `States` the states that are named but not there. */
export function keySuggestions(definition: Definition, object: ObjectNode, typed: ObjectProperty | undefined): Suggestion[] {
  const container = definition.machines.find(({ statesProperty }) => statesProperty?.value === object);
  if (container) {
    return stateSuggestions(container, typed);
  }
  const untyped = definition.states.find(({ node, type }) => node === object && type === undefined);
  // Before its type is known a state can take what a Pass has.
  const { spec, queryLanguage } = definition.partOf(object) ?? (untyped && { spec: states.Pass, queryLanguage: untyped.queryLanguage }) ?? {};
  if (!spec || !queryLanguage) {
    return [];
  }
  const there = new Set(object.properties.filter((property) => property !== typed).map(({ key }) => key.value));
  const excluded = new Set([...spec.exclusive, ['Next', 'End'], [...operatorNames]].filter((names) => names.some((name) => there.has(name))).flat());
  const open = spec.fields.filter(({ name, language }) => (!language || language === queryLanguage) && !there.has(name) && !excluded.has(name));
  return rank(open.filter((field) => fits(field, object) !== false)).map((field) => suggestField(field, queryLanguage));
}

/** What is required first, what is out of date last; in between the order of the table. */
function rank(open: readonly FieldSpec[]): FieldSpec[] {
  const place = (field: FieldSpec): number => (field.required ? 0 : field.replacedBy ? 2 : 1);
  return [...open].sort((one, other) => place(one) - place(other));
}

function suggestField(field: FieldSpec, queryLanguage: QueryLanguage): Suggestion {
  return {
    label: field.name,
    kind: CompletionItemKind.Property,
    ...(field.required && { detail: 'required' }),
    docs: field.docs,
    ...(field.replacedBy && { deprecated: true }),
    snippet: emptyValue(field, queryLanguage),
  };
}

function emptyValue(field: FieldSpec, queryLanguage: QueryLanguage): string {
  switch (field.kind) {
    case 'text':
      return '"$1"';
    case 'boolean':
      return 'true';
    case 'list':
      return field.name === 'ErrorEquals' ? '["$1"]' : '[$1]';
    case 'object':
    case 'collection':
      return '{$1}';
    case 'payload':
      return queryLanguage === 'JSONata' && field.name !== 'Result' ? '${1:"{% \\$states.input %\\}"}' : '{$1}';
    case 'integer':
    case 'number':
      return '$1';
  }
}

function stateSuggestions(machine: StateMachine, typed: ObjectProperty | undefined): Suggestion[] {
  const named = [machine.startAt, ...machine.states.flatMap((state) => state.references)].flatMap((reference) => (reference && !reference.isOpen ? [reference.name] : []));
  const there = new Set(machine.states.filter((state) => state.property !== typed).map(({ name }) => name));
  const wanted = [...new Set(named)].filter((name) => name !== '' && !there.has(name));
  return wanted.map((name) => ({
    label: name,
    kind: CompletionItemKind.Struct,
    detail: 'named elsewhere, not there yet',
    snippet: '{ "Type": "${1|Task,Pass,Choice,Wait,Parallel,Map,Succeed,Fail|}"$2 }',
  }));
}
