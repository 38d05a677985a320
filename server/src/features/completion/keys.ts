import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Begun } from '../../analysis/begun';
import type { Definition } from '../../analysis/definition';
import { fits } from '../../model/beside';
import { operatorNames } from '../../spec/choice';
import type { FieldSpec, ObjectSpec } from '../../spec/field';
import type { QueryLanguage } from '../../spec/query-languages';
import { states } from '../../spec/states';
import type { ObjectNode, ObjectProperty } from '../../syntax/tree';
import { argumentsDraft } from './members';
import type { Spellings, Suggestion } from './suggestion';

/** The fields that an object can still take. */
export function keySuggestions(definition: Definition, object: ObjectNode, typed: ObjectProperty | undefined): Suggestion[] {
  const untyped = definition.states.find(({ node, type }) => node === object && type === undefined);
  // Before its type is known a state can take what a Pass has.
  const { spec, queryLanguage } = definition.partOf(object) ?? (untyped && { spec: states.Pass, queryLanguage: untyped.queryLanguage }) ?? {};
  const suggestions = spec && queryLanguage ? openFields(spec, queryLanguage, object, typed) : [];
  return suggestions.map((each) => withArguments(definition, object, each));
}

/** The arguments of a known action begin with what it can't do without. */
function withArguments(definition: Definition, object: ObjectNode, suggestion: Suggestion): Suggestion {
  const part = suggestion.label === 'Parameters' || suggestion.label === 'Arguments' ? definition.partOf(object) : undefined;
  const value = part && argumentsDraft(definition, part, suggestion.label);
  return value ? { ...suggestion, value } : suggestion;
}

/** The fields of an object that has none yet. */
export function firstKeys({ spec, queryLanguage }: Pick<Begun, 'spec' | 'queryLanguage'>): Suggestion[] {
  return openFields(spec, queryLanguage, undefined, undefined);
}

function openFields(spec: ObjectSpec, queryLanguage: QueryLanguage, object: ObjectNode | undefined, typed: ObjectProperty | undefined): Suggestion[] {
  const there = new Set(object?.properties.filter((property) => property !== typed).map(({ key }) => key.value));
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
    value: emptyValue(field, queryLanguage),
  };
}

function emptyValue(field: FieldSpec, queryLanguage: QueryLanguage): Spellings {
  switch (field.kind) {
    case 'text':
      return onOneLine('"$1"', '$1');
    case 'boolean':
      return onOneLine('true');
    case 'integer':
    case 'number':
      return onOneLine('$1');
    case 'list':
      return field.of ? list('{$0}', '{', '\t$0', '}') : field.name === 'ErrorEquals' ? { ...onOneLine('["$1"]'), block: ['', '\t- $1'] } : list('$0', '$0');
    case 'payload':
      if (queryLanguage === 'JSONata' && field.name !== 'Result') {
        const expression = '{% \\$states.input %\\}';
        return onOneLine(`\${1:"${expression}"}`, `\${1:'${expression}'}`);
      }
      return object;
    case 'object':
    case 'collection':
      return object;
  }
}

const object: Spellings = { inline: '{$0}', lines: ['{', '\t$0', '}'], block: ['', '\t$0'] };

function list(inline: string, ...item: string[]): Spellings {
  return { inline: `[${inline}]`, lines: ['[', ...item.map((line) => `\t${line}`), ']'], block: ['', '\t- $0'] };
}

function onOneLine(json: string, yaml = json): Spellings {
  return { inline: json, lines: [json], block: [yaml] };
}
