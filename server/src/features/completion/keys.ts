import { CompletionItemKind } from 'vscode-languageserver-types';
import type { Begun } from '../../analysis/begun';
import type { Definition } from '../../analysis/definition';
import { operandTypeOf } from '../../analysis/operand';
import { fits } from '../../model/beside';
import type { Part } from '../../model/parts';
import { operatorNames } from '../../spec/choice';
import type { FieldSpec, ObjectSpec, TableField } from '../../spec/field';
import { inputTypesOf } from '../../spec/map';
import { objects } from '../../spec/objects';
import type { QueryLanguage } from '../../spec/query-languages';
import { states } from '../../spec/states';
import { operatorOrder, usualNumber, usualPlace, type OperandType } from '../../spec/usual-order';
import { member, type Node, type ObjectNode, type ObjectProperty } from '../../syntax/tree';
import { argumentsDraft } from './members';
import { spell, Stops } from './spellings';
import type { Spellings, Suggestion } from './suggestion';

/** The fields that an object can still take. */
export function keySuggestions(definition: Definition, object: ObjectNode, typed: ObjectProperty | undefined): Suggestion[] {
  const part = definition.partOf(object);
  const untyped = definition.states.find(({ node, type }) => node === object && type === undefined);
  // Before its type is known a state can take what a Pass has.
  const { spec, queryLanguage } = part ?? (untyped && { spec: states.Pass, queryLanguage: untyped.queryLanguage }) ?? {};
  const open = spec && queryLanguage ? openFields(spec, queryLanguage, object, typed) : [];
  const ranked = part && isTest(part) ? rankTest(definition, part, open, typed) : rank(open, part?.is === 'state' || untyped !== undefined, spec);
  return ranked.map((field) => withArguments(definition, object, suggestField(field, queryLanguage ?? 'JSONPath')));
}

/** The arguments of a known action begin with what it can't do without. */
function withArguments(definition: Definition, object: ObjectNode, suggestion: Suggestion): Suggestion {
  const part = suggestion.label === 'Parameters' || suggestion.label === 'Arguments' ? definition.partOf(object) : undefined;
  const value = part && argumentsDraft(definition, part, suggestion.label);
  return value ? { ...suggestion, value } : suggestion;
}

/** The fields of an object that has none yet. */
export function firstKeys({ is, spec, queryLanguage }: Pick<Begun, 'is' | 'spec' | 'queryLanguage'>): Suggestion[] {
  const open = openFields(spec, queryLanguage, undefined, undefined);
  const ranked = is === 'choiceRule' || is === 'choiceTest' ? rankFirst(open) : rank(open, is === 'state', spec);
  return ranked.map((field) => suggestField(field, queryLanguage));
}

function openFields(spec: ObjectSpec, queryLanguage: QueryLanguage, object: ObjectNode | undefined, typed: ObjectProperty | undefined): TableField[] {
  const there = new Set(object?.properties.filter((property) => property !== typed).map(({ key }) => key.value));
  const excluded = new Set(exclusionsOf(spec).flatMap(([names, others]) => (names.some((name) => there.has(name)) ? others : [])));
  return spec.fields.filter((field) => (!field.language || field.language === queryLanguage) && !there.has(field.name) && !excluded.has(field.name) && fits(field, object) !== false && isOfUse(spec, field, object));
}

function isOfUse(spec: ObjectSpec, { name }: FieldSpec, object: ObjectNode | undefined): boolean {
  const type = spec === objects.readerConfig ? member(object, 'InputType') : undefined;
  return type?.kind !== 'string' || (inputTypesOf[name]?.includes(type.value) ?? true);
}

/** Where one of the names is there, the others can't be. */
function exclusionsOf({ exclusive }: ObjectSpec): (readonly [readonly string[], readonly string[]])[] {
  const combinations = ['And', 'Or', 'Not', 'Condition'];
  const all = [...operatorNames];
  return [
    ...[...exclusive, ['Next', 'End'], all].map((names) => [names, names] as const),
    [['Variable', ...all], combinations],
    [combinations, [...combinations, 'Variable', ...all]],
  ];
}

/** What the object can't do without first, what is out of date last; in between as often as authors write it, or in the order of the table. */
function rank(open: readonly TableField[], isState: boolean, spec: ObjectSpec | undefined): TableField[] {
  const wanted = new Set(spec?.oneOf.filter((names) => names.every((name) => open.some((field) => field.name === name))).flat());
  const place = (field: FieldSpec): number => (field.replacedBy ? 3 : field.required ? 0 : wanted.has(field.name) && isState ? 1 : 2);
  return open.toSorted((one, other) => place(one) - place(other) || (isState ? usualPlace(one.name) - usualPlace(other.name) : 0));
}

function isTest({ is }: Part): boolean {
  return is === 'choiceRule' || is === 'choiceTest';
}

/** First what is compared, or what tests are put together by; then the comparisons, those first that fit; then where to go. */
function rankTest(definition: Definition, part: Part, open: readonly TableField[], typed: ObjectProperty | undefined): TableField[] {
  const hasVariable = part.node.properties.some((property) => property !== typed && property.key.value === 'Variable');
  if (!hasVariable) {
    return rankFirst(open);
  }
  const order = operatorsFor(operandTypeOf(definition, part), typed?.value);
  const place = ({ name }: FieldSpec): number => (operatorNames.has(name) ? order.indexOf(name) : order.length);
  return open.toSorted((one, other) => place(one) - place(other));
}

/** @param value that stands behind the operator already, and tells more than a guess at what is compared */
function operatorsFor(type: OperandType | undefined, value: Node | undefined): readonly string[] {
  switch (value?.kind) {
    case 'number':
      return operatorOrder('number', 'value');
    case 'boolean':
      return operatorOrder(type, 'boolean');
    case 'string':
      return value.value.startsWith('$')
        ? operatorOrder(type, 'path')
        : value.value === ''
          ? operatorOrder(type)
          : operatorOrder(/^\d{4}-\d\d-\d\dT/.test(value.value) ? 'time' : 'text', 'value');
    default:
      return operatorOrder(type);
  }
}

function rankFirst(open: readonly TableField[]): TableField[] {
  const kinds: readonly string[] = ['Variable', 'Condition', 'And', 'Or', 'Not', 'Next', 'Output', 'Assign', 'Comment'];
  const order = [...kinds, ...operatorOrder(undefined)];
  return open.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

function suggestField(field: FieldSpec, queryLanguage: QueryLanguage): Suggestion {
  return {
    label: field.name,
    kind: CompletionItemKind.Property,
    ...(field.required && { title: 'required' }),
    docs: field.docs,
    ...(field.replacedBy && { deprecated: true }),
    value: emptyValue(field, queryLanguage),
    // What takes its place has suggestions of its own.
    asksAgain: field.kind === 'text' && (field.target === true || field.name === 'Type' || field.name === 'Resource'),
  };
}

function emptyValue(field: FieldSpec, queryLanguage: QueryLanguage): Spellings {
  switch (field.kind) {
    case 'text':
      if (field.format === 'timestamp') {
        return spell(new Stops().text('2030-01-31T09:00:00Z'));
      }
      return field.values ? spell(new Stops().choice(field.values)) : onOneLine('"$1"', '$1');
    case 'boolean':
      return field.language === 'JSONata' ? onOneLine('"{% $1 %\\}"', "'{% $1 %\\}'") : onOneLine('true');
    case 'integer':
    case 'number':
      return spell(new Stops().number(usualNumber(field.name)));
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
