import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { nameAt, placeAt } from '../../analysis/query';
import type { State } from '../../model/machine';
import type { Part } from '../../model/parts';
import type { FieldSpec } from '../../spec/field';
import { pageOfObject } from '../../spec/pages';
import { isStateType, stateTypes } from '../../spec/state-types';
import { member, type Node } from '../../syntax/tree';
import { enumerated } from '../../text/words';
import { describeArn } from './arns';
import { describeCall } from './calls';
import { dataWords } from './data-words';
import { describeExpression } from './expressions';
import { describeLabel } from './labels';
import { longTime, retryLine } from './times';
import { code, escape } from '../../text/markdown';

/** A state's name, where it is declared or wherever it is referred to, sums up that state; a field's name tells what the field does. */
export function hover(document: AslDocument, offset: number): Hover | undefined {
  const definition = document.definitionAt(offset);
  return definition && hoverIn(definition, offset);
}

function hoverIn(definition: Definition, offset: number): Hover | undefined {
  const named = nameAt(definition, offset);
  const state = named && ('scope' in named ? named.target : named);
  if (named && state) {
    return markdown(definition, 'scope' in named ? named.node : named.nameNode, describeState(definition, state));
  }
  const label = describeLabel(definition, offset);
  if (label) {
    return markdown(definition, label, label.text);
  }
  const place = placeAt(definition, offset);
  const called = place && describeCall(definition, place, offset);
  if (called) {
    return markdown(definition, called, called.text);
  }
  const inside = place && (describeExpression(definition, place, offset) ?? describeArn(place.at === 'value' ? place.value : place.at === 'item' ? place.node : undefined));
  if (inside) {
    return markdown(definition, inside, inside.text);
  }
  const property = place?.at === 'key' || place?.at === 'value' ? place.property : undefined;
  const part = property && definition.partOf(property.parent);
  const field = part?.spec.byName.get(property?.key.value ?? '');
  if (!property || !part || !field) {
    return undefined;
  }
  if (place?.at === 'key') {
    return markdown(definition, property.key, describeField(field, part));
  }
  const { value } = property;
  if (field.name === 'Type' && value?.kind === 'string' && isStateType(value.value)) {
    return markdown(definition, value, [`**${value.value}**`, stateTypes[value.value].docs, guideLink(part)].join('\n\n'));
  }
  const isFact = value?.kind === 'number' || value?.kind === 'boolean' || (value?.kind === 'string' && field.values?.includes(value.value));
  return isFact ? markdown(definition, value, describeField(field, part, value)) : undefined;
}

function markdown(definition: Definition, node: { span: { start: number; end: number } }, value: string): Hover {
  return { range: definition.range(node.span), contents: { kind: MarkupKind.Markdown, value } };
}

function describeState(definition: Definition, state: State): string {
  const resource = member(state.node, 'Resource');
  const comment = member(state.node, 'Comment');
  const { input, output } = definition.data.of(state);
  const [takes, gives] = [dataWords(input), dataWords(output)];
  return [
    `**${escape(state.name)}** · ${state.type ?? 'no type yet'}`,
    comment?.kind === 'string' ? escape(comment.value) : undefined,
    resource?.kind === 'string' || resource?.kind === 'unknown' ? code(resource.kind === 'string' ? resource.value : resource.text) : undefined,
    `${comesAfter(definition, state)} ${leadsTo(state)}`.trim(),
    takes === undefined ? undefined : `Takes: ${takes}.`,
    gives === undefined ? undefined : `Hands on: ${gives}.`,
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('\n\n');
}

function comesAfter(definition: Definition, state: State): string {
  const before = definition.references.filter((reference) => reference.target === state).map(({ from }) => from?.name ?? 'the start');
  return before.length === 0 ? '' : `Comes after ${names(before)}.`;
}

function leadsTo({ references, ends }: State): string {
  const namesWhere = (isCaught: boolean): string => names(references.filter(({ kind }) => (kind === 'catcher') === isCaught).map(({ name }) => name));
  const [next, caught] = [namesWhere(false), namesWhere(true)];
  const onward = next !== '' ? `Leads to ${next}.` : ends ? 'Ends here.' : '';
  return `${onward}${caught === '' ? '' : ` Errors lead to ${caught}.`}`.trim();
}

function names(all: readonly string[]): string {
  return enumerated([...new Set(all)].map(escape));
}

/** @param value where it is told of the field by its value */
function describeField(field: FieldSpec, part: Part, value?: Node): string {
  const isTime = value?.kind === 'number' && /Seconds$/.test(field.name);
  const facts = [
    isTime && longTime(value.value),
    !value && field.required && 'required',
    !value && field.language && `only in ${field.language}`,
    field.values && enumerated(field.values.map(code), 'or'),
    !value && field.minimum !== undefined && (field.maximum === undefined ? `at least ${String(field.minimum)}` : `${String(field.minimum)} to ${String(field.maximum)}`),
  ].filter((fact) => typeof fact === 'string');
  const retries = part.is === 'retrier' ? retryLine(part.node) : undefined;
  return [[`**${field.name}**`, ...facts].join(' · '), field.docs, field.replacedBy && `Deprecated: ${code(field.replacedBy)} has taken its place.`, retries, guideLink(part)].filter((text) => text !== undefined).join('\n\n');
}

function guideLink({ is, state }: Part): string {
  return `[Developer Guide](${pageOfObject(is, state?.type)})`;
}
