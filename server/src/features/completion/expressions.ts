// Inside paths and expressions: fields of what is known, variables, functions.
import { CompletionItemKind } from 'vscode-languageserver-types';
import { nameOf, type Field } from '../../analysis/data/data';
import type { Definition } from '../../analysis/definition';
import type { ExpressionPlace, Typed } from '../../analysis/expression-place';
import type { Site } from '../../model/sites';
import { intrinsicSignature, type IntrinsicSpec } from '../../spec/intrinsics';
import { jsonataSignature } from '../../spec/jsonata-functions';
import { likeliestIntrinsics, likeliestJsonata } from './likely-functions';
import type { Suggestion } from './suggestion';
import type { Written } from './write';

/** What may stand at a place inside a path or an expression. */
export function expressionSuggestions(definition: Definition, place: ExpressionPlace): (readonly [Suggestion, Written])[] {
  if (place.at === 'nowhere') {
    return [];
  }
  const found = place.at === 'field' ? fieldSuggestions(place) : place.site.form === 'jsonata' ? jsonataNames(definition, place.site, place.typed) : pathNames(definition, place.site, place.hasDollar, place.typed);
  return found.map(({ text, ...suggestion }) => [suggestion, write(definition, place.typed, suggestion.label, text)]);
}

/** A suggestion with what it puts into the string: a snippet. */
interface Inserted extends Suggestion {
  readonly text: string;
}

function fieldSuggestions({ fields, site }: Extract<ExpressionPlace, { at: 'field' }>): Inserted[] {
  return [...fields].flatMap(([name, field]) => suggestField(name, field, site) ?? []);
}

function suggestField(name: string, { data, docs }: Field, { form }: Site): Inserted | undefined {
  const isPlain = form === 'jsonata' ? /^[A-Za-z_]\w*$/.test(name) : /^[\w-]+$/.test(name);
  // Names with quotes of their own are left to their author.
  if (/["'`\\]/.test(name) || (!isPlain && form === 'path')) {
    return undefined;
  }
  const detail = nameOf(data);
  return { label: name, kind: CompletionItemKind.Field, ...(detail !== undefined && { detail }), ...(docs !== undefined && { docs }), text: isPlain ? name : `\`${name}\`` };
}

function jsonataNames(definition: Definition, site: Extract<Site, { form: 'jsonata' }>, typed: Typed): Inserted[] {
  const { part, sees } = site;
  const { given } = typed;
  const variables = definition.variables.namesIn(part.machine);
  const functions = likeliestJsonata(definition, site, typed).map((spec) => ({
    label: `$${spec.name}`,
    kind: CompletionItemKind.Function,
    detail: jsonataSignature(spec),
    docs: spec.docs,
    text: given === undefined ? `\\$${spec.name}(${spec.parameters.length === 0 ? '' : '$1'})` : `\\$${spec.name}`,
  }));
  const names: Inserted[] = [
    { label: '$states', kind: CompletionItemKind.Variable, detail: 'object', docs: `Holds \`input\`${sees === 'input' ? '' : `, \`${sees}\``} and \`context\`.`, text: '\\$states' },
    ...variables.map((name) => ({ label: `$${name}`, kind: CompletionItemKind.Variable, detail: nameOf(definition.data.variable(name, part.machine)) ?? 'variable', text: `\\$${name}` })),
  ];
  return given === undefined ? [...names, ...functions] : [...functions, ...names];
}

function pathNames(definition: Definition, site: Extract<Site, { form: 'path' }>, hasDollar: boolean, typed: Typed): Inserted[] {
  const { part, use } = site;
  const isFixed = use === 'result-path' || use === 'reference';
  const variables = use === 'result-path' ? [] : definition.variables.namesIn(part.machine);
  const roots: Inserted[] = [
    { label: '$', kind: CompletionItemKind.Variable, detail: 'input', docs: 'What the field is worked out on.', text: '\\$' },
    ...(isFixed ? [] : [{ label: '$$', kind: CompletionItemKind.Variable, detail: 'context', docs: 'The context object: what Step Functions knows of the run.', text: '\\$\\$' }]),
    ...variables.map((name) => ({ label: `$${name}`, kind: CompletionItemKind.Variable, detail: nameOf(definition.data.variable(name, part.machine)) ?? 'variable', text: `\\$${name}` })),
  ];
  const isTemplate = use === 'template' || use === 'text-path';
  if (!isTemplate || hasDollar) {
    return roots;
  }
  const functions = likeliestIntrinsics(definition, site, typed).map((spec) => suggestIntrinsic(spec, typed.given !== undefined));
  return typed.given === undefined ? [...roots, ...functions] : [...functions, ...roots];
}

function suggestIntrinsic(spec: IntrinsicSpec, hasArguments: boolean): Inserted {
  const { name, docs, parameters } = spec;
  return { label: name, kind: CompletionItemKind.Function, detail: intrinsicSignature(spec), docs, text: hasArguments ? name : `${name}(${parameters.length === 0 ? '' : '$1'})` };
}

function write(definition: Definition, { node, within }: Typed, label: string, newText: string): Written {
  return { span: definition.inside(node, within).span, newText, filterText: label, others: [], isSnippet: true };
}
