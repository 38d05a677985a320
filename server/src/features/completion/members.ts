// What a task can hand to the service that it calls: the members of a structure, and the values that they take.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { argumentsPlaceOf, valuePlaceOf, type ArgumentsPlace } from '../../analysis/arguments-place';
import { memberName } from '../../analysis/call-arguments';
import { calledRequest, modelOf } from '../../analysis/called-action';
import type { Definition } from '../../analysis/definition';
import { hasColon } from '../../analysis/typed';
import { callOf } from '../../model/call';
import type { Part } from '../../model/parts';
import { sampleValue } from '../../spec/sample-values';
import type { Member, Shape } from '../../services/shape';
import { insertionAt, type Typing } from '../../syntax/insertion';
import type { ArrayNode, ObjectNode, ObjectProperty } from '../../syntax/tree';
import { escapeSnippet } from '../../text/snippet';
import { draftMembers, draftOf, draftPath, draftRequired, type DraftOptions } from './draft';
import { looksEvaluated, memberWeight } from './member-rank';
import { partitionOf } from './partition';
import type { Spellings, Suggestion } from './suggestion';
import { typeOf, typeOfMember } from '../../services/type-name';
import { writeLines, type Written } from './write';

/** The members that an object in the arguments can still take: those that its value fits, what is required, what is used most; what AWS advises against last. */
export function memberSuggestions(definition: Definition, place: ArgumentsPlace, object: ObjectNode | undefined, typed: ObjectProperty | undefined): Suggestion[] {
  const { call } = place;
  const open = openMembers(place.shape, object, typed);
  const options = optionsFor(definition, call.part);
  const service = modelOf(call);
  const order = [...place.shape.members.keys()];
  const suggest = ({ name, shape, required, deprecated }: Member): Suggestion => ({
    label: name,
    kind: CompletionItemKind.Field,
    detail: typeOfMember({ name, shape }),
    ...(required && { title: 'required' }),
    ...(deprecated && { deprecated: true }),
    ...(service !== undefined && { docsPlace: { service, member: [place.shape.place, order.indexOf(name)] as const } }),
    value: draftOf({ name, shape }, options),
    asksAgain: shape.kind === 'enum' || isDoubtful(shape),
  });
  const plain = open.map(suggest);
  // What comes from data has a key of its own in JSONPath, for any type.
  const fromData = call.argumentsField === 'Parameters' ? plain.map((each) => ({ ...each, label: `${each.label}.$`, value: draftPath(), asksAgain: true })) : [];
  return looksEvaluated(typed?.value) ? [...fromData, ...plain] : [...plain, ...fromData];
}

/** All required members at once, where more than one is missing. */
export function requiredSuggestions(definition: Definition, place: ArgumentsPlace, typing: Typing, typed?: ObjectProperty): [Suggestion, Written][] {
  const missing = openMembers(place.shape, typing.object, typed).filter(({ required }) => required);
  if (missing.length < 2 || definition.isEscaped || hasColon(definition, typing.typed)) {
    return [];
  }
  const lines = draftMembers(missing, optionsFor(definition, place.call.part));
  return [
    [
      { label: 'all required members', kind: CompletionItemKind.Snippet, detail: missing.map(({ name }) => name).join(', ') },
      writeLines(definition, insertionAt(definition.tree, typing, lines), `all required members ${missing.map(({ name }) => name).join(' ')}`),
    ],
  ];
}

/** What a member's value may be; also the arguments as a whole. */
export function argumentValues(definition: Definition, property: ObjectProperty): Suggestion[] {
  const place = valuePlaceOf(definition, property);
  return place ? valuesOf(definition, place, property.key.value) : [];
}

/** What an item of a list may be. */
export function argumentItems(definition: Definition, list: ArrayNode): Suggestion[] {
  const place = argumentsPlaceOf(definition, list);
  const item = place?.shape.item;
  return place && item ? valuesOf(definition, { ...place, shape: item }, '') : [];
}

/** The same where YAML has no list yet but the key. */
export function argumentItemsBelow(definition: Definition, property: ObjectProperty): Suggestion[] {
  const place = valuePlaceOf(definition, property);
  return place?.shape.kind === 'list' && place.shape.item ? valuesOf(definition, { ...place, shape: place.shape.item }, '') : [];
}

/** What `Parameters` or `Arguments` begins with, where it is known what the task calls. */
export function argumentsDraft(definition: Definition, part: Part, field: string): Spellings | undefined {
  const call = callOf(part);
  const called = call?.argumentsField === field ? calledRequest(call, definition.services) : undefined;
  return called && draftRequired(called.action.input, optionsFor(definition, part));
}

function valuesOf(definition: Definition, { shape, call: { part } }: ArgumentsPlace, name: string): Suggestion[] {
  const options = optionsFor(definition, part);
  switch (shape.kind) {
    case 'enum':
      return shape.values.map((value) => ({ label: value, kind: CompletionItemKind.EnumMember }));
    case 'boolean':
      return ['true', 'false'].map((value) => ({ label: value, kind: CompletionItemKind.Value, value: { inline: value, lines: [value], block: [value] } }));
    case 'structure':
    case 'union':
    case 'map':
    case 'list': {
      const brackets = shape.kind === 'list' ? '[ … ]' : '{ … }';
      return [{ label: brackets, kind: CompletionItemKind.Snippet, detail: typeOf(shape), filter: brackets.slice(0, 1), value: draftOf({ name, shape }, options) }];
    }
    case 'string': {
      const sample = sampleValue(name, options.partition);
      return sample === undefined ? [] : [{ label: sample, kind: CompletionItemKind.Snippet, snippet: withStops(sample) }];
    }
    default:
      return [];
  }
}

/** The account, the region and what it is about are to be told. */
function withStops(sample: string): string {
  let stop = 0;
  const next = (text: string): string => `\${${String(++stop)}:${text}}`;
  return escapeSnippet(sample).replace(/us-east-1|123456789012|\b(?:name|id|topic|queue|bucket|prefix|machine|service|resource)$/g, next);
}

function openMembers(shape: Shape, object: ObjectNode | undefined, typed: ObjectProperty | undefined): Member[] {
  const there = new Set(object?.properties.filter((property) => property !== typed).map(memberName));
  if (shape.kind === 'union' && there.size > 0) {
    return [];
  }
  const weights = new Map([...shape.members.values()].map((member) => [member, memberWeight(member, typed?.value)]));
  return [...weights.keys()].filter(({ name }) => !there.has(name)).sort((one, other) => (weights.get(other) ?? 0) - (weights.get(one) ?? 0));
}

function optionsFor(definition: Definition, { queryLanguage }: Part): DraftOptions {
  return { queryLanguage, partition: partitionOf(definition) };
}

/** True where nothing is put in that could be wrong, and the values are worth seeing. */
function isDoubtful({ kind, members }: Shape): boolean {
  return kind === 'union' && members.size > 0;
}
