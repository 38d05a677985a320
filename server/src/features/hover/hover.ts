import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import type { Definition } from '../../analysis/definition';
import type { AslDocument } from '../../analysis/document';
import { nameAt, placeAt } from '../../analysis/query';
import type { State } from '../../model/machine';
import type { Part } from '../../model/parts';
import type { FieldSpec } from '../../spec/field';
import { pageOfObject } from '../../spec/pages';
import { stateTypes } from '../../spec/state-types';
import { member } from '../../syntax/tree';
import { listed } from '../../text/words';
import { describeCall } from './calls';
import { dataWords } from './data-words';
import { describeExpression } from './expressions';
import { describeSeconds, retryLine } from './times';
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
  const place = placeAt(definition, offset);
  const called = place && describeCall(definition, place, offset);
  if (called) {
    return markdown(definition, called, called.text);
  }
  const inside = place && (describeExpression(definition, place, offset) ?? describeSeconds(definition, place));
  if (inside) {
    return markdown(definition, inside, inside.text);
  }
  if (place?.at !== 'key' || !place.property) {
    return undefined;
  }
  const part = definition.partOf(place.object);
  const field = part?.spec.byName.get(place.property.key.value);
  const retries = part?.is === 'retrier' ? retryLine(part.node) : undefined;
  return part && field && markdown(definition, place.property.key, describeField(field, part, retries));
}

function markdown(definition: Definition, node: { span: { start: number; end: number } }, value: string): Hover {
  return { range: definition.range(node.span), contents: { kind: MarkupKind.Markdown, value } };
}

function describeState(definition: Definition, state: State): string {
  const resource = member(state.node, 'Resource');
  const comment = member(state.node, 'Comment');
  const next = state.references.map(({ name }) => name);
  const before = definition.references.filter((reference) => reference.target === state).map(({ from }) => from?.name ?? 'the start');
  const { input, output } = definition.data.of(state);
  const [takes, gives] = [dataWords(input), dataWords(output)];
  const flow = [takes === undefined ? '' : `Takes: ${takes}.`, gives === undefined ? '' : `Hands on: ${gives}.`].filter((line) => line !== '').join(' ');
  return [
    `**${escape(state.name)}** · ${state.type ?? 'no type yet'}`,
    ...(state.type ? [stateTypes[state.type].docs] : []),
    ...(comment?.kind === 'string' ? [escape(comment.value)] : []),
    ...(resource?.kind === 'string' || resource?.kind === 'unknown' ? [code(resource.kind === 'string' ? resource.value : resource.text)] : []),
    [before.length > 0 ? `Comes after ${escape(unique(before).join(', '))}.` : '', next.length > 0 ? `Leads to ${escape(unique(next).join(', '))}.` : state.ends ? 'Ends here.' : '']
      .filter((line) => line !== '')
      .join(' '),
    ...(flow === '' ? [] : [flow]),
  ].join('\n\n');
}

function pageOf({ is, state }: Part): string {
  return pageOfObject(is, state?.type);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function describeField(field: FieldSpec, part: Part, more: string | undefined): string {
  const facts = [
    field.required && 'required',
    field.language && `only in ${field.language}`,
    field.values && `one of ${listed(field.values)}`,
    field.minimum !== undefined && (field.maximum === undefined ? `at least ${String(field.minimum)}` : `${String(field.minimum)} to ${String(field.maximum)}`),
  ].filter((fact) => typeof fact === 'string');
  return [`**${field.name}**${facts.length > 0 ? ` · ${facts.join(' · ')}` : ''}`, field.docs, ...(field.replacedBy ? [`Deprecated: \`${field.replacedBy}\` has taken its place.`] : []), ...(more === undefined ? [] : [more]), `[AWS's page](${pageOf(part)})`].join('\n\n');
}
